"""Record that a published report was taken back."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.reports.models import Paper
from jixiao.web.reports.permissions import PUBLISHES
from jixiao.web.reports.publication import PublicationState, PublicationStep
from jixiao.web.reports.publishing import locked, step, told_of
from jixiao.web.typed import explained

_WAYS = frozenset({PublicationState.WITHDRAWN, PublicationState.CORRECTED})


@dataclass(frozen=True, slots=True)
class WithdrawPublication(Action[PublicationStep]):
    """Withdrawn, or corrected by a version to come, with the reason; ``after`` as for the review.

    A withdrawn report may be published again after another review; a corrected one gives way to a new one.
    """

    paper: Paper
    way: str
    reason: str
    after: int

    permission = PUBLISHES
    verb = "reports.withdraw_publication"

    def place(self) -> Organisation | None:
        """The department, whose lead signs for it."""
        return self.paper.year.organisation

    def perform(self, actor: User) -> PublicationStep:
        """Keep the reason; when and where it was published stays on record."""
        paper = locked(self.paper, self.after)
        if paper.publication != PublicationState.PUBLISHED:
            raise Refused(_("这份报告没有登记为“已公开”，不用撤回或更正。"))
        if self.way not in _WAYS:
            raise Refused(_("请选择撤回或更正。"))
        return step(
            paper,
            actor,
            PublicationState(self.way),
            words=explained(self.reason, "reason", _("撤回或更正的原因")),
        )

    def told(self, result: PublicationStep) -> dict[str, Any]:
        """Which way, and why."""
        return told_of(result)
