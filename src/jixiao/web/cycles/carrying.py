"""Projects of the year before: which of them may come into a year, and what each would be there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from django.db.models import Q, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jixiao.core.dossier.projects import Origin
from jixiao.web.cycles.adding import reached
from jixiao.web.cycles.bodies import filing_bodies
from jixiao.web.cycles.models import Cycle, StageKind, Task, TaskState
from jixiao.web.filings.models import Funding, Project
from jixiao.web.organisations.walking import listed
from jixiao.web.people.models import User

if TYPE_CHECKING:
    from jixiao.web.organisations.models import Organisation

SOURCE: Final = "上年结转资金"
"""The line of the money block by which the forms of every place know these funds."""
_KEPT: Final = (
    *("code", "name", "base", "nature", "category", "function_code", "manager", "finance_manager"),
    *("starts", "ends", "whole_amount", "whole_fiscal", "goal"),
)
_KEPT_MORE: Final = ("aliases", "unit", "organisation", "process")
_SHOWN: Final = (
    *("organisation_id", "fiscal_year", "code", "name", "origin", "nature", "starts", "ends"),
    *("revised_budget", "outturn", "position", "deleted"),
)
_YEAR: Final = re.compile(r"\s*(\d{4})")
_PERCENT: Final = Decimal("0.01")


class Way(TextChoices):
    """As what projects come: with new money, with that and what was not spent, or with the latter alone."""

    CONTINUED = "continued", gettext_lazy("延续项目")
    WITH_FUNDS = "with_funds", gettext_lazy("延续项目，并列上年结转资金")
    CARRIED_OVER = "carried_over", gettext_lazy("上年结转项目")


@dataclass(frozen=True, slots=True)
class Past:
    """A project of the year before, with its body; ``barred`` says why it cannot come, blank where it can.

    ``there``: it has come already.
    """

    project: Project
    barred: str
    there: bool

    @property
    def unspent(self) -> Decimal | None:
        """The appropriation less the outturn, in yuan; None where either is not known."""
        return _less(self.project.revised_budget, self.project.outturn)

    @property
    def rate(self) -> Decimal | None:
        """The outturn in percent of the appropriation, to two decimals; None where there is none."""
        return _rate(self.project.outturn, self.project.revised_budget)

    @property
    def lasts(self) -> bool:
        """Whether it goes on after its year, as far as its form says: every year, or until a later one."""
        ends = _YEAR.match(self.project.ends)
        later = ends is not None and int(ends[1]) > self.project.fiscal_year
        return later or "经常" in self.project.nature or "长期" in self.project.ends

    def objection(self, way: str) -> str:
        """Why it cannot come in this way; blank where it can."""
        if self.barred:
            return self.barred
        if way == Way.CARRIED_OVER and self.unspent is not None and self.unspent <= 0:
            return _("上年没有未用完的资金，不能作为上年结转项目。")
        return ""

    def funds(self, way: str) -> Decimal | None:
        """What it brings along, in yuan; None where that is nothing or not known."""
        if way == Way.CONTINUED or self.unspent is None or self.unspent <= 0:
            return None
        return self.unspent

    def successor(self, cycle: Cycle, way: str) -> Project:
        """What it would be in the year, not stored: what it is stays, what it did and got stays behind."""
        before = self.project
        carried = way == Way.CARRIED_OVER
        return Project(
            organisation=before.organisation,
            fiscal_year=cycle.fiscal_year,
            predecessor=before,
            origin=Origin.CARRIED_OVER.value if carried else Origin.INITIAL.value,
            document_number=before.document_number if carried else "",
            revised_budget=self.funds(way) if carried else None,
            absent={name: words for name, words in before.absent.items() if name in _KEPT},
            more={name: before.more[name] for name in _KEPT_MORE if name in before.more},
            **{name: getattr(before, name) for name in _KEPT},
        )

    def funding(self, project: Project, way: str) -> list[Funding]:
        """The line of the successor's money block; of a carried-over project also where nothing is known."""
        amount = self.funds(way)
        if amount is None and way != Way.CARRIED_OVER:
            return []
        return [Funding(project=project, source=SOURCE, requested=amount, revised_budget=amount)]


class PastYear:
    """The projects of the year before of the bodies to which the person may add projects."""

    def __init__(self, cycle: Cycle, actor: User) -> None:
        allowed = reached(actor)
        every = filing_bodies(cycle.jurisdiction, in_use=False) if allowed else []
        self.bodies: dict[int, Organisation] = {one.pk: one for one in every if one.pk in allowed}
        self._in_use = {one.pk for one in filing_bodies(cycle.jurisdiction)} if self.bodies else set()
        self._cycle, self._actor = cycle, actor

    def all(self) -> list[Past]:
        """All of them, in the order of the tree; without their texts."""
        order = {pk: place for place, pk in enumerate(self.bodies)}
        found = self._judged(Project.objects.only(*_SHOWN))
        return sorted(found, key=lambda one: (order[one.project.organisation_id], one.project.position))

    def locked(self, numbers: Iterable[int]) -> list[Past]:
        """Those of these numbers, whole, locked until the transaction ends."""
        wanted = Project.objects.select_for_update(of=("self",)).filter(pk__in=listed(numbers))
        return self._judged(wanted)

    def below(self, number: int) -> set[int]:
        """The numbers of a body and of those below it; parents come before them."""
        found = {number} & self.bodies.keys()
        for pk, body in self.bodies.items():
            if body.parent_id in found:
                found.add(pk)
        return found

    def _judged(self, projects) -> list[Past]:
        here = listed(self.bodies)
        successors: set[int] = set()
        codes: dict[tuple[int, str], str] = {}
        now = Project.objects.filter(fiscal_year=self._cycle.fiscal_year, deleted=False)
        now = now.filter(Q(organisation__in=here) | Q(predecessor__organisation__in=here)).order_by()
        for body, code, name, before in now.values_list("organisation_id", "code", "name", "predecessor_id"):
            codes[body, code] = name
            successors.add(before)
        past = projects.visible_to(self._actor).filter(
            organisation__in=here, fiscal_year=self._cycle.fiscal_year - 1
        )
        found = []
        for one in past.order_by("pk"):
            one.organisation = self.bodies[one.organisation_id]
            found.append(Past(one, self._barred(one, successors, codes), one.pk in successors))
        return found

    def _barred(self, one: Project, successors: set[int], codes: dict[tuple[int, str], str]) -> str:
        if one.pk in successors:
            return _("已转入本年度。")
        if one.deleted:
            return _("上年已删除。")
        if one.organisation_id not in self._in_use:
            return _("单位已停用。")
        if (name := codes.get((one.organisation_id, one.code))) is not None:
            return _("本年度已有代码相同的项目“%(name)s”。") % {"name": name}
        return ""


def _less(budget: Decimal | None, outturn: Decimal | None) -> Decimal | None:
    return None if budget is None or outturn is None else budget - outturn


def _rate(outturn: Decimal | None, budget: Decimal | None) -> Decimal | None:
    if outturn is None or not budget:
        return None
    return (outturn * 100 / budget).quantize(_PERCENT, ROUND_HALF_UP)


def results(projects: Iterable[int], user: User) -> dict[int, Task]:
    """The self-evaluations of these projects that are final, by project."""
    final = Task.objects.visible_to(user).filter(
        project__in=listed(projects), stage__kind=StageKind.SELF_EVALUATION, state=TaskState.FINAL
    )
    return {one.project_id: one for one in final.only("project_id", "score", "grade").order_by("pk")}
