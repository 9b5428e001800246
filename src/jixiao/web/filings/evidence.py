"""Files that prove what a form says, and the sealed scan of the form: kept by hash, declared, reviewed."""

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jixiao.web.data_folder import DataFolder

if TYPE_CHECKING:
    from jixiao.web.people.models import User

ENDINGS: Final = frozenset({"pdf", "jpg", "jpeg", "png", "docx", "xlsx", "ofd", "zip"})
MOST: Final = 20 * 2**20
"""Bytes of one file."""


class EvidenceKind(models.TextChoices):
    """What a file is."""

    PROOF = "proof", _("佐证材料")
    SEALED = "sealed", _("盖章扫描件")


class SecrecyState(models.TextChoices):
    """Whether somebody besides the clerk has looked for classified matter."""

    PENDING = "pending", _("待保密审查")
    PASSED = "passed", _("已审查")
    REFUSED = "refused", _("不得上传")


class OfForm(models.QuerySet):
    """Files of the forms that a person sees."""

    def visible_to(self, user: "User") -> "OfForm":
        """Those of forms that the user sees: an evaluator, those of the forms assigned to them."""
        from jixiao.web.cycles.models import Task

        return self.filter(task__in=Task.objects.visible_to(user))

    def standing(self) -> "OfForm":
        """Those that count: neither taken away nor refused by the secrecy review."""
        return self.filter(deleted=False).exclude(secrecy=SecrecyState.REFUSED)


class KeptFile(models.Model):
    """A file that somebody declared free of classified matter, and that somebody else looks at for it.

    The bytes lie in the uploads, by hash; one that was taken away is marked ``deleted`` and stays.
    """

    name = models.CharField(_("文件名"), max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("大小"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    secrecy = models.CharField(
        _("保密审查"), max_length=20, choices=SecrecyState, default=SecrecyState.PENDING
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    deleted = models.BooleanField(default=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> Path:
        """Where the bytes lie."""
        return _place(self.sha256)


class Evidence(KeptFile):
    """A file of a form, of an indicator where ``indicator`` is set.

    The clerk declares that nothing in it is classified; a reviewer confirms or refuses that. ``what`` names
    the file of the rulebook that it is meant to be, ``digest`` what a sealed form said when it was uploaded.
    """

    task = models.ForeignKey("cycles.Task", on_delete=models.PROTECT, related_name="evidence")
    indicator = models.ForeignKey(
        "filings.Indicator", null=True, blank=True, on_delete=models.SET_NULL, related_name="files"
    )
    kind = models.CharField(_("种类"), max_length=20, choices=EvidenceKind, default=EvidenceKind.PROOF)
    what = models.CharField(_("材料"), max_length=200, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    objects = OfForm.as_manager()

    class Meta:
        ordering = ("kind", "pk")
        indexes = (
            models.Index(
                fields=("task",),
                condition=models.Q(deleted=False, secrecy=SecrecyState.PENDING),
                name="evidence_awaiting_review",
            ),
        )
        verbose_name = _("佐证材料")


def kept(data: bytes) -> str:
    """Store the bytes once; their hash."""
    sha256 = hashlib.sha256(data).hexdigest()
    place = _place(sha256)
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = place.with_suffix(f".{os.getpid()}.part")
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)  # whole or not at all
    return sha256


def _place(sha256: str) -> Path:
    return DataFolder.named().uploads / "evidence" / sha256[:2] / sha256
