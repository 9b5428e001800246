"""Take a day out of the table of holidays."""

from dataclasses import dataclass
from typing import Any

from jixiao.web.actions import Action
from jixiao.web.cycles.models import Holiday
from jixiao.web.cycles.permissions import OPENS
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class RemoveHoliday(Action[None]):
    """The day counts by its weekday again; the log keeps what it was."""

    holiday: Holiday

    permission = OPENS
    verb = "cycles.remove_holiday"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.holiday.jurisdiction

    def perform(self, actor: User) -> None:
        """Remove it."""
        del actor
        self.holiday.delete()

    def told(self, result: None) -> dict[str, Any]:
        """What it was."""
        del result
        one = self.holiday
        return {"day": one.day, "kind": one.kind, "name": one.name, "source": one.source}
