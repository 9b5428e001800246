"""Which form's grade counts, and what the rules of the place propose for a grade.

An evaluation counts before a re-check, a re-check before a self-evaluation.
"""

from dataclasses import dataclass
from typing import Final

from django.db.models import Case, Exists, F, OuterRef, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from jixiao.rulebooks.resolving import Rules
from jixiao.web.cycles.models import StageKind, Task, TaskState
from jixiao.web.filings.subjects import department_of, stored_years
from jixiao.web.rulebooks import usable_rules_of

_RANKS: Final = (StageKind.EVALUATION, StageKind.RECHECK, StageKind.SELF_EVALUATION)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the rules propose for a grade.

    ``action`` is blank where they propose nothing, and ``missing`` says why; ``basis`` is the document that
    the rules follow, blank where there is none.
    """

    action: str = ""
    basis: str = ""
    missing: str = ""


def proposed(rules: Rules | None, grade: str) -> Proposal:
    """For a grade, by these rules."""
    if rules is None or rules.linkages is None:
        return Proposal(missing=_("规则库没有写结果应用"))
    source = rules.source(rules.linkages)
    basis = " ".join(filter(None, (f"《{source.title}》", source.number, source.clause)))
    if not rules.linkages.row.verified:
        basis += _("（规则库标注未核实，请以当地文件为准）")
    for row in rules.linkages.value.rows:
        if row.grade == grade and row.action:
            return Proposal(row.action, basis)
    return Proposal("", basis, _("规则库没有写这个等级怎样应用"))


def proposal_of(task: Task) -> Proposal:
    """For the grade of the form."""
    year = task.stage.cycle.fiscal_year
    stored = stored_years([task]).get(task.pk)
    return proposed(
        usable_rules_of(stored.rulebook if stored else department_of(task.organisation).rules(), year),
        task.grade,
    )


def counting(forms: "QuerySet[Task]", fiscal_year: int) -> "QuerySet[Task]":
    """Of these forms of the year the final ones with a grade, but for those that another one goes before."""
    better = _graded(Task.objects.all(), fiscal_year).filter(
        about=OuterRef("about"), rank__lt=OuterRef("rank")
    )
    return _graded(forms, fiscal_year).filter(~Exists(better))


def counts(task: Task) -> bool:
    """Whether the grade of this form counts."""
    return counting(Task.objects.filter(pk=task.pk), task.stage.cycle.fiscal_year).exists()


def _graded(forms: "QuerySet[Task]", fiscal_year: int) -> "QuerySet[Task]":
    """With the ``rank`` of each, and what it is ``about``: a project, or (negative) a body as a whole."""
    ranks = (When(stage__kind=kind, then=Value(rank)) for rank, kind in enumerate(_RANKS))
    return (
        forms.filter(stage__cycle__fiscal_year=fiscal_year, stage__kind__in=_RANKS, state=TaskState.FINAL)
        .exclude(grade="")
        .annotate(rank=Case(*ranks), about=Coalesce(F("project_id"), -F("organisation_id")))
    )
