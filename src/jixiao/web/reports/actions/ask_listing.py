"""Ask for the kinds of reports on offer."""

from dataclasses import dataclass

from jixiao.web.actions import Action
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.reports.models import Listing, State
from jixiao.web.reports.permissions import WRITES
from jixiao.web.reports.tasks import list_offers


@dataclass(frozen=True, slots=True)
class AskListing(Action[Listing]):
    """Have the list made; one that is under way is not asked for twice."""

    year: DepartmentYear

    permission = WRITES
    verb = "reports.ask_listing"

    def place(self) -> Organisation | None:
        """The department."""
        return self.year.organisation

    def perform(self, actor: User) -> Listing:
        """Put it into the queue."""
        del actor
        row, made = Listing.objects.select_for_update().get_or_create(year=self.year)
        if made or not row.busy:
            row.state = State.WAITING
            row.save()
            list_offers.enqueue(self.year.pk)
        return row
