"""Ask for the county's score table."""

from dataclasses import dataclass

from jixiao.web.actions import Action
from jixiao.web.appraisal.models import Appraisal
from jixiao.web.appraisal.permissions import MANAGES
from jixiao.web.appraisal.tasks import score_county
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class AskTable(Action[Appraisal]):
    """Have every department scored by its rules and ranked."""

    appraisal: Appraisal

    permission = MANAGES
    verb = "appraisal.ask_table"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.appraisal.jurisdiction

    def perform(self, actor: User) -> Appraisal:
        """Put it into the queue, once."""
        del actor
        row = Appraisal.objects.select_for_update(of=("self",)).get(pk=self.appraisal.pk)
        if not row.table.get("waiting"):
            row.table = {**row.table, "waiting": True}
            row.save(update_fields=["table"])
            score_county.enqueue(row.pk)
        return row
