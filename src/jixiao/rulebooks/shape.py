"""Faults of shape: keys, types and words that the schema refuses, in sentences with the correction."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from jixiao.core.toml_places import Path
from jixiao.rulebooks.schema.rulebook import RulebookFile
from jixiao.rulebooks.stated import Problem
from jixiao.rulebooks.words import explained

_HINTS: Final = {
    "verified": (
        "见到了依据的原文写 verified = true，没有见到写 verified = false",
        "write verified = true where the document was seen, else verified = false",
    ),
    "source": ('写 [[sources]] 中一份文件的 id，如 source = "…"', "name the id of a document in [[sources]]"),
    "from": ("写开始适用的年度，如 from = 2023", "write the first fiscal year, such as from = 2023"),
    "level": (
        '写 nation、province、city、county、zone 之一，如 level = "county"',
        'one of nation, province, city, county, zone, such as level = "county"',
    ),
}
_TYPES: Final = {
    "int_type": ("一个整数，如 2023", "a whole number, such as 2023"),
    "greater_than_equal": ("不小于 {ge} 的整数", "a whole number from {ge} on"),
    "less_than_equal": ("不大于 {le} 的整数", "a whole number up to {le}"),
    "bool_type": (" true 或 false（小写，不加引号）", "true or false, without quotes"),
    "string_type": ("文字，要加英文双引号", "text in quotes"),
    "exact": ("一个数，如 90 或 0.8", "a number, such as 90 or 0.8"),
    "model_type": ("一张表，如 { 键 = 值 }", "a table, such as { key = value }"),
    "model_attributes_type": ("一张表，如 { 键 = 值 }", "a table, such as { key = value }"),
    "dict_type": ("一张表，如 { 键 = 值 }", "a table, such as { key = value }"),
    "list_type": ("用中括号括起来的几项，如 [ … ]", "members in square brackets: [ … ]"),
    "tuple_type": ("用中括号括起来的几项，如 [ … ]", "members in square brackets: [ … ]"),
}


def problems(
    error: ValidationError, data: Mapping[str, Any], root: type[BaseModel] = RulebookFile
) -> Iterator[Problem]:
    """Every refusal as a sentence, one for each place in the data; ``root`` is the model of the file."""
    grouped: dict[Path, list[Any]] = {}
    for one in error.errors(include_url=False):
        grouped.setdefault(_path(one["loc"], data), []).append(one)
    misspelt = {
        (*path[:-1], near)
        for path, refusals in grouped.items()
        if refusals[0]["type"] == "extra_forbidden" and (near := _near(path, root))
    }
    for path, refusals in grouped.items():
        if refusals[0]["type"] != "missing" or path not in misspelt:
            yield _problem(path, refusals, root)


def _path(loc: Sequence[str | int], data: object) -> Path:
    """The place in the data: pydantic also names the member of a union that it tried."""
    path: Path = ()
    for number, part in enumerate(loc):
        if (isinstance(data, dict) and part in data) or (
            isinstance(data, list) and isinstance(part, int) and part < len(data)
        ):
            path, data = (*path, part), data[part]  # type: ignore[index]  # one of the two
        elif number == len(loc) - 1 and isinstance(data, dict) and part != "[key]":
            return (*path, part)
    return path


def _problem(path: Path, refusals: list[Any], root: type[BaseModel]) -> Problem:
    kind = refusals[0]["type"]
    key = str(path[-1])
    if kind == "extra_forbidden":
        return _unknown(path, key, root)
    if kind == "missing":
        zh, en = _HINTS.get(key, ("请补上", "add it"))
        return Problem(path[:-1], f"缺少 {explained(key)}。{zh}。", f"{key} is missing: {en}.")
    written = refusals[0]["input"]
    if kind == "enum" or "[key]" in refusals[0]["loc"]:
        allowed = [one.strip("' ") for one in refusals[0]["ctx"]["expected"].replace(" or ", ", ").split(",")]
        return _choice(path, key, key, allowed)
    if kind == "literal_error" and len(refusals) == 1:
        allowed = [one.strip("' ") for one in refusals[0]["ctx"]["expected"].replace(" or ", ", ").split(",")]
        return _choice(path, key, written, [one for one in allowed if one])
    if kind == "tuple_type" and isinstance(written, dict) and _is_row(path, root):
        return Problem(
            path,
            f"{explained(key)}可以有几行规定，表头要用双中括号：[[{'.'.join(map(str, path))}]]。",
            f"{key} is a list of rows and needs double brackets: [[{'.'.join(map(str, path))}]].",
        )
    return _type(path, key, refusals, written)


def _type(path: Path, key: str, refusals: list[Any], written: object) -> Problem:
    kinds = dict.fromkeys(one["type"] for one in refusals)
    limits = {name: limit for one in refusals for name, limit in one.get("ctx", {}).items()}
    names = [tuple(_filled(name, limits) for name in _TYPES[kind]) for kind in kinds if kind in _TYPES]
    if not names:
        names = [(refusals[0]["msg"], refusals[0]["msg"])]
    zh = "，或".join(dict.fromkeys(name[0] for name in names))
    en = " or ".join(dict.fromkeys(name[1] for name in names))
    hint, hint_en = "", ""
    if isinstance(written, str) and {"int_type", "bool_type"} & kinds.keys():
        hint, hint_en = "，请去掉引号", "; remove the quotes"
    label = explained(key) if not isinstance(path[-1], int) else f"第 {path[-1] + 1} 项"
    label_en = key if not isinstance(path[-1], int) else f"member {path[-1] + 1}"
    return Problem(
        path,
        f"{label}应是{zh}，现在是 {shown(written)}{hint}。",
        f"{label_en} must be {en}; it is {shown(written)}{hint_en}.",
    )


def _filled(name: str, limits: Mapping[str, Any]) -> str:
    """The words of a type with the limit that was passed."""
    return name.format(**limits) if "e}" in name else name


def _choice(path: Path, key: str, written: object, allowed: list[str]) -> Problem:
    near = difflib.get_close_matches(str(written), allowed, n=1, cutoff=0.6)
    zh = f"是否想写 {near[0]}？" if near else ""
    en = f" Did you mean {near[0]}?" if near else ""
    subject, subject_en = (
        (f"{explained(key)}不能是 ", f"{key} cannot be ") if written != key else ("没有 ", "there is no ")
    )
    return Problem(
        path,
        f"{subject}{shown(written)}。{zh}可以写：{'、'.join(allowed)}。",
        f"{subject_en}{shown(written)}.{en} Choose from: {', '.join(allowed)}.",
    )


def _unknown(path: Path, key: str, root: type[BaseModel]) -> Problem:
    known, near = _known(path, root), _near(path, root)
    zh = f"是否想写 {explained(near)}？" if near else f"这里可以写：{'、'.join(map(explained, known))}。"
    en = f"Did you mean {near}?" if near else f"Known here: {', '.join(known)}."
    if len(path) == 1 and root is RulebookFile:
        return Problem(path, f"没有“{key}”这个主题。{zh}", f"there is no topic {key!r}. {en}")
    return Problem(path, f"这里不能写“{key}”。{zh}", f"{key!r} is not known here. {en}")


def _known(path: Path, root: type[BaseModel]) -> list[str]:
    """The keys that may stand beside the one at the path."""
    model = _model(path[:-1], root)
    names = [info.alias or name for name, info in model.model_fields.items()] if model else []
    return [name for name in names if path[:-1] or name != "key"]


def _near(path: Path, root: type[BaseModel]) -> str:
    """The known key that the one at the path is meant to be, or nothing."""
    near = difflib.get_close_matches(str(path[-1]), _known(path, root), n=1, cutoff=0.6)
    return near[0] if near else ""


def _is_row(path: Path, root: type[BaseModel]) -> bool:
    return len(path) <= 2 and _model((*path, 0), root) is not None


def _model(path: Path, root: type[BaseModel]) -> type[BaseModel] | None:
    """The model of the table at a path."""
    annotation: Any = root
    for part in path:
        annotation = _member(annotation, part)
    return next(_models(annotation), None)


def _member(annotation: Any, part: str | int) -> Any:  # noqa: ANN401  # annotations are of any type
    for model in _models(annotation):
        for name, info in model.model_fields.items():
            if part == (info.alias or name):
                return info.annotation
    for one in (annotation, *get_args(annotation)):
        origin, inner = get_origin(one), get_args(one)
        if origin in (tuple, list) and isinstance(part, int):
            return inner[0]
        if origin is dict and isinstance(part, str):
            return inner[1]
    return None


def _models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401  # annotations are of any type
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Union, UnionType):
        for one in get_args(annotation):
            yield from _models(one)
    elif get_origin(annotation) is Annotated:
        yield from _models(get_args(annotation)[0])


def shown(value: object) -> str:
    """A value as it stands in the file, shortened."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value[:40]}"'
    if isinstance(value, Decimal):
        return f"{value:f}" if value.is_finite() else str(value)
    if isinstance(value, Mapping):
        return "{ … }"
    return "[ … ]" if isinstance(value, Sequence) else str(value)
