"""Worked cases give what their kind computes from."""

import difflib
from collections.abc import Iterator

from jixiao.rulebooks.catalogues import case_inputs
from jixiao.rulebooks.schema.rulebook import Case
from jixiao.rulebooks.schema.topics import Direction
from jixiao.rulebooks.stated import Problem, Stated


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
        for name in case.given:
            if name not in inputs.every:
                near = difflib.get_close_matches(name, inputs.every, n=1, cutoff=0.5)
                zh = f"是否想写 {near[0]}？" if near else f"可以写：{'、'.join(inputs.every)}。"
                en = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(inputs.every)}."
                yield Problem(
                    (*path, "given", name),
                    f"{case.kind} 类的算例不用“{name}”。{zh}",
                    f"a case of the kind {case.kind} has no {name!r}. {en}",
                )
        direction = case.given.get("direction")
        if direction is not None and direction not in list(Direction):
            known = [one.value for one in Direction]
            yield Problem(
                (*path, "given", "direction"),
                f"direction 不能是“{direction}”。可以写：{'、'.join(known)}。",
                f"direction cannot be {direction}. Choose from: {', '.join(known)}.",
            )
