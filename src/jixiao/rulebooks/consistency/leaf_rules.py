"""Rules of lines are known, and get the parameters that they know."""

import difflib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from jixiao.core.toml_places import Path
from jixiao.rulebooks.catalogues import LeafRule, Parameter, leaf_rules
from jixiao.rulebooks.schema.rulebook import Case
from jixiao.rulebooks.schema.topics import Rule
from jixiao.rulebooks.shape import shown
from jixiao.rulebooks.stated import Problem, Stated

_TYPES: Final[dict[str, type]] = {"number": Decimal, "text": str, "flag": bool, "rows": list}
_KINDS: Final = {
    "number": ("一个数", "a number"),
    "text": ("文字", "text"),
    "flag": ("true 或 false", "true or false"),
    "rows": ("几行 { … }，放在中括号里", "rows of { … } in square brackets"),
}


def problems(stated: Stated) -> Iterator[Problem]:
    """Unknown rules; parameters unknown, missing or of another kind."""
    for path, part in stated.parts(Rule):
        yield from _rule(path, "rule", part.rule, part.parameters)
    for path, case in stated.parts(Case):
        if isinstance(name := case.given.get("rule"), str):
            yield from _rule(path, "given", name, case.parameters)


def _rule(path: Path, key: str, name: str, given: Mapping[str, object]) -> Iterator[Problem]:
    """A rule with its parameters; ``key`` is where the rule is named."""
    known = leaf_rules()
    rule = known.get(name)
    if rule is None:
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
        zh = f"是否想写 {near[0]}（{known[near[0]].title[0]}）？" if near else ""
        en = f" Did you mean {near[0]}?" if near else ""
        yield Problem(
            (*path, key),
            f"没有名为“{name}”的计分规则。{zh}可以写：{'、'.join(known)}。",
            f"there is no leaf rule {name!r}.{en} Choose from: {', '.join(known)}.",
        )
        return
    for one, value in given.items():
        place = (*path, "parameters", one)
        if one in rule.parameters:
            yield from _value(place, one, value, rule.parameters[one])
        else:
            yield _unknown(place, name, rule)
    for one, parameter in rule.parameters.items():
        if parameter.required and one not in given:
            yield Problem(
                (*path, key),
                f"规则 {name}（{rule.title[0]}）缺少参数 {one}：{parameter.about[0]}。请补上。",
                f"the rule {name} lacks its parameter {one} ({parameter.about[1]}). Add it.",
            )


def _unknown(path: Path, name: str, rule: LeafRule) -> Problem:
    key = str(path[-1])
    near = difflib.get_close_matches(key, rule.parameters, n=1, cutoff=0.5)
    listed = "、".join(f"{one}（{parameter.about[0]}）" for one, parameter in rule.parameters.items())
    zh = f"是否想写 {near[0]}？" if near else f"可以写：{listed}。" if listed else "它没有参数，请删去。"
    en = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(rule.parameters) or 'none'}."
    return Problem(
        path,
        f"规则 {name}（{rule.title[0]}）没有参数“{key}”。{zh}",
        f"the rule {name} has no parameter {key!r}. {en}",
    )


def _value(path: Path, name: str, value: object, parameter: Parameter) -> Iterator[Problem]:
    label = f"参数 {name}（{parameter.about[0]}）"
    if not isinstance(value, _TYPES[parameter.kind]):
        zh, en = _KINDS[parameter.kind]
        yield Problem(
            path,
            f"{label}应是{zh}，现在是 {shown(value)}。",
            f"the parameter {name} must be {en}; it is {shown(value)}.",
        )
    elif parameter.choices and value not in parameter.choices:
        yield Problem(
            path,
            f"{label}不能是 {shown(value)}。可以写：{'、'.join(parameter.choices)}。",
            f"the parameter {name} cannot be {shown(value)}. Choose from: {', '.join(parameter.choices)}.",
        )
    elif isinstance(value, list):
        for number, row in enumerate(value):
            for column in row:
                if column not in parameter.columns:
                    yield _column((*path, number, column), name, parameter.columns)


def _column(path: Path, name: str, columns: tuple[str, ...]) -> Problem:
    column = str(path[-1])
    near = difflib.get_close_matches(column, columns, n=1, cutoff=0.5)
    zh = f"是否想写 {near[0]}？" if near else ""
    en = f" Did you mean {near[0]}?" if near else ""
    return Problem(
        path,
        f"参数 {name} 的各行没有“{column}”。{zh}可以写：{'、'.join(columns)}。",
        f"rows of {name} have no {column!r}.{en} Choose from: {', '.join(columns)}.",
    )
