"""Hand in a file as a new document."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.documents.models import Document, Version
from jixiao.web.documents.permissions import UPLOAD
from jixiao.web.documents.storage import Stored, shown_name
from jixiao.web.documents.tasks import check_version
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class UploadDocument(Action[Document]):
    """A stored file of a body; ``declared``: the person says that it holds nothing classified."""

    organisation: Organisation
    name: str
    stored: Stored
    declared: bool

    permission = UPLOAD
    verb = "documents.upload"

    def place(self) -> Organisation | None:
        """The body that it is about."""
        return self.organisation

    def perform(self, actor: User) -> Document:
        """Create the document with its first version, and ask for its check in the same transaction."""
        admit(self.stored, actor, declared=self.declared)
        if self.organisation.kind == Kind.JURISDICTION or not self.organisation.active:
            raise Refused({"organisation": _("请选择在用的部门或单位。")})
        name = shown_name(self.name)
        document = Document(
            organisation=self.organisation, title=PurePath(name).stem[:200] or name, uploaded_by=actor
        )
        document.save()
        add_version(document, name, self.stored, actor)
        return document

    def told(self, result: Document) -> dict[str, Any]:
        """The content by its hash, not by its name, which may name people."""
        return {"sha256": self.stored.sha256, "size": self.stored.size, "declared": self.declared}


def admit(stored: Stored, actor: User, *, declared: bool) -> None:
    """Refuse what must not come in, before anything is written.

    Raises:
        Refused: no declaration, an empty or too large file, or too many uploads in the last hour.
    """
    if not declared:
        raise Refused({"declared": _("请先确认文件不含涉密内容。涉密文件不得上传到本系统。")})
    fits(stored.size)
    since = timezone.now() - timedelta(hours=1)
    if Version.objects.filter(uploaded_by=actor, uploaded_at__gte=since).count() >= settings.UPLOADS_PER_HOUR:
        limit = settings.UPLOADS_PER_HOUR
        raise Refused(_("一小时内最多上传 %(limit)s 个文件，请稍后再传。") % {"limit": limit})


def fits(size: int | None) -> None:
    """Refuse a file by its size in bytes, before it is kept.

    Raises:
        Refused: it is empty or too large.
    """
    if not size:
        raise Refused({"file": _("文件是空的（0 字节），可能没有下载或保存完整。请重新获取原件。")})
    if size > settings.UPLOAD_LIMIT:
        limit = settings.UPLOAD_LIMIT // 2**20
        raise Refused(
            {"file": _("文件超过 %(limit)s MB，请压缩其中的图片或拆分后再上传。") % {"limit": limit}}
        )


def add_version(document: Document, name: str, stored: Stored, actor: User, number: int = 1) -> Version:
    """The next version, in the queue."""
    version = Version(
        document=document, number=number, name=name, sha256=stored.sha256, size=stored.size, uploaded_by=actor
    )
    version.save()
    document.latest = version
    document.save(update_fields=["latest"])
    check_version.enqueue(version.pk)
    return version
