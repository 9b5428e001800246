"""Many projects at once, from a workbook."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jixiao.web.actions import Refused, carry_out
from jixiao.web.cycles.actions.import_projects import ImportProjects
from jixiao.web.cycles.adding import stages_under_way
from jixiao.web.cycles.forms import TargetsForm
from jixiao.web.cycles.models import Cycle, CycleState
from jixiao.web.cycles.project_table import Projects, places_for, table_of
from jixiao.web.importing.judging import Judged
from jixiao.web.importing.pages import Given, Import, page
from jixiao.web.importing.table import Table
from jixiao.web.people.models import User
from jixiao.web.people.permissions import needs


class ProjectImport(Import):
    """The projects of a year."""

    def __init__(self, cycle: Cycle, actor: User, posted: Any) -> None:
        self.name = f"projects:{cycle.pk}"
        self.heading = _("批量新增项目")
        self.back = reverse("cycles:cycle", kwargs={"pk": cycle.pk})
        self._cycle, self._actor = cycle, actor
        self._form = TargetsForm(posted)
        self._places = places_for(cycle, actor)
        self.tables = (table_of(self._places),)

    def more(self) -> TargetsForm:
        """The deadline of targets, where that of the year has passed."""
        return self._form

    def judged(self, given: Given) -> dict[Table, list[Judged]]:
        """Every line."""
        if self._cycle.state != CycleState.OPEN:
            raise Refused(_("这个年度的工作没有开放，不能办理。"))
        stages_under_way(self._cycle, self._form.cleaned_data["targets_by"])
        return {
            table: Projects(table, lines, self._cycle, self._places).judged()
            for table, lines in given.items()
        }

    def take(self, given: Given) -> str:
        """Make them."""
        lines = given[self.tables[0]]
        done = carry_out(
            ImportProjects(self._cycle, lines, self._form.cleaned_data["targets_by"]), self._actor
        )
        return _("已新增 %(projects)s 个项目，并下达 %(tasks)s 份表。") % {
            "projects": len(done.projects), "tasks": done.tasks,
        }  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ImportProjects.permission)
def import_projects(request: HttpRequest, pk: int) -> HttpResponse:
    """An empty workbook out, a filled one in."""
    cycle = get_object_or_404(Cycle.objects.visible_to(request.user).select_related("jurisdiction"), pk=pk)
    return page(request, ProjectImport(cycle, request.user, request.POST or None))
