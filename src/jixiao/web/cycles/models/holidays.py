"""Days that are not as their weekday says: holidays, and weekend days that are worked instead."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models.scoping import OfJurisdiction
from jixiao.web.organisations.models import Organisation


class DayKind(models.TextChoices):
    """What the day is instead."""

    OFF = "off", _("放假")
    WORK = "work", _("调休上班")


class Holiday(models.Model):
    """A day of the yearly notice on holidays, as the performance officer entered it; ``source`` is it.

    It holds in the jurisdiction and in those below it.
    """

    jurisdiction = models.ForeignKey(
        Organisation, verbose_name=_("地区"), on_delete=models.PROTECT, related_name="holidays"
    )
    day = models.DateField(_("日期"))
    kind = models.CharField(_("类别"), max_length=10, choices=DayKind, default=DayKind.OFF)
    name = models.CharField(_("名称"), max_length=40)
    source = models.CharField(_("依据"), max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    objects = OfJurisdiction.as_manager()

    class Meta:
        ordering = ("day",)
        constraints = (models.UniqueConstraint(fields=("jurisdiction", "day"), name="one_holiday_a_day"),)
        verbose_name = _("节假日")

    def __str__(self) -> str:
        return f"{self.day} {self.name}"

    def place(self) -> Organisation:
        """The jurisdiction."""
        return self.jurisdiction
