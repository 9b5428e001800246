"""Indicators to choose from: common to all, of a sector, or of one body."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from jixiao.web.organisations.models import Organisation

if TYPE_CHECKING:
    from jixiao.web.people.models import User


class LibraryKind(models.TextChoices):
    """Whom an indicator suits."""

    COMMON = "common", _("共性指标")
    SECTOR = "sector", _("行业指标")
    INDIVIDUAL = "individual", _("个性指标")


class Library(models.QuerySet):
    """Indicators of a jurisdiction are seen by everybody below it."""

    def in_use(self) -> "Library":
        """Those that may still be chosen."""
        return self.filter(retired=False)

    def visible_to(self, user: "User") -> "Library":
        """Those of the person's jurisdictions, however far above."""
        above = {body.pk for top in user.scopes() for body in top.ancestors(include_self=True)}
        return self.filter(jurisdiction__in=above)


class LibraryIndicator(models.Model):
    """An indicator to choose: what `Indicator` has without weight and result.

    One that is ``retired`` is chosen no more; forms that took it over keep what they have.
    """

    jurisdiction = models.ForeignKey(
        Organisation, verbose_name=_("地区"), on_delete=models.PROTECT, related_name="library"
    )
    kind = models.CharField(_("类别"), max_length=20, choices=LibraryKind)
    sector = models.CharField(_("行业"), max_length=100, blank=True)
    level1 = models.CharField(_("一级指标"), max_length=100)
    level2 = models.CharField(_("二级指标"), max_length=100, blank=True)
    name = models.CharField(_("三级指标"), max_length=500)
    operator = models.CharField(_("指标性质"), max_length=10, blank=True)
    target = models.CharField(_("指标值"), max_length=1000, blank=True)
    unit = models.CharField(_("度量单位"), max_length=40, blank=True)
    retired = models.BooleanField(_("停用"), default=False)
    revision = models.PositiveIntegerField(default=0)

    objects = Library.as_manager()

    class Meta:
        ordering = ("kind", "level1", "level2", "name", "pk")
        verbose_name = _("指标库指标")

    def __str__(self) -> str:
        return self.name

    def place(self) -> Organisation:
        """The body whose officers keep it."""
        return self.jurisdiction
