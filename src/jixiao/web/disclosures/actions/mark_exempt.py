"""Record that a department does not publish, and why."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.disclosures.keeping import locked, step, told_of
from jixiao.web.disclosures.models import Disclosure, Verb
from jixiao.web.disclosures.permissions import EXEMPTS, recorder
from jixiao.web.disclosures.publishing import by_report
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.typed import explained


@dataclass(frozen=True, slots=True)
class MarkExempt(Action[Disclosure]):
    """Not applicable, such as of a department whose budget is classified; the reason itself is not."""

    shown: Disclosure
    reason: str

    permission = EXEMPTS
    verb = "disclosures.mark_exempt"

    def place(self) -> Organisation | None:
        """The department."""
        return self.shown.organisation

    def perform(self, actor: User) -> Disclosure:
        """It is neither late nor due from now on."""
        now = locked(self.shown)
        if now.exempt_reason:
            raise Refused(_("%(what)s已经登记为不适用。") % {"what": now})
        if now.published_on is not None or by_report(now):
            raise Refused(_("%(what)s已经登记公开，不能登记为不适用。") % {"what": now})
        now.exempt_reason = explained(self.reason, "words", _("不公开的理由"))
        now.exempt_by = recorder(actor, now.organisation)
        return step(now, actor, Verb.EXEMPT, words=now.exempt_reason)

    def told(self, result: Disclosure) -> dict[str, Any]:
        """Why."""
        return told_of(result)
