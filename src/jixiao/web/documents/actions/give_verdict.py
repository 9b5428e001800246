"""Say to a finding that it is right, or why it is to be left."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Changed, Refused
from jixiao.web.documents.models import Decision, Document, Found, Verdict
from jixiao.web.documents.permissions import UPLOAD, may_judge
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User

LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class GiveVerdict(Action[Verdict]):
    """A verdict on a finding; ``revision`` is that of the verdict the page showed, 0 for none."""

    found: Found
    decision: str
    reason: str = ""
    revision: int = 0

    permission = UPLOAD
    verb = "documents.give_verdict"

    def place(self) -> Organisation | None:
        """The body of the document."""
        return self.found.version.document.organisation

    def perform(self, actor: User) -> Verdict:
        """Keep it for this and every later version that has the finding."""
        document = Document.objects.select_for_update(of=("self",)).get(pk=self.found.version.document_id)
        if not may_judge(actor, document):
            raise PermissionDenied
        if document.sealed:
            raise Refused(_("文件疑似涉密，已封存。"))
        reason = self.reason.strip()
        if self.decision not in Decision.values:
            raise Refused(_("请选择“要改”或“不改”。"))
        if self.decision == Decision.WAIVED and len(reason) < 2:
            raise Refused({"reason": _("请写明不改的理由，下一版复查时还会用到。")})
        if len(reason) > LONGEST_REASON:
            raise Refused({"reason": _("理由不超过 %(limit)s 字。") % {"limit": LONGEST_REASON}})
        verdict = Verdict.objects.filter(document=document, identity=self.found.identity).first()
        if (verdict.revision if verdict else 0) != self.revision:
            raise Changed(_("他人刚处理过这一处，请看过后再定。"), verdict)
        verdict = verdict or Verdict(
            document=document, identity=self.found.identity, likeness=self.found.likeness, revision=0
        )
        verdict.decision, verdict.reason, verdict.by, verdict.version = (
            self.decision,
            reason,
            actor,
            self.found.version,
        )
        verdict.revision += 1
        verdict.save()
        return verdict

    def told(self, result: Verdict) -> dict[str, Any]:
        """What was said to which finding."""
        return {
            "code": self.found.code,
            "identity": result.identity,
            "decision": result.decision,
            "reason": result.reason,
            "revision": result.revision,
        }
