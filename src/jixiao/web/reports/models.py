"""Reports as written from the facts of a department and year, and what was frozen with its final form."""

import hashlib
import zlib
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models import Task
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.organisations.models import Organisation, within

if TYPE_CHECKING:
    from jixiao.web.people.models import User


class State(models.TextChoices):
    """How far the writing is."""

    WAITING = "waiting", _("排队中")
    WRITING = "writing", _("正在写")
    READY = "ready", _("已写好")
    FAILED = "failed", _("没有写成")


BUSY = frozenset({State.WAITING, State.WRITING})


class OfYear(models.QuerySet):
    """Rows of a department's year, scoped by who asks."""

    path = "year__organisation"

    def visible_to(self, user: "User") -> "OfYear":
        """Those of departments that the user sees."""
        return self.filter(within(user, self.path))


class Papers(OfYear):
    """Reports."""

    def with_publication(self) -> "Papers":
        """With ``publication``: how far a frozen one is on its way to the public."""
        return publication.with_publication(self)

    def final(self) -> "Papers":
        """Those frozen with a final form, void ones too."""
        return self.exclude(frozen_at=None)


class OfPaper(OfYear):
    """Rows of a report."""

    path = "paper__year__organisation"


class Written(models.Model):
    """What a worker makes from the facts: ``stamp`` is the state of the facts that it was made from.

    ``told`` keeps faults (lists of [Chinese, English]), the number of the ``defect`` where the program
    failed, and whatever else the row's kind says.
    """

    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.WAITING)
    stamp = models.CharField(max_length=64, blank=True)
    told = models.JSONField(default=dict, blank=True)
    asked_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    @property
    def busy(self) -> bool:
        """Whether a worker has it, or will have it."""
        return self.state in BUSY


class Listing(Written):
    """The kinds that the rulebook offers for a department and year; ``told["offers"]`` lists them."""

    year = models.OneToOneField(DepartmentYear, on_delete=models.CASCADE, related_name="listing")

    objects = OfYear.as_manager()

    class Meta:
        verbose_name = _("报告目录")

    def place(self) -> Organisation:
        """The department."""
        return self.year.organisation


class Paper(Written):
    """A report of a kind, about a department or one of its projects.

    A live one is written anew when the facts changed. A frozen one belongs to the ``task`` that became
    final; it is written once, from ``facts`` as they were at that moment (packed TOML); ``lifted_at`` says
    when the form was opened again. ``digest`` is the SHA-256 of the facts as canonical TOML.
    """

    year = models.ForeignKey(DepartmentYear, on_delete=models.CASCADE, related_name="papers")
    kind = models.CharField(_("种类"), max_length=60)
    project = models.CharField(_("项目代码"), max_length=60, blank=True)
    title = models.CharField(_("标题"), max_length=300, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    refused = models.BooleanField(_("自查未过"), default=False)
    task = models.ForeignKey(Task, null=True, blank=True, on_delete=models.PROTECT, related_name="papers")
    frozen_at = models.DateTimeField(_("定稿时间"), null=True, blank=True)
    lifted_at = models.DateTimeField(_("取消时间"), null=True, blank=True)
    facts = models.BinaryField(default=b"", editable=False)
    page = models.BinaryField(default=b"", editable=False)

    objects = Papers.as_manager()

    class Meta:
        ordering = ("kind", "project", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("year", "kind", "project"),
                condition=models.Q(frozen_at=None),
                name="one_live_paper_once",
            ),
        )
        verbose_name = _("报告")

    def __str__(self) -> str:
        return self.title or self.kind

    def place(self) -> Organisation:
        """The department."""
        return self.year.organisation

    @property
    def frozen(self) -> bool:
        """Whether it is the report of a final form."""
        return self.frozen_at is not None


class Copy(Written):
    """A report as a file, with the SHA-256 of its bytes; ``digest`` is that of the facts in it."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="copies")
    format = models.CharField(_("格式"), max_length=8)
    digest = models.CharField(max_length=64, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveIntegerField(default=0)
    draft = models.BooleanField(default=True)
    data = models.BinaryField(default=b"", editable=False)

    objects = OfPaper.as_manager()

    class Meta:
        ordering = ("format",)
        constraints = (models.UniqueConstraint(fields=("paper", "format"), name="one_copy_once"),)
        verbose_name = _("报告文件")

    def place(self) -> Organisation:
        """The department."""
        return self.paper.year.organisation

    @property
    def intact(self) -> bool:
        """Whether the bytes are those that were written."""
        return hashlib.sha256(bytes(self.data)).hexdigest() == self.sha256


class Waiver(models.Model):
    """A reviewer answers, with a reason, for an error that the self-check found: it is left as it is.

    It holds for the department's year as long as the error has this ``identity``: a figure that changes
    makes it another one. ``told`` keeps what the error said ([Chinese, English]) when it was answered for.
    """

    year = models.ForeignKey(DepartmentYear, on_delete=models.CASCADE, related_name="waivers")
    identity = models.CharField(max_length=80)
    code = models.CharField(max_length=8, blank=True)
    told = models.JSONField(default=list)
    reason = models.CharField(_("理由"), max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)
    revision = models.PositiveIntegerField(default=1)

    objects = OfYear.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("year", "identity"), name="one_waiver_once"),)
        verbose_name = _("不改的说明")

    def place(self) -> Organisation:
        """The department."""
        return self.year.organisation


def packed(words: str) -> bytes:
    """Text, compressed."""
    return zlib.compress(words.encode("utf-8", "replace"), 6)


def unpacked(data: Any) -> str:
    """The text of `packed`."""
    return zlib.decompress(bytes(data)).decode("utf-8") if data else ""


from jixiao.web.reports import publication  # noqa: E402  # Django finds models here only
