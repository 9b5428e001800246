"""Projects by risk: what was spent, what was scored, what was not handed in, the riskiest first."""

from collections.abc import Iterable, Sequence
from heapq import merge
from itertools import islice
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import Case, F, Q, QuerySet, When, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from jixiao.web.dashboards.choice import LAMPS, Choice, place
from jixiao.web.dashboards.lamps import by_lamp, points, usual
from jixiao.web.dashboards.models import FormScore, Standing
from jixiao.web.dashboards.tables import Column, at_most, percent
from jixiao.web.dashboards.tables._read import money

TITLE: Final = _("项目风险")
COLUMNS: Final = (
    Column("department", _("部门")),
    Column("code", _("代码")),
    Column("name", _("项目")),
    Column("budget", _("全年预算数（元）"), "money"),
    Column("outturn", _("全年执行数（元）"), "money"),
    Column("rate", _("执行率"), "percent"),
    Column("lamp", _("资金灯"), "lamp"),
    Column("score", _("自评得分"), "percent"),
    Column("basis", _("得分依据")),
    Column("late", _("逾期"), "count"),
    Column("risk", _("风险分"), "count"),
)
LIMIT = 20
MOST: Final = 50_000
"""Rows of an export; more are refused."""
_MERGED: Final = 200
"""Rows up to which a page is made of the riskiest that are late and those in time, each read in order."""


def rows(choice: Choice) -> Sequence[dict[str, Any]]:
    """Every project of the choice.

    Raises:
        Refused: there are more than `MOST`.
    """
    found = at_most(projects(choice).select_related("project", "organisation"), MOST)
    known = bases(choice)
    return [row(one, choice, known) for one in found]


def page(choice: Choice, size: int, number: str | None) -> "Page[Standing]":
    """A page of the same projects; their names are read of those on it only."""
    found = projects(choice)
    if choice.lamp or choice.words:
        made = Paginator(found, size)
    else:
        made = Paginator(_Riskiest(found, choice) if usual(choice.rulebook, choice.year) else found, size)
        made.count = sum(one["projects"] for one in money(choice))
    shown = made.get_page(number)
    shown.object_list = list(shown.object_list)
    prefetch_related_objects(shown.object_list, "project", "organisation")
    return shown


class _Riskiest:
    """The same rows in the same order; the first ones without looking at all others.

    A project that is late has a point more than its kept rank says, so that those that are late and those
    that are not lie in order in the index of ranks, each by themselves.
    """

    def __init__(self, found: "QuerySet[Standing]", choice: Choice) -> None:
        self.found, self.today = found, choice.today

    def __getitem__(self, part: slice) -> list[Standing]:
        """The rows from one number to another."""
        if part.stop > _MERGED:
            return list(self.found[part])
        by_rank = self.found.order_by("-rank", "-budget", "project_id")
        both = (
            by_rank.filter(due__lt=self.today)[: part.stop],
            by_rank.filter(Q(due=None) | Q(due__gte=self.today))[: part.stop],
        )
        return list(islice(merge(*both, key=_order), part.start, part.stop))


def _order(one: Standing) -> tuple[Any, ...]:
    """The riskiest first, then the greatest budget."""
    known = one.budget is not None
    return -one.risk, not known, -one.budget if known else 0, one.project_id


def projects(choice: Choice) -> "QuerySet[Standing]":
    """The projects with lamp and risk, the riskiest first.

    A red lamp or a score below 60 adds 2; a yellow one, a score below 80 or being late adds 1.
    """
    rules = choice.rulebook, choice.year
    in_time = (
        (F("rank") / 2) if usual(*rules)
        else by_lamp(*rules, {"red": 2, "yellow": 1, "green": 0, "none": 0}) + points()
    )  # fmt: skip
    found = Standing.objects.filter(
        choice.reach("organisation"), fiscal_year=choice.year, month=None, deleted=False
    ).annotate(
        lamp=F("usual_lamp") if usual(*rules) else by_lamp(*rules, {one: one for one in LAMPS}),
        risk=in_time + Case(When(due__lt=choice.today, then=1), default=0),
    )
    if choice.lamp:
        found = found.filter(lamp=choice.lamp)
    if choice.words:
        found = found.filter(
            Q(project__name__icontains=choice.words) | Q(project__code__icontains=choice.words)
        )
    return found.order_by("-risk", F("budget").desc(nulls_last=True), "project_id")


def bases(choice: Choice, shown: "Iterable[Standing] | None" = None) -> dict[int, dict[str, str]]:
    """Of projects whose score is the printed one, why the rules give none: of all, or of those ``shown``."""
    found = FormScore.objects.filter(choice.reach("organisation"), fiscal_year=choice.year).order_by("pk")
    if shown is not None:
        found = found.filter(project__in=[one.project_id for one in shown])
    latest = dict(found.filter(project__isnull=False).values_list("project_id", "printed"))
    return {number: printed for number, printed in latest.items() if printed}


def basis(one: Standing, known: dict[int, dict[str, str]]) -> str:
    """Where the score of the project comes from, in words; blank where it has none."""
    if one.score is None:
        return ""
    if (printed := known.get(one.project_id)) is None:
        return gettext("按规则计算")
    why = printed.get("en" if get_language() == "en" else "zh", "")
    return gettext("报告所印，没有复算：%(why)s") % {"why": why}


def row(one: Standing, choice: Choice, known: dict[int, dict[str, str]] | None = None) -> dict[str, Any]:
    """A project's row; ``known`` are the `bases`."""
    department = choice.department_at(place(one.organisation))
    return {
        "department": str(choice.departments[department]) if department else "",
        "code": one.project.code,
        "name": one.project.name,
        "budget": one.budget,
        "outturn": one.spent,
        "rate": percent(one.spent, one.budget),
        "lamp": one.lamp,
        "score": percent(one.score, 100),
        "basis": basis(one, known or {}),
        "late": int(one.due is not None and one.due < choice.today),
        "risk": one.risk,
        "link_on": "name",
        "link": reverse("dashboards:project", args=[one.project_id]) + "?" + choice.query(),
    }
