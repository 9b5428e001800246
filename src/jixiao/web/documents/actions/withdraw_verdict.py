"""Take a verdict back."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Changed, Refused
from jixiao.web.documents.models import Document, Verdict
from jixiao.web.documents.permissions import UPLOAD, may_judge
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class WithdrawVerdict(Action[None]):
    """The verdict as the page showed it; the audit log keeps what it was."""

    verdict: Verdict
    revision: int

    permission = UPLOAD
    verb = "documents.withdraw_verdict"

    def place(self) -> Organisation | None:
        """The body of the document."""
        return self.verdict.document.organisation

    def perform(self, actor: User) -> None:
        """Remove it: the finding waits for a word again."""
        document = Document.objects.select_for_update(of=("self",)).get(pk=self.verdict.document_id)
        if not may_judge(actor, document):
            raise PermissionDenied
        if document.sealed:
            raise Refused(_("文件疑似涉密，已封存。"))
        stored = Verdict.objects.filter(pk=self.verdict.pk).first()
        if stored is None or stored.revision != self.revision:
            raise Changed(_("他人刚处理过这一处，请看过后再定。"), stored)
        stored.delete()

    def told(self, result: None) -> dict[str, Any]:
        """What it was."""
        del result
        return {
            "identity": self.verdict.identity,
            "decision": self.verdict.decision,
            "reason": self.verdict.reason,
        }
