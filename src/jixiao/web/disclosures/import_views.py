"""Approvals of many departments, from a workbook."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jixiao.web.actions import carry_out
from jixiao.web.disclosures.actions.import_approvals import ImportApprovals
from jixiao.web.disclosures.approval_table import Approvals, departments_for, table_of
from jixiao.web.importing.judging import Judged
from jixiao.web.importing.pages import Given, Import, page
from jixiao.web.importing.table import Table
from jixiao.web.people.models import User
from jixiao.web.people.permissions import needs


class ApprovalImport(Import):
    """The approvals of the departments of an officer."""

    def __init__(self, actor: User) -> None:
        self.name = "approvals"
        self.heading = _("批量登记批复日期")
        self.back = reverse("disclosures:disclosures")
        self._actor = actor
        self._departments = departments_for(actor)
        self.tables = (table_of(self._departments),)

    def judged(self, given: Given) -> dict[Table, list[Judged]]:
        """Every line."""
        return {table: Approvals(table, lines, self._departments).judged() for table, lines in given.items()}

    def take(self, given: Given) -> str:
        """Record them."""
        done = carry_out(ImportApprovals(given[self.tables[0]]), self._actor)
        return _("已登记 %(count)s 条批复日期。") % {"count": len(done)}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ImportApprovals.permission)
def import_approvals(request: HttpRequest) -> HttpResponse:
    """An empty workbook out, a filled one in."""
    return page(request, ApprovalImport(request.user))
