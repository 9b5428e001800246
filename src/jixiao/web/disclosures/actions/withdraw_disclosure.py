"""Take back what was recorded of a publication."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.disclosures.keeping import locked, step, told_of
from jixiao.web.disclosures.models import Disclosure, Verb
from jixiao.web.disclosures.permissions import PUBLISHES
from jixiao.web.disclosures.publishing import by_report
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.typed import explained


@dataclass(frozen=True, slots=True)
class WithdrawDisclosure(Action[Disclosure]):
    """Recorded by mistake, or the page was taken down: it waits to be published again."""

    shown: Disclosure
    reason: str

    permission = PUBLISHES
    verb = "disclosures.withdraw"

    def place(self) -> Organisation | None:
        """The department."""
        return self.shown.organisation

    def perform(self, actor: User) -> Disclosure:
        """Day and address stay in the record of steps."""
        now = locked(self.shown)
        if now.published_on is None and (report := by_report(now)):
            raise Refused(
                _("公开登记在报告“%(title)s”上，请在报告页上登记撤回或更正。") % {"title": report.title}
            )
        if now.published_on is None:
            raise Refused(_("%(what)s没有登记公开，不用撤销。") % {"what": now})
        words = explained(self.reason, "words", _("原因"))
        before, now.published_on, now.address = now.published_on, None, ""
        return step(now, actor, Verb.WITHDRAW, day=before, words=words)

    def told(self, result: Disclosure) -> dict[str, Any]:
        """Why."""
        return {**told_of(result), "reason": self.reason.strip()}
