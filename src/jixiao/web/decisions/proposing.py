"""What the rules of the place propose for a final grade, and whether that grade is the one that counts."""

from dataclasses import dataclass
from typing import Final

from jixiao.web.cycles.models import StageKind, Task, TaskState
from jixiao.web.dashboards.tables.results import proposed
from jixiao.web.filings.subjects import department_of, stored_years
from jixiao.web.rulebooks import usable_rules_of

RANKS: Final = (StageKind.EVALUATION, StageKind.RECHECK, StageKind.SELF_EVALUATION)
"""An evaluation counts before a re-check, a re-check before a self-evaluation."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """``action`` is what the rules propose, ``basis`` their source; blank, and why, where they do not."""

    action: str
    basis: str


def proposal_of(task: Task) -> Proposal:
    """For the grade of the form."""
    year = task.stage.cycle.fiscal_year
    stored = stored_years([task]).get(task.pk)
    rules = usable_rules_of(stored.rulebook if stored else department_of(task.organisation).rules(), year)
    words, source = proposed(rules, task.grade)
    known = rules is not None and rules.linkages is not None
    says = known and any(one.grade == task.grade for one in rules.linkages.value.rows)  # type: ignore[union-attr]
    return Proposal(words, source) if says else Proposal("", words)


def counts(task: Task) -> bool:
    """Whether the form is final, has a grade, and no other form of the same goes before it."""
    if task.state != TaskState.FINAL or not task.grade or task.stage.kind not in RANKS:
        return False
    better = RANKS[: RANKS.index(StageKind(task.stage.kind))]
    others = Task.objects.filter(
        organisation=task.organisation_id, project=task.project_id, state=TaskState.FINAL,
        stage__kind__in=better, stage__cycle__fiscal_year=task.stage.cycle.fiscal_year,
    )  # fmt: skip
    return not others.exclude(grade="").exists()
