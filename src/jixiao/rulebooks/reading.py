"""The strict reader: text of one ``rulebook.toml`` to its model, or all faults with their lines."""

import copy
import pkgutil
import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from importlib import import_module
from typing import Any, Final

from pydantic import ValidationError

from jixiao.core.interval import WIDEST
from jixiao.core.toml_places import Path, line_of, places
from jixiao.core.toml_slips import endless, slip
from jixiao.rulebooks import consistency, shape
from jixiao.rulebooks.faults import Fault, RulebookError
from jixiao.rulebooks.schema.rulebook import RulebookFile
from jixiao.rulebooks.stated import Problem, Stated

KEY: Final = re.compile(r"(\d{6}-)?[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""The name of a rulebook's folder: ``cn``, ``610000-shaanxi``."""
_PLAIN_NUMBER: Final = re.compile(r"[-+]?[\d_]+(\.[\d_]+)?")
_PLACEHOLDERS: Final = {"name": "?", "level": "county"}
"""What must be there and is put in, so that the rest can be judged where it is missing or wrong."""


class _Odd(Decimal):
    """A number whose writing is refused: not a number, infinite, or with an exponent."""

    written: str


@lru_cache(maxsize=64)  # by the text itself, so that a changed file is read anew; faults are not kept
def read(text: str, key: str, file: str) -> RulebookFile:
    """The rulebook of the folder ``key``; ``file`` is the path that faults name.

    The same text gives the same, frozen, model: a site that scores at every cell asks for it all day.

    Raises:
        RulebookError: the text is not TOML, or no rulebook; all faults together.
    """
    try:
        data = tomllib.loads(text, parse_float=_number)
    except tomllib.TOMLDecodeError as error:
        one = slip(text, str(error))
        zh, en = f"{one.message}：{one.fix}。", f"{one.message_en}: {one.fix_en}."
        raise RulebookError([Fault(file, one.line, zh, en)]) from error
    except (ValueError, RecursionError) as error:
        message, message_en, fix, fix_en = endless()
        raise RulebookError([Fault(file, 1, f"{message}：{fix}。", f"{message_en}: {fix_en}.")]) from error
    lines = places(text)
    found = list(_odd_numbers((), data))
    model, shape_problems, left_out = _validated(data, key)
    found += [one for one in shape_problems if one.path not in {odd.path for odd in found}]
    if model is not None:
        stated = Stated(model, _source_ids(data), left_out)
        for check in _checks():
            found += check.problems(stated)
    found += _folder(key, model)
    if found or model is None:
        raise RulebookError(
            Fault(file, line_of(lines, one.path) or 1, one.message, one.message_en) for one in found
        )
    return model


def _number(text: str) -> Decimal:
    if _PLAIN_NUMBER.fullmatch(text):
        return Decimal(text)
    value = Decimal(text)
    odd = _Odd(value if value.is_finite() and abs(value.adjusted()) <= WIDEST else "NaN")
    odd.written = text
    return odd


def _odd_numbers(path: Path, value: object) -> Iterator[Problem]:
    if isinstance(value, _Odd):
        zh = f"写成 {value:f}" if value.is_finite() else "请写一个确定的数，没有就删去这一行"
        en = f"Write {value:f}" if value.is_finite() else "Write a number, or leave the line out"
        yield Problem(
            path, f"“{value.written}”不是普通写法的数。{zh}。", f"{value.written} is no plain number. {en}."
        )
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from _odd_numbers((*path, key), member)
    elif isinstance(value, list):
        for number, member in enumerate(value):
            yield from _odd_numbers((*path, number), member)


def _validated(
    data: Mapping[str, Any], key: str
) -> tuple[RulebookFile | None, list[Problem], frozenset[Path]]:
    """The model, without the members that are faulty; the faults; the paths of what was left out."""
    if "key" in data:
        found = [
            Problem(
                ("key",), "key 就是文件夹的名字，不用写。请删去。", "key is the folder's name. Remove it."
            )
        ]
    else:
        found = []
    whole = {**data, "key": key}
    try:
        return RulebookFile.model_validate(whole), found, frozenset()
    except ValidationError as error:
        refused = list(shape.problems(error, whole))
        rest = copy.deepcopy(whole)
        left_out = frozenset(_leave_out(rest, error))
    try:
        return RulebookFile.model_validate(rest), found + refused, left_out
    except ValidationError:
        return None, found + refused, left_out


def _leave_out(data: dict[str, Any], error: ValidationError) -> Iterator[Path]:
    """Remove every row, source or case that has a fault, or the whole key that has no such members."""
    rows: set[Path] = set()
    for one in error.errors(include_url=False):
        loc = one["loc"]
        first = next((number for number, part in enumerate(loc) if isinstance(part, int)), None)
        if first is not None:
            rows.add(tuple(loc[: first + 1]))
            continue
        table: Any = data
        for part in loc[:-1]:
            table = (
                table.get(part) if isinstance(table, dict) and isinstance(table.get(part), dict) else table
            )
        name = loc[-2] if loc[-1] == "[key]" else loc[-1]
        table.pop(name, None)
        if len(loc) == 1 and name in _PLACEHOLDERS:
            data[str(name)] = _PLACEHOLDERS[str(name)]
    for path in sorted(rows, reverse=True, key=lambda row: (row[:-1] and str(row[:-1]), row[-1])):
        members: Any = data
        for part in path[:-1]:
            members = members[part]
        del members[path[-1]]
    yield from rows


def _source_ids(data: Mapping[str, Any]) -> tuple[str, ...]:
    sources = data.get("sources")
    return tuple(
        one["id"]
        for one in (sources if isinstance(sources, list) else ())
        if isinstance(one, dict) and isinstance(one.get("id"), str)
    )


def _checks() -> Iterator[Any]:
    """The modules of ``consistency``."""
    for info in pkgutil.iter_modules(consistency.__path__):
        yield import_module(f"{consistency.__name__}.{info.name}")


def _folder(key: str, model: RulebookFile | None) -> Iterator[Problem]:
    """The folder's name is the key and begins with the division code, where it has one."""
    if not KEY.fullmatch(key):
        yield Problem(
            (),
            f"文件夹名“{key}”不能作规则库的名字。请用小写字母，前面可加六位代码，如 610902-hengkou。",
            f"the folder name {key!r} is no key. Use small letters, perhaps after a code: 610902-hengkou.",
        )
    code = model.division_code if model else ""
    if code and not re.fullmatch(r"[0-9]{6}", code):
        yield Problem(
            ("division_code",),
            f'行政区划代码“{code}”应是六位数字，如 "610902"。',
            f'the division code {code!r} must have six digits, such as "610902".',
        )
    elif code and key[:6].isdecimal() and key[:6] != code:
        yield Problem(
            ("division_code",),
            f"行政区划代码“{code}”与文件夹名“{key}”开头的代码不同。请改正其中一个。",
            f"the division code {code!r} differs from that of the folder, {key!r}. Correct one of them.",
        )
