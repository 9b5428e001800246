"""The lines of a form that judges: from the data of its stage, the place's rulebook, the self-evaluation."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from jixiao.pipeline.scoring import FAULTS, Scorer
from jixiao.web.filings.assessments.basis import basis
from jixiao.web.filings.subjects import dossier_for
from jixiao.web.rulebooks import usable_rules_of

if TYPE_CHECKING:
    from jixiao.rulebooks.resolving import Rules, Settled
    from jixiao.web.cycles.models import Task
    from jixiao.web.filings.models import DepartmentYear

STAGES: Final = frozenset({"ex_ante", "recheck", "evaluation"})
"""The stages whose forms judge."""
POLICY: Final = "政策"


@dataclass(frozen=True, slots=True)
class Line:
    """A line: what is judged or answered, of how many points, what an answer has to be, and by what source.

    ``full`` None is left to whoever fills the form in. ``given`` is the score of the self-evaluation.
    """

    code: str
    table: Literal["scores", "answers"]
    name: str = ""
    group: str = ""
    kind: Literal["text", "choice", "money", "numbers", "list"] = "text"
    choices: tuple[str, ...] = ()
    separator: str = "、"
    required: bool = False
    help: str = ""
    source: str = ""
    full: Decimal | None = None
    given: Decimal | None = None


def lines(task: "Task", year: "DepartmentYear", answers: Mapping[str, str]) -> list[Line]:
    """Every line of the form; ``answers`` by code are those typed so far: some name other lines."""
    found: list[Line] = []
    rules = _rules(year)
    for row in _rows(task.stage.kind):
        each = row.get("each", "")
        line = Line(**{name: _frozen(value) for name, value in row.items() if name != "each"})
        if each == "dimensions":
            found += _dimensions(line, rules, policy=answers.get("object") == POLICY)
        elif each == "conclusions":
            found += _conclusions(line, rules)
        elif each == "leaves":
            found += _leaves(line, task)
        else:
            found.append(line)
    return found


@cache
def _rows(stage: str) -> tuple[dict[str, Any], ...]:
    with (Path(__file__).parent / f"{stage}.toml").open("rb") as file:
        return tuple(tomllib.load(file, parse_float=Decimal)["lines"])


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _rules(year: "DepartmentYear") -> "Rules | None":
    return usable_rules_of(year.rulebook, year.fiscal_year)


def grades_of(year: "DepartmentYear") -> "Settled[Any] | None":
    """The grade bands of the place."""
    rules = _rules(year)
    return rules.grades if rules else None


def _dimensions(line: Line, rules: "Rules | None", *, policy: bool) -> Iterator[Line]:
    if rules is None or rules.ex_ante is None:
        return
    for number, one in enumerate(rules.ex_ante.value.dimensions, start=1):
        name = (one.policy_name if policy else "") or one.name
        source = _source(rules, rules.ex_ante)
        yield replace(line, code=f"{line.code}-{number}", name=name, full=one.points, source=source)


def _conclusions(line: Line, rules: "Rules | None") -> Iterator[Line]:
    if rules is None or rules.ex_ante is None or not rules.ex_ante.value.conclusions:
        yield replace(line, kind="text")
        return
    choices = rules.ex_ante.value.conclusions
    yield replace(line, choices=choices, source=_source(rules, rules.ex_ante))


def _leaves(line: Line, task: "Task") -> Iterator[Line]:
    """The scored lines of the self-evaluation, with its points; none where the facts do not fit together."""
    try:
        card = Scorer().card(dossier_for(task))
    except FAULTS:
        return
    project = card.projects[0] if task.project_id is not None and card.projects else None
    for group in project.groups if project else card.groups if task.project_id is None else ():
        for leaf in group.leaves:
            if leaf.applicable:
                yield replace(
                    line, code=f"{line.code}-{leaf.code}", name=leaf.name, group=group.name, full=leaf.weight,
                    given=leaf.points if leaf.points is not None else leaf.by_rule,
                    help=basis(leaf),
                )  # fmt: skip


def _source(rules: "Rules", settled: "Settled[Any]") -> str:
    source = rules.sources.get((settled.rulebook, settled.row.source))
    words = " ".join(filter(None, (source.title, source.number))) if source else settled.rulebook
    return words if settled.row.verified else f"{words}（未核实）"
