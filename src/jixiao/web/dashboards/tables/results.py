"""What the grade of each final evaluation means for the next budget by the rules of the place (评价结果应用).

What the rules propose is computed; what was decided is recorded by `decisions` and shown beside it.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models import Task
from jixiao.web.dashboards.choice import Choice, place
from jixiao.web.dashboards.tables import Column, at_most
from jixiao.web.decisions.models import Decision
from jixiao.web.decisions.permissions import DECIDES
from jixiao.web.decisions.proposing import counting, proposed
from jixiao.web.filings.subjects import stored_years
from jixiao.web.rulebooks import usable_rules_of

TITLE: Final = _("评价结果应用")
COLUMNS: Final = (
    Column("department", _("部门")),
    Column("code", _("代码")),
    Column("name", _("对象")),
    Column("stage", _("依据的评价")),
    Column("score", _("得分"), "percent"),
    Column("grade", _("等级")),
    Column("action", _("按规则的应用建议")),
    Column("source", _("规则依据")),
    Column("decision", _("决定")),
    Column("amount", _("下年预算调整额（元）"), "money"),
    Column("decided", _("决定日期"), "date"),
    Column("state", _("决定状态")),
)
MOST: Final = 50_000
"""Rows of an export; more are refused."""


def rows(choice: Choice) -> Sequence[dict[str, Any]]:
    """Every project, and every department as a whole, with a final grade.

    Raises:
        Refused: there are more than `MOST`.
    """
    return told(at_most(judged(choice), MOST), choice)


def judged(choice: Choice) -> "QuerySet[Task]":
    """The final forms whose grades count, one of each project and department."""
    seen = Task.objects.visible_to(choice.user).filter(choice.reach("organisation"))
    found = counting(seen, choice.year).select_related("stage__cycle", "organisation", "project")
    if choice.words:
        found = found.filter(
            Q(project__name__icontains=choice.words) | Q(project__code__icontains=choice.words)
        )
    return found.order_by("organisation_id", F("project_id").asc(nulls_first=True), "pk")


def told(tasks: Iterable[Task], choice: Choice) -> list[dict[str, Any]]:
    """The rows of these forms; as many queries for many as for one."""
    asked = list(tasks)
    years = stored_years(asked)
    decided = _decided(choice)
    may = DECIDES.test(choice.user, None)
    made = []
    for one in asked:
        key = years[one.pk].rulebook if one.pk in years else choice.rulebook
        proposal = proposed(usable_rules_of(key, choice.year), one.grade)
        department = choice.department_at(place(one.organisation))
        made.append({
            "department": str(choice.departments[department]) if department else str(one.organisation),
            "code": one.project.code if one.project else "",
            "name": one.project.name if one.project else gettext("部门整体"),
            "stage": str(one.stage.get_kind_display()),
            "score": one.score,
            "grade": one.grade,
            "action": proposal.action or proposal.missing,
            "source": proposal.basis,
            "link_on": "name",
            "link": reverse("cycles:task", args=[one.pk]),
            **_decision(one, decided.get((one.organisation_id, one.project_id)), may=may),
        })  # fmt: skip
    return made


def _decided(choice: Choice) -> dict[tuple[int, int | None], Decision]:
    """The decisions of the year that stand, by body and project."""
    found = Decision.objects.visible_to(choice.user).standing().filter(fiscal_year=choice.year)
    return {(one.organisation_id, one.project_id): one for one in found}


def _decision(task: Task, found: Decision | None, *, may: bool) -> dict[str, Any]:
    """What was decided and where it is shown; where nothing was, the page that records it."""
    if found is None:
        new = f"{reverse('decisions:record')}?task={task.pk}"
        return {"state": gettext("未登记"), "links": {"state": new} if may else {}}
    return {
        "decision": found.words,
        "amount": found.amount,
        "decided": found.day,
        "state": str(found.get_state_display()),
        "links": {"state": reverse("decisions:decision", args=[found.pk])},
    }
