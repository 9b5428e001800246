"""What a warning of monitoring led to."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models.tasks import Task


class Handling(models.Model):
    """What a monitoring form warned of when it was handed in, and what was decided about it.

    ``warnings`` are sentences in Chinese and English; ``due`` is None where the place states no time.
    """

    task = models.OneToOneField(Task, on_delete=models.CASCADE, related_name="handling")
    warnings = models.JSONField(default=list, blank=True)
    due = models.DateField(_("处置期限"), null=True, blank=True)
    choice = models.CharField(_("处置方式"), max_length=60, blank=True)
    reason = models.TextField(_("理由"), max_length=1000, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("预警处置")

    @property
    def late(self) -> bool:
        """Whether nothing was decided in time."""
        return bool(self.warnings and not self.choice and self.due and self.due < timezone.localdate())
