"""Hand in the next version of a document."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Changed, Refused
from jixiao.web.documents.actions.upload_document import add_version, admit
from jixiao.web.documents.models import Document, Version
from jixiao.web.documents.permissions import UPLOAD, may_judge
from jixiao.web.documents.storage import Stored, shown_name
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class UploadVersion(Action[Version]):
    """A stored file; ``after`` is the number of the version that the page showed as the last."""

    document: Document
    after: int
    name: str
    stored: Stored
    declared: bool

    permission = UPLOAD
    verb = "documents.upload_version"

    def place(self) -> Organisation | None:
        """The body that it is about."""
        return self.document.organisation

    def perform(self, actor: User) -> Version:
        """Add it, unless somebody else added one meanwhile."""
        if not may_judge(actor, self.document):
            raise PermissionDenied
        admit(self.stored, actor, declared=self.declared)
        document = Document.objects.select_for_update(of=("self",)).get(pk=self.document.pk)
        if document.sealed:
            raise Refused(_("文件疑似涉密，已封存，不能上传新版本。"))
        latest = document.versions.order_by("-number").first()
        number = latest.number if latest else 0
        if number != self.after:
            raise Changed(
                _("他人刚上传了第 %(number)s 版，请刷新后核对，再上传。") % {"number": number}, latest
            )
        if latest and latest.sha256 == self.stored.sha256:
            raise Refused({"file": _("与第 %(number)s 版内容完全相同，无需再传。") % {"number": number}})
        document.secrecy, document.secrecy_by, document.secrecy_at = "declared", None, None
        document.save(
            update_fields=["secrecy", "secrecy_by", "secrecy_at"]
        )  # what was reviewed is another file
        return add_version(document, shown_name(self.name), self.stored, actor, number + 1)

    def told(self, result: Version) -> dict[str, Any]:
        """The content by its hash."""
        return {"number": result.number, "sha256": self.stored.sha256, "size": self.stored.size}
