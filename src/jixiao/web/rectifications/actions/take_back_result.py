"""Take back a result that was handed in."""

from dataclasses import dataclass
from typing import Any

from jixiao.web.actions import Action
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.rectifications.models import Demand, State
from jixiao.web.rectifications.moving import locked, step
from jixiao.web.rectifications.permissions import ANSWERS


@dataclass(frozen=True, slots=True)
class TakeBackResult(Action[Demand]):
    """The body takes its result back while nobody has accepted or returned it; the history keeps it."""

    demand: Demand
    revision: int

    permission = ANSWERS
    verb = "rectifications.take_back"

    def place(self) -> Organisation | None:
        """The body that has to put it right."""
        return self.demand.organisation

    def perform(self, actor: User) -> Demand:
        """Back into the body's hand, as it lay there before; the deadline stays."""
        now = locked(self.demand, self.revision, State.PENDING)
        returned = now.steps.filter(verb="return").exists()
        now.submitted_by, now.submitted_at = None, None
        return step(now, actor, "take_back", State.RETURNED if returned else State.OPEN)

    def told(self, result: Demand) -> dict[str, Any]:
        """The state."""
        return {"state": result.state}
