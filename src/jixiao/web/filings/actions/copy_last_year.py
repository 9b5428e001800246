"""Take over what the form of the year before says."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Task
from jixiao.web.cycles.permissions import FILLS
from jixiao.web.filings.actions.add_rows import AddRows
from jixiao.web.filings.columns import shortest
from jixiao.web.filings.models import DepartmentYear, Indicator, Project
from jixiao.web.filings.subjects import year_of
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User

WORDS: Final = ("level1", "level2", "name", "operator", "target", "unit")
TEXTS: Final = ("goal", "annual_goal", "manager", "nature")


@dataclass(frozen=True, slots=True)
class CopyLastYear(Action[list[Any]]):
    """Indicators of the same project, or of the department as a whole, a year ago as new rows.

    A department's main tasks come over without their money. Texts come over where this year's are blank.
    Results stay behind: they were last year's.
    """

    task: Task

    permission = FILLS
    verb = "filings.copy_last_year"

    def place(self) -> Organisation | None:
        """The body that fills the form in."""
        return self.task.organisation

    def perform(self, actor: User) -> list[Any]:
        """Add the rows that are not there yet."""
        return (
            self._department(actor) if self.task.project is None else self._project(self.task.project, actor)
        )

    def _project(self, project: Project, actor: User) -> list[Any]:
        before = _before(project)
        if before is None:
            raise Refused(_("上年没有代码或名称相同的项目。"))
        added = self._rows(Indicator.objects.filter(project=before), actor)
        now = Project.objects.select_for_update().get(pk=project.pk)
        for name in TEXTS:
            if not getattr(now, name):
                setattr(now, name, getattr(before, name))
        now.revision += 1
        now.save()
        return added

    def _department(self, actor: User) -> list[Any]:
        year = year_of(self.task.organisation, self.task.stage.cycle.fiscal_year)
        before = DepartmentYear.objects.filter(
            organisation=year.organisation, fiscal_year=year.fiscal_year - 1
        ).first()
        if before is None:
            raise Refused(_("上年没有这个部门的资料。"))
        added = self._rows(before.indicators.all(), actor)
        tasks = tuple({"name": one.name, "content": one.content} for one in before.main_tasks.all())
        added += AddRows(self.task, "tasks", tasks, once=True).perform(actor)
        now = DepartmentYear.objects.select_for_update().get(
            organisation=year.organisation, fiscal_year=year.fiscal_year
        )
        goal = before.facts.get("appraisal", {}).get("goal", "")
        if goal and not now.facts.get("appraisal", {}).get("goal"):
            now.facts.setdefault("appraisal", {})["goal"] = goal
            now.revision += 1
            now.save()
        return added

    def _rows(self, before: Iterable[Indicator], actor: User) -> list[Any]:
        rows = tuple(_words(one) for one in before)
        return AddRows(self.task, "indicators", rows, once=True).perform(actor)

    def told(self, result: list[Any]) -> dict[str, Any]:
        """The new rows."""
        return {"task": self.task.pk, "rows": [row.pk for row in result]}


def _before(project: Project) -> Project | None:
    """The one that it was carried over from, else that of the same code or name."""
    linked = Project.objects.filter(pk=project.predecessor_id, deleted=False).first()
    past = Project.objects.filter(
        organisation=project.organisation, fiscal_year=project.fiscal_year - 1, deleted=False
    )
    return linked or past.filter(code=project.code).first() or past.filter(name=project.name).first()


def _words(row: Any) -> dict[str, str]:
    words = {name: getattr(row, name) for name in WORDS}
    return words if row.weight is None else {**words, "weight": f"{shortest(row.weight):f}"}
