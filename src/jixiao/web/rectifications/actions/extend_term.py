"""Give a demand more time."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.actions import Action
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.rectifications.models import IN_HAND, Demand, State
from jixiao.web.rectifications.moving import by_issuer, locked, said, step
from jixiao.web.rectifications.permissions import ISSUES
from jixiao.web.rectifications.terms import due


@dataclass(frozen=True, slots=True)
class ExtendTerm(Action[Demand]):
    """So many working days more: after the deadline, or after today where it has passed."""

    demand: Demand
    days: int | None
    words: str
    revision: int

    permission = ISSUES
    verb = "rectifications.extend"

    def place(self) -> Organisation | None:
        """The body that has to put it right."""
        return self.demand.organisation

    def perform(self, actor: User) -> Demand:
        """Move the day; the demand stays with the body."""
        words = said(self.words, _("延期须写明原因。"))
        now = locked(self.demand, self.revision, *IN_HAND)
        by_issuer(now, actor)
        before = now.deadline
        now.deadline = due(now.organisation, max(before, timezone.localdate()), self.days)
        told = _("整改期限由 %(old)s 延至 %(new)s：%(why)s") % {
            "old": before, "new": now.deadline, "why": words,
        }  # fmt: skip
        return step(now, actor, "extend", State(now.state), told)

    def told(self, result: Demand) -> dict[str, Any]:
        """Until when."""
        return {"deadline": result.deadline.isoformat()}
