"""Take a demand back."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.rectifications.models import UNDER_WAY, Demand, State
from jixiao.web.rectifications.moving import by_issuer, locked, said, step
from jixiao.web.rectifications.permissions import ISSUES


@dataclass(frozen=True, slots=True)
class WithdrawDemand(Action[Demand]):
    """The office that issued the demand takes it back and says why; it stays, with its history."""

    demand: Demand
    words: str
    revision: int

    permission = ISSUES
    verb = "rectifications.withdraw"

    def place(self) -> Organisation | None:
        """The body that had to put it right."""
        return self.demand.organisation

    def perform(self, actor: User) -> Demand:
        """End it without a result."""
        words = said(self.words, _("撤销须写明原因。"))
        now = locked(self.demand, self.revision, *UNDER_WAY)
        by_issuer(now, actor)
        return step(now, actor, "withdraw", State.WITHDRAWN, words)

    def told(self, result: Demand) -> dict[str, Any]:
        """The state."""
        return {"state": result.state}
