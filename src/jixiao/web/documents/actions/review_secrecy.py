"""Review whether a document holds what is classified."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Changed, Refused
from jixiao.web.documents.models import Document, Secrecy
from jixiao.web.documents.permissions import REVIEW_SECRECY
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.roles import BUREAU


@dataclass(frozen=True, slots=True)
class ReviewSecrecy(Action[Document]):
    """Cleared or sealed; ``before`` is the state and ``after`` the version that the page showed."""

    document: Document
    state: str
    before: str
    after: int

    permission = REVIEW_SECRECY
    verb = "documents.review_secrecy"

    def place(self) -> Organisation | None:
        """The body of the document."""
        return self.document.organisation

    def perform(self, actor: User) -> Document:
        """Note it; nobody clears what they handed in themselves, only the bureau opens what was sealed."""
        document = Document.objects.select_for_update(of=("self",)).get(pk=self.document.pk)
        latest = document.versions.order_by("-number").first()
        if document.secrecy != self.before or (latest.number if latest else 0) != self.after:
            raise Changed(_("保密审查状态或版本刚被他人更改，请核对后再定。"), document)
        if self.state not in {Secrecy.CLEARED, Secrecy.SEALED}:
            raise Refused(_("请选择审查结果。"))
        if document.sealed and not actor.holds(BUREAU, document.organisation):
            raise Refused(_("已封存的文件由财政部门核实后解除。"))
        if self.state == Secrecy.CLEARED and latest and latest.uploaded_by_id == actor.pk:
            raise Refused(_("本人上传的文件须由他人复核。"))
        document.secrecy, document.secrecy_by, document.secrecy_at = self.state, actor, timezone.now()
        document.save(update_fields=["secrecy", "secrecy_by", "secrecy_at"])
        return document

    def told(self, result: Document) -> dict[str, Any]:
        """From which state to which."""
        return {"before": self.before, "after": result.secrecy, "version": self.after}
