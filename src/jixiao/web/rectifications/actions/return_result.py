"""Give a result back."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.rectifications.models import Demand, State
from jixiao.web.rectifications.moving import by_another, by_issuer, locked, said, step
from jixiao.web.rectifications.permissions import ISSUES


@dataclass(frozen=True, slots=True)
class ReturnResult(Action[Demand]):
    """The office that issued the demand is not content, and says why; the deadline stays."""

    demand: Demand
    words: str
    revision: int

    permission = ISSUES
    verb = "rectifications.return"

    def place(self) -> Organisation | None:
        """The body that has to put it right."""
        return self.demand.organisation

    def perform(self, actor: User) -> Demand:
        """Back to the body, with what it wrote."""
        words = said(self.words, _("退回须写明还有什么没有整改到位。"))
        now = locked(self.demand, self.revision, State.PENDING)
        by_issuer(now, actor)
        by_another(now, actor)
        return step(now, actor, "return", State.RETURNED, words)

    def told(self, result: Demand) -> dict[str, Any]:
        """The state."""
        return {"state": result.state}
