"""Entries of the log, and its head."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext_lazy as _


class AppendOnly(models.QuerySet):
    """Refuses to change or delete many rows at once; triggers in the database refuse the rest."""

    def update(self, **kwargs: object) -> int:
        """Refuse."""
        raise PermissionDenied(_("审计记录不能修改"))

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise PermissionDenied(_("审计记录不能删除"))


class Event(models.Model):
    """One entry: who did what where and when.

    ``details`` is JSON text exactly as it was hashed. ``hash`` covers every field and the hash before it, so
    that an entry changed, removed, added or moved breaks the chain from there on.
    """

    number = models.BigIntegerField(_("序号"), primary_key=True)
    at = models.CharField(_("时间"), max_length=40)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("操作人"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    actor_name = models.CharField(_("账号"), max_length=150, blank=True)
    verb = models.CharField(_("操作"), max_length=80)
    outcome = models.CharField(_("结果"), max_length=20, default="done")
    place = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("单位"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    subject = models.CharField(_("对象"), max_length=200, blank=True)
    details = models.TextField(_("内容"), blank=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = AppendOnly.as_manager()

    class Meta:
        ordering = ("-number",)
        verbose_name = _("审计记录")

    def __str__(self) -> str:
        return f"{self.number} {self.verb}"


class Head(models.Model):
    """The end of the chain: one row, locked by each writer, so that entries follow one another."""

    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)
