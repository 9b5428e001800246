"""Ask for the self-check of a form's reports."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Task
from jixiao.web.filings.subjects import year_of
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.reports.freezing import begin
from jixiao.web.reports.models import Listing
from jixiao.web.reports.permissions import WRITES
from jixiao.web.reports.self_checking import freezes


@dataclass(frozen=True, slots=True)
class AskSelfCheck(Action[Listing]):
    """Have the reports that the form will freeze written and checked, once at a time."""

    task: Task

    permission = WRITES
    verb = "reports.ask_self_check"

    def place(self) -> Organisation | None:
        """The department."""
        return self.task.organisation

    def perform(self, actor: User) -> Listing:
        """Put it into the queue."""
        del actor
        row = begin(year_of(self.task.organisation, self.task.stage.cycle.fiscal_year))
        if row is None or not freezes(self.task):
            raise Refused(_("这份表没有要定稿的报告。"))
        return row
