"""Correct the day of an approval, or take it back."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.disclosures.keeping import approved, locked, step, told_of
from jixiao.web.disclosures.models import Disclosure, Verb
from jixiao.web.disclosures.permissions import RECORDS, may_correct, recorder
from jixiao.web.disclosures.publishing import by_report
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.typed import explained, past_day


@dataclass(frozen=True, slots=True)
class CorrectApproval(Action[Disclosure]):
    """Another day and number, or a blank day where none was approved yet; with the reason.

    What the bureau recorded or corrected, its department does not change.
    """

    shown: Disclosure
    day: str
    number: str
    reason: str

    permission = RECORDS
    verb = "disclosures.correct_approval"

    def place(self) -> Organisation | None:
        """The department."""
        return self.shown.organisation

    def perform(self, actor: User) -> Disclosure:
        """The deadline moves with the day; the one before stays on record."""
        now = locked(self.shown)
        if now.approved_on is None:
            raise Refused(_("还没有登记批复日期，不用更正。"))
        if not may_correct(actor, now):
            raise PermissionDenied
        words = explained(self.reason, "words", _("原因"))
        before, now.approval_number = now.approved_on, self.number.strip()
        if self.day.strip():
            approved(now, past_day(self.day, "day", _("批复日期")), by_report(now))
        else:
            now.approved_on = None
        now.approved_by = recorder(actor, now.organisation) if now.approved_on else ""
        words = _("原为 %(old)s：%(why)s") % {"old": before, "why": words}
        return step(now, actor, Verb.CORRECT, day=now.approved_on, words=words)

    def told(self, result: Disclosure) -> dict[str, Any]:
        """The day now, and why."""
        return {**told_of(result), "reason": self.reason.strip()}
