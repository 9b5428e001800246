"""Many projects at once, from the year before."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.adding import ADDS, locked, stages_under_way
from jixiao.web.cycles.carrying import Past, PastYear, Way
from jixiao.web.cycles.models import Cycle, Task
from jixiao.web.filings.models import Funding, Project
from jixiao.web.organisations.models import Organisation
from jixiao.web.organisations.walking import listed
from jixiao.web.people.models import User

AT_ONCE: Final = 2000
"""Projects that come in one go."""
_TOLD: Final = 20
_BATCH: Final = 200


@dataclass(frozen=True, slots=True)
class Carried:
    """What came of it: the new projects, how many forms went out, how many projects had come before."""

    projects: tuple[Project, ...]
    tasks: int
    there: int


@dataclass(frozen=True, slots=True)
class CarryProjects(Action[Carried]):
    """Projects of the year before come into the year, all or none; those that came already are passed over.

    ``amounts`` are the numbers of the projects of the year before, each with the funds in yuan that the
    person was shown for it (None: none, or not known): where they are others by now, nothing is done. Each
    gets its forms as by `CreateProject`, in as many statements for eight hundred as for one hundred, but for
    the batches of inserts.
    """

    cycle: Cycle
    way: str
    amounts: Mapping[int, Decimal | None]
    targets_by: date | None = None

    permission = ADDS
    verb = "cycles.carry_projects"

    def place(self) -> Organisation | None:
        """Anywhere: each project's body is looked for among those to which the person may add projects."""
        return None

    def perform(self, actor: User) -> Carried:
        """Judge again, as others may have written meanwhile; store, and send the forms out."""
        if self.way not in Way.values:
            raise Refused(_("请选择转入方式。"))
        if len(self.amounts) > AT_ONCE:
            raise Refused(too_many())
        cycle = locked(self.cycle)
        found = PastYear(cycle, actor).locked(self.amounts)
        self._refuse(found)
        coming = [one for one in found if not one.there]
        if not coming:
            return Carried((), 0, len(found))
        stages = stages_under_way(cycle, self.targets_by)
        made = self._stored(cycle, coming)
        tasks = Task.objects.bulk_create(
            (
                Task(stage=stage, organisation=project.organisation, project=project, deadline=deadline)
                for stage, deadline in stages
                for project in made
            ),
            batch_size=_BATCH,
        )
        return Carried(tuple(made), len(tasks), len(found) - len(coming))

    def _refuse(self, found: list[Past]) -> None:
        """Say everything that stands against it.

        Raises:
            Refused: something does.
        """
        faults = []
        if lacking := len(self.amounts) - len(found):
            faults.append(
                _("有 %(count)s 个项目不是上年的项目，或不在您的范围内。请返回重新选择。")
                % {"count": lacking}
            )
        for one in found:
            if one.there:
                continue
            why = one.objection(self.way)
            if not why and one.funds(self.way) != self.amounts[one.project.pk]:
                why = _("上年的预算数或执行数刚刚改过。请重新预览，核对结转资金。")
            if why:
                faults.append(_("“%(name)s”：%(why)s") % {"name": one.project.name, "why": why})
        if len(faults) > _TOLD:
            more = _("另有 %(count)s 个项目也不能转入。") % {"count": len(faults) - _TOLD}
            faults = [*faults[:_TOLD], more]
        if faults:
            raise Refused(faults)

    def _stored(self, cycle: Cycle, coming: list[Past]) -> list[Project]:
        """The projects with their money block, each after those that its body has in the year."""
        bodies = listed({one.project.organisation_id for one in coming})
        there = Project.objects.filter(organisation__in=bodies, fiscal_year=cycle.fiscal_year)
        positions = Counter(there.order_by().values_list("organisation_id", flat=True))
        projects = []
        for one in coming:
            project = one.successor(cycle, self.way)
            project.position = positions[project.organisation_id]
            positions[project.organisation_id] += 1
            projects.append(project)
        made = Project.objects.bulk_create(projects, batch_size=_BATCH)
        Funding.objects.bulk_create(
            (
                row
                for one, project in zip(coming, made, strict=True)
                for row in one.funding(project, self.way)
            ),
            batch_size=_BATCH,
        )
        return made

    def told(self, result: Carried) -> dict[str, Any]:
        """The year, as what, and every project by its body's code and its own, with the funds it brought."""
        return {
            "cycle": self.cycle.pk,
            "kind": self.way,
            "projects": [
                [one.organisation.code, one.code, self._amount(one.predecessor_id)] for one in result.projects
            ],
            "tasks": result.tasks,
        }

    def _amount(self, number: int | None) -> str:
        amount = self.amounts.get(number or 0)
        return "" if amount is None else f"{amount:f}"


def too_many() -> str:
    """What is said where more are asked for than come in one go."""
    return _("一次最多转入 %(most)s 个项目，请先按单位筛选，分批转入。") % {"most": AT_ONCE}
