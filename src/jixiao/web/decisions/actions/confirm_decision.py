"""Confirm a decision that somebody else recorded."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.decisions.keeping import locked, step, told_of
from jixiao.web.decisions.models import Decision, State
from jixiao.web.decisions.permissions import DECIDES
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class ConfirmDecision(Action[Decision]):
    """Four eyes: never by the person who recorded it; from now on the department sees it."""

    decision: Decision
    revision: int

    permission = DECIDES
    verb = "decisions.confirm"

    def place(self) -> Organisation | None:
        """The body that it is about."""
        return self.decision.organisation

    def perform(self, actor: User) -> Decision:
        """It stands."""
        now = locked(self.decision, self.revision, State.RECORDED)
        if now.recorded_by_id == actor.pk:
            raise Refused(_("这项决定是您本人登记的，登记和复核不能是同一个人；请由另一位绩效股室人员复核。"))
        if now.stale:
            raise Refused(_("依据的评价已取消终审，或等级有变化。请先撤回，再按现在的等级登记。"))
        return step(now, actor, State.CONFIRMED)

    def told(self, result: Decision) -> dict[str, Any]:
        """What was confirmed."""
        return told_of(result)
