"""Take back that a department does not publish."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.disclosures.keeping import locked, step, told_of
from jixiao.web.disclosures.models import Disclosure, Verb
from jixiao.web.disclosures.permissions import EXEMPTS, may_lift
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.typed import explained


@dataclass(frozen=True, slots=True)
class LiftExemption(Action[Disclosure]):
    """It has to be published after all; the department takes back only what it recorded itself."""

    shown: Disclosure
    reason: str

    permission = EXEMPTS
    verb = "disclosures.lift_exemption"

    def place(self) -> Organisation | None:
        """The department."""
        return self.shown.organisation

    def perform(self, actor: User) -> Disclosure:
        """The deadline runs again from the approval."""
        now = locked(self.shown)
        if not now.exempt_reason:
            raise Refused(_("%(what)s没有登记为不适用，不用取消。") % {"what": now})
        if not may_lift(actor, now):
            raise PermissionDenied
        words = explained(self.reason, "words", _("原因"))
        now.exempt_reason, now.exempt_by = "", ""
        return step(now, actor, Verb.LIFT, words=words)

    def told(self, result: Disclosure) -> dict[str, Any]:
        """Why."""
        return {**told_of(result), "reason": self.reason.strip()}
