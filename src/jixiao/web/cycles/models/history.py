"""What happened to a form: its versions and steps, and what was said about it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models.states import TaskState
from jixiao.web.cycles.models.tasks import Task


class Version(models.Model):
    """The content of a form as it was submitted; never changed afterwards.

    ``content`` is the Dossier's JSON of the project or department; ``why`` is submitted, adjusted, reopened.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=20)
    content = models.JSONField()

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("task", "number"), name="one_version_once"),)
        verbose_name = _("版本")


class Move(models.Model):
    """A step of a form from hand to hand, with what was said."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="moves")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=20)
    before = models.CharField(max_length=20, choices=TaskState)
    after = models.CharField(max_length=20, choices=TaskState)
    node = models.PositiveSmallIntegerField(default=0)
    words = models.TextField(_("意见"), max_length=2000, blank=True)
    version = models.ForeignKey(Version, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = _("流转")

    @property
    def step(self) -> str:
        """What was done, in words."""
        return str(VERBS.get(self.verb, self.verb))


VERBS = {
    "submit": _("报送"),
    "withdraw": _("撤回"),
    "approve": _("通过"),
    "return": _("退回"),
    "cancel_final": _("取消终审"),
    "extend": _("延期"),
    "adjust": _("调整目标"),
}
"""The words of each step."""


class Comment(models.Model):
    """What somebody said about one field; ``path`` is the fact path within the form's dossier part."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="comments")
    path = models.CharField(max_length=200, blank=True)
    words = models.TextField(_("意见"), max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    solved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("at", "pk")
        verbose_name = _("批注")
