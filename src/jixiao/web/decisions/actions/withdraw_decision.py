"""Withdraw a decision."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action
from jixiao.web.decisions.keeping import locked, step, told_of
from jixiao.web.decisions.models import STANDING, Decision, State
from jixiao.web.decisions.permissions import DECIDES
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.typed import explained


@dataclass(frozen=True, slots=True)
class WithdrawDecision(Action[Decision]):
    """Before or after it was confirmed, with the reason; another one may be recorded then."""

    decision: Decision
    words: str
    revision: int

    permission = DECIDES
    verb = "decisions.withdraw"

    def place(self) -> Organisation | None:
        """The body that it is about."""
        return self.decision.organisation

    def perform(self, actor: User) -> Decision:
        """It stays on record."""
        now = locked(self.decision, self.revision, *STANDING)
        return step(now, actor, State.WITHDRAWN, explained(self.words, "words", _("原因")))

    def told(self, result: Decision) -> dict[str, Any]:
        """What was withdrawn, and why."""
        return {**told_of(result), "reason": self.words.strip()}
