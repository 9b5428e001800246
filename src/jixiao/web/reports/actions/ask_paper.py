"""Ask for a report."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.reports.models import Listing, Paper, State
from jixiao.web.reports.permissions import WRITES
from jixiao.web.reports.tasks import write_paper


@dataclass(frozen=True, slots=True)
class AskPaper(Action[Paper]):
    """Have a report of a kind written from the facts of now; ``project`` is a code, blank for the whole."""

    year: DepartmentYear
    kind: str
    project: str = ""

    permission = WRITES
    verb = "reports.ask_paper"

    def place(self) -> Organisation | None:
        """The department."""
        return self.year.organisation

    def perform(self, actor: User) -> Paper:
        """Put it into the queue, once."""
        del actor
        listing = Listing.objects.filter(year=self.year).first()
        offers = {one["kind"]: one for one in listing.told.get("offers", ())} if listing else {}
        offer = offers.get(self.kind)
        if offer is None or (self.project and self.project not in offer["projects"]):
            raise Refused(_("这里没有这种报告。请从列表中选择。"))
        row, made = Paper.objects.select_for_update(of=("self",)).get_or_create(
            year=self.year, kind=self.kind, project=self.project, frozen_at=None,
            defaults={"title": offer["title"][:300]},
        )  # fmt: skip
        if made or not row.busy:
            row.state = State.WAITING
            row.save(update_fields=["state", "asked_at"])
            write_paper.enqueue(row.pk)
        return row
