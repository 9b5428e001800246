"""Take an indicator out of use, or put it back."""

from dataclasses import dataclass
from typing import Any

from jixiao.web.actions import Action, unchanged
from jixiao.web.cycles.permissions import OPENS
from jixiao.web.filings.library import LibraryIndicator
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class RetireLibraryIndicator(Action[LibraryIndicator]):
    """It is chosen no more, and stays to tell what forms were made of; ``retired`` false brings it back."""

    indicator: LibraryIndicator
    retired: bool
    revision: int

    permission = OPENS
    verb = "filings.retire_library_indicator"

    def place(self) -> Organisation | None:
        """The jurisdiction."""
        return self.indicator.jurisdiction

    def perform(self, actor: User) -> LibraryIndicator:
        """Mark it."""
        del actor
        stored = unchanged(self.indicator, self.revision)
        stored.retired, stored.revision = self.retired, self.revision + 1
        stored.save()
        return stored

    def told(self, result: LibraryIndicator) -> dict[str, Any]:
        """Which way."""
        return {"retired": result.retired}
