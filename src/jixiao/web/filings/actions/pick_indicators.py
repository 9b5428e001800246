"""Take indicators of the library into a form."""

from dataclasses import dataclass
from typing import Any

from jixiao.web.actions import Action
from jixiao.web.cycles.models import Task
from jixiao.web.cycles.permissions import FILLS
from jixiao.web.filings.actions.add_rows import AddRows
from jixiao.web.filings.library import LibraryIndicator
from jixiao.web.filings.sheets import LEVELS
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User

COPIED = ("level1", "level2", "name", "operator", "target", "unit")


@dataclass(frozen=True, slots=True)
class PickIndicators(Action[list[Any]]):
    """New rows with what the library says; one whose name the form has already is passed over."""

    task: Task
    indicators: tuple[LibraryIndicator, ...]

    permission = FILLS
    verb = "filings.pick_indicators"

    def place(self) -> Organisation | None:
        """The body that fills the form in."""
        return self.task.organisation

    def perform(self, actor: User) -> list[Any]:
        """Add them."""
        rows = tuple(
            {name: getattr(one, name) for name in COPIED} | ({} if self._fits(one) else {"level1": ""})
            for one in self.indicators  # a place's own first level is no project's: the clerk chooses
        )
        return AddRows(self.task, "indicators", rows, once=True).perform(actor)

    def _fits(self, one: LibraryIndicator) -> bool:
        """Whether the form takes the first level: a department's are its place's own."""
        return self.task.project_id is None or one.level1 in LEVELS

    def told(self, result: list[Any]) -> dict[str, Any]:
        """Which."""
        return {
            "task": self.task.pk,
            "library": [one.pk for one in self.indicators],
            "rows": [row.pk for row in result],
        }
