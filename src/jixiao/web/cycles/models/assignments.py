"""Who evaluates what."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from jixiao.web.people.models import User


class Assignments(models.QuerySet):
    """Who evaluates what."""

    def in_force(self, user: "User") -> "Assignments":
        """Those of the person that have not ended."""
        return self.filter(evaluator=user, ended_at=None)


class Assignment(models.Model):
    """A form given to an evaluator, who sees nothing else; ended ones stay, to tell who saw what."""

    task = models.ForeignKey("cycles.Task", on_delete=models.CASCADE, related_name="assignments")
    evaluator = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = Assignments.as_manager()

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("task", "evaluator"),
                condition=models.Q(ended_at=None),
                name="one_assignment_in_force",
            ),
        )
        verbose_name = _("评价分派")
