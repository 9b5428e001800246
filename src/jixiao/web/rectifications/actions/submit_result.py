"""Hand in what was done about a demand."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.rectifications.models import IN_HAND, Demand, State
from jixiao.web.rectifications.moving import locked, step
from jixiao.web.rectifications.permissions import ANSWERS


@dataclass(frozen=True, slots=True)
class SubmitResult(Action[Demand]):
    """Measures and result, for the issuer to accept."""

    demand: Demand
    measures: str
    result: str
    revision: int

    permission = ANSWERS
    verb = "rectifications.submit"

    def place(self) -> Organisation | None:
        """The body that had to put it right."""
        return self.demand.organisation

    def perform(self, actor: User) -> Demand:
        """Keep both texts and give the demand to its issuer; the history keeps the result as handed in."""
        now = locked(self.demand, self.revision, *IN_HAND)
        now.measures, now.result = self.measures.strip(), self.result.strip()
        lacking = {}
        if not now.measures:
            lacking["measures"] = _("报送前请写明整改措施。")
        if not now.result:
            lacking["result"] = _("报送前请写明整改结果。")
        if lacking:
            raise Refused(lacking)
        now.submitted_by, now.submitted_at = actor, timezone.now()
        return step(now, actor, "submit", State.PENDING, now.result)

    def told(self, result: Demand) -> dict[str, Any]:
        """How many files prove it."""
        return {"files": result.proofs.filter(deleted=False).count(), "state": result.state}
