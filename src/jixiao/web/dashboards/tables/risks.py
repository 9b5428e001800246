"""Projects by risk: what was spent, what was scored, what was not handed in, the riskiest first."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import (
    Case,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.lamps import money_lamp
from jixiao.web.dashboards.models import FormScore
from jixiao.web.dashboards.tables import Column, percent
from jixiao.web.filings.models import Project

TITLE: Final = _("项目风险")
COLUMNS: Final = (
    Column("department", _("部门")),
    Column("code", _("代码")),
    Column("name", _("项目")),
    Column("budget", _("全年预算数"), "money"),
    Column("outturn", _("全年执行数"), "money"),
    Column("rate", _("执行率"), "percent"),
    Column("lamp", _("资金灯"), "lamp"),
    Column("score", _("自评得分"), "percent"),
    Column("late", _("逾期"), "count"),
    Column("risk", _("风险分"), "count"),
)
LIMIT = 20
MOST: Final = 50_000
"""Rows of an export."""
_POOR, _FAIR = Decimal(60), Decimal(80)


def rows(choice: Choice) -> Sequence[dict[str, Any]]:
    """Every project of the choice."""
    return [row(one, choice) for one in projects(choice)[:MOST]]


def projects(choice: Choice) -> Any:
    """The projects with lamp, score and risk.

    A red lamp or a score below 60 adds 2; a yellow one, a score below 80 or being late adds 1.
    """
    score = FormScore.objects.filter(project=OuterRef("pk")).order_by("-pk").values("percent")[:1]
    found = _chosen(choice).annotate(
        score=Subquery(score), is_late=Exists(_late().filter(project=OuterRef("pk")))
    )
    poor, fair = Q(score__lt=_POOR), Q(score__lt=_FAIR)
    return found.annotate(risk=_risk(poor, fair, Q(is_late=True))).order_by(*_ORDER)


def page(choice: Choice, size: int, number: str | None) -> "Page[Project]":
    """A page of the same projects: those on it are found without asking each for its score and forms."""
    newer = FormScore.objects.filter(project=OuterRef("project"), pk__gt=OuterRef("pk"))
    scores = FormScore.objects.filter(~Exists(newer), _of(choice)).order_by().values("project")
    poor, fair = (Q(pk__in=scores.filter(percent__lt=limit)) for limit in (_POOR, _FAIR))
    late = Q(pk__in=_late().filter(_of(choice)).order_by().values("project"))
    found = _chosen(choice).annotate(risk=_risk(poor, fair, late)).order_by(*_ORDER)
    made = Paginator(found.values_list("pk", flat=True), size).get_page(number)
    order = list(made.object_list)
    rows_ = {one.pk: one for one in projects(choice).filter(pk__in=order)}
    made.object_list = [rows_[pk] for pk in order if pk in rows_]
    return made


_ORDER: Final = ("-risk", F("revised_budget").desc(nulls_last=True), "pk")


def _chosen(choice: Choice) -> "QuerySet[Project]":
    found = Project.objects.filter(
        choice.reach("organisation"), fiscal_year=choice.year, deleted=False
    ).annotate(lamp=money_lamp(choice.rulebook, choice.year, "outturn", "revised_budget"))
    if choice.lamp:
        found = found.filter(lamp=choice.lamp)
    if choice.words:
        found = found.filter(Q(name__icontains=choice.words) | Q(code__icontains=choice.words))
    return found


def _of(choice: Choice) -> Q:
    """Rows of the chosen projects; of any project where all bodies are meant: no need to look."""
    if choice.whole:
        return Q(project__isnull=False)
    projects_ = Project.objects.filter(choice.reach("organisation"), fiscal_year=choice.year).order_by()
    return Q(project__in=projects_.values("pk"))


def _late() -> "QuerySet[Task]":
    return Task.objects.filter(
        deadline__lt=timezone.localdate(), state__in=(TaskState.DRAFT, TaskState.RETURNED)
    )


def _risk(poor: Q, fair: Q, late: Q) -> Any:
    """The risk's number, of conditions of a poor score, of one that is fair at most, and of being late."""
    return (
        Case(When(lamp="red", then=2), When(lamp="yellow", then=1), default=0, output_field=IntegerField())
        + Case(When(poor, then=2), When(fair, then=1), default=0, output_field=IntegerField())
        + Case(When(late, then=1), default=Value(0), output_field=IntegerField())
    )


def row(one: Project, choice: Choice) -> dict[str, Any]:
    """A project's row."""
    department = choice.department_of.get(one.organisation_id)
    return {
        "department": str(choice.departments[department]) if department else "",
        "code": one.code,
        "name": one.name,
        "budget": one.revised_budget,
        "outturn": one.outturn,
        "rate": percent(one.outturn, one.revised_budget),
        "lamp": one.lamp,
        "score": None if one.score is None else percent(one.score, 100),
        "late": int(one.is_late),
        "risk": one.risk,
        "link_on": "name",
        "link": reverse("dashboards:project", args=[one.pk]) + "?" + choice.query(),
    }
