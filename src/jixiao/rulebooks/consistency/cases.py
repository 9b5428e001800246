"""Worked cases give what their kind computes from."""

import difflib
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from jixiao.core.toml_places import Path
from jixiao.rulebooks.catalogues import case_inputs
from jixiao.rulebooks.schema.rulebook import Case
from jixiao.rulebooks.schema.topics import Direction
from jixiao.rulebooks.shape import shown
from jixiao.rulebooks.stated import Problem, Stated

_KINDS: Final = {
    "number": ("一个数", "a number"),
    "numbers": ("几个数，放在中括号里", "numbers in square brackets"),
    "count": ("一个整数", "a whole number"),
    "text": ("文字", "text"),
    "flag": ("true 或 false", "true or false"),
    "value": ("一个数或文字", "a number or text"),
}


def problems(stated: Stated) -> Iterator[Problem]:
    """Inputs that are missing or unknown."""
    for path, case in stated.parts(Case):
        inputs = case_inputs()[case.kind]
        lacking = [name for name in inputs.needs if name not in case.given]
        if inputs.one_of and not any(name in case.given for name in inputs.one_of):
            lacking.append(" / ".join(inputs.one_of))
        if lacking:
            yield Problem(
                (*path, "given"),
                f"{case.kind} 类的算例要有 {'、'.join(lacking)}，现在没有。请补在 given 里。",
                f"a case of the kind {case.kind} needs {', '.join(lacking)}. Add it to given.",
            )
        for name, value in case.given.items():
            if name in inputs.every:
                yield from _kind((*path, "given", name), value, inputs.every[name])
            else:
                near = difflib.get_close_matches(name, inputs.every, n=1, cutoff=0.5)
                zh = f"是否想写 {near[0]}？" if near else f"可以写：{'、'.join(inputs.every)}。"
                en = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(inputs.every)}."
                yield Problem(
                    (*path, "given", name),
                    f"{case.kind} 类的算例不用“{name}”。{zh}",
                    f"a case of the kind {case.kind} has no {name!r}. {en}",
                )
        yield from _kind((*path, "expected"), case.expected, inputs.result)
        direction = case.given.get("direction")
        if isinstance(direction, str) and direction not in list(Direction):
            known = [one.value for one in Direction]
            yield Problem(
                (*path, "given", "direction"),
                f"direction 不能是“{direction}”。可以写：{'、'.join(known)}。",
                f"direction cannot be {direction}. Choose from: {', '.join(known)}.",
            )


def _kind(path: Path, value: object, kind: str) -> Iterator[Problem]:
    fits = {
        "number": isinstance(value, Decimal),
        "numbers": isinstance(value, list),
        "count": isinstance(value, Decimal) and value == value.to_integral_value(),
        "text": isinstance(value, str),
        "flag": isinstance(value, bool),
        "value": isinstance(value, Decimal | str),
    }
    if not fits[kind]:
        zh, en = _KINDS[kind]
        yield Problem(
            path,
            f"{path[-1]} 应是{zh}，现在是 {shown(value)}。",
            f"{path[-1]} must be {en}; it is {shown(value)}.",
        )
