"""Documents, their versions, what was found in them, and what people said to it."""

import json
import zlib
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models import Assignment
from jixiao.web.organisations.models import Organisation, within
from jixiao.web.people.roles import BUSINESS, Role

if TYPE_CHECKING:
    from jixiao.web.people.models import User


class Scoped(models.QuerySet):
    """Rows of documents, scoped by who asks; the administrators see none, whatever their tree."""

    path = "organisation"

    def visible_to(self, user: "User") -> "Scoped":
        """Those of bodies that the user sees in a business role, or of which a form is assigned to them."""
        if not user.roles() & BUSINESS:
            return self.none()
        condition = within(user, self.path)
        if user.holds({Role.EVALUATOR}):
            condition |= Q(
                **{f"{self.path}__in": Assignment.objects.in_force(user).values("task__organisation")}
            )
        return self.filter(condition)


class ScopedByDocument(Scoped):
    """The same, for rows that belong to a document."""

    path = "document__organisation"


class Secrecy(models.TextChoices):
    """How far it was looked into whether a document holds what is classified."""

    DECLARED = "declared", _("上传人已声明不涉密")
    CLEARED = "cleared", _("已复核，不涉密")
    SEALED = "sealed", _("疑似涉密，已封存")


class Document(models.Model):
    """A report of a body, through all its versions.

    ``year`` is the fiscal year that the checker read in it, None where it found none. ``latest`` is the last
    version. A sealed document is shown to nobody.
    """

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("单位"), on_delete=models.PROTECT, related_name="documents"
    )
    title = models.CharField(_("名称"), max_length=200)
    year = models.PositiveSmallIntegerField(_("年度"), null=True, blank=True)
    kind = models.CharField(_("类别"), max_length=60, blank=True)
    secrecy = models.CharField(_("保密审查"), max_length=10, choices=Secrecy, default=Secrecy.DECLARED)
    secrecy_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    secrecy_at = models.DateTimeField(null=True, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("上传人"), on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(_("首次上传"), auto_now_add=True)
    latest = models.OneToOneField(
        "documents.Version", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = Scoped.as_manager()

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("文件")

    def __str__(self) -> str:
        return self.title

    @property
    def sealed(self) -> bool:
        """Whether its content is kept from everybody."""
        return self.secrecy == Secrecy.SEALED


class State(models.TextChoices):
    """Where the check of a version stands."""

    QUEUED = "queued", _("排队中")
    CHECKING = "checking", _("正在检查")
    CHECKED = "checked", _("已检查")
    UNREADABLE = "unreadable", _("无法读取")


class Version(models.Model):
    """One file of a document. The content lies under its hash; ``name`` is only shown and never a path."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("版本"))
    name = models.CharField(_("文件名"), max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("大小"))
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(_("上传时间"), auto_now_add=True)
    state = models.CharField(_("状态"), max_length=12, choices=State, default=State.QUEUED)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    format = models.CharField(_("格式"), max_length=12, blank=True)
    error_code = models.CharField(max_length=40, blank=True)
    error = models.TextField(blank=True)
    error_en = models.TextField(blank=True)
    errors = models.PositiveIntegerField(_("错误"), default=0)
    warnings = models.PositiveIntegerField(_("提醒"), default=0)
    infos = models.PositiveIntegerField(_("说明"), default=0)
    numbers = models.PositiveIntegerField(default=0)
    checked = models.PositiveIntegerField(default=0)
    alone = models.PositiveIntegerField(default=0)
    body = models.CharField(max_length=200, blank=True)

    objects = ScopedByDocument.as_manager()

    class Meta:
        ordering = ("-number",)
        verbose_name = _("版本")
        constraints = (models.UniqueConstraint(fields=("document", "number"), name="one_version_per_number"),)
        indexes = (
            models.Index(fields=("uploaded_by", "uploaded_at")),
            models.Index(fields=("state", "uploaded_at")),
        )

    def __str__(self) -> str:
        return f"{self.name} v{self.number}"

    @property
    def busy(self) -> bool:
        """Whether the check has not ended."""
        return self.state in {State.QUEUED, State.CHECKING}

    @property
    def left(self) -> int:
        """Numbers that could have been checked and were not."""
        return max(self.numbers - self.checked - self.alone, 0)


class CheckRun(models.Model):
    """What the check of a version yielded: the object of the JSON contract and the marked page, packed."""

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="run", primary_key=True)
    program = models.CharField(max_length=40)
    packed_result = models.BinaryField()
    packed_page = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.version_id} {self.program}"

    @property
    def result(self) -> dict[str, Any]:
        """The object of the contract (see the README of the renderers)."""
        found: dict[str, Any] = json.loads(unpacked(self.packed_result))
        return found

    @property
    def page(self) -> str:
        """The document as HTML with its marks: what stands inside ``body``."""
        return unpacked(self.packed_page)


def packed(words: str) -> bytes:
    """Text as it is kept; a lone surrogate from a damaged file becomes a question mark."""
    return zlib.compress(words.encode("utf-8", "replace"))


def unpacked(data: bytes) -> str:
    """The text again."""
    return zlib.decompress(data).decode("utf-8")


class Found(models.Model):
    """A finding in a version.

    ``identity`` is the same in every version as long as words and figures are the same; ``likeness`` as long
    as the words are. ``told`` is the finding in the terms of the JSON contract, with both languages.
    """

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="findings")
    number = models.PositiveIntegerField()
    identity = models.CharField(max_length=24)
    likeness = models.CharField(max_length=16)
    code = models.CharField(max_length=8)
    severity = models.CharField(max_length=8)
    told = models.JSONField()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("version", "number"), name="one_finding_per_number"),)
        indexes = (models.Index(fields=("version", "severity", "identity")),)

    def __str__(self) -> str:
        return f"{self.code} {self.identity}"


class Decision(models.TextChoices):
    """What a person says to a finding."""

    ACCEPTED = "accepted", _("要改")
    WAIVED = "waived", _("不改")


class Verdict(models.Model):
    """A person's word on a finding; it holds in every version that has the finding."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="verdicts")
    identity = models.CharField(max_length=24)
    likeness = models.CharField(max_length=16)
    decision = models.CharField(_("处理"), max_length=10, choices=Decision)
    reason = models.CharField(_("理由"), max_length=500, blank=True)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)
    revision = models.PositiveIntegerField(default=1)

    objects = ScopedByDocument.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("document", "identity"), name="one_verdict_per_finding"),
        )

    def __str__(self) -> str:
        return f"{self.decision} {self.identity}"
