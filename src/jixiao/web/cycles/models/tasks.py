"""A form and whose turn it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models.scoping import Tasks
from jixiao.web.cycles.models.states import TaskState
from jixiao.web.cycles.models.years import Stage
from jixiao.web.fields import ScoreField
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Organisation


class Task(models.Model):
    """A form that a body has to fill in: about one project, or about the body as a whole."""

    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="tasks")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("填报单位"), on_delete=models.PROTECT, related_name="tasks"
    )
    project = models.ForeignKey(
        Project, verbose_name=_("项目"), null=True, blank=True, on_delete=models.PROTECT, related_name="tasks"
    )
    state = models.CharField(_("状态"), max_length=20, choices=TaskState, default=TaskState.DRAFT)
    node = models.PositiveSmallIntegerField(_("审核环节"), default=0)
    deadline = models.DateField(_("截止日期"))
    score = ScoreField(_("得分"), null=True, blank=True)  # of the last version, for lists
    grade = models.CharField(_("等级"), max_length=40, blank=True)
    lamp = models.CharField(_("预警灯"), max_length=10, blank=True)  # as above, of a monitoring form
    submitted_at = models.DateTimeField(_("报送时间"), null=True, blank=True)
    finished_at = models.DateTimeField(_("终审时间"), null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)

    objects = Tasks.as_manager()

    class Meta:
        ordering = ("deadline", "organisation", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("stage", "organisation"), condition=models.Q(project=None), name="one_task_once"
            ),
            models.UniqueConstraint(fields=("stage", "organisation", "project"), name="one_task_a_project"),
        )
        indexes = (models.Index(fields=("state", "node")), models.Index(fields=("organisation", "state")))
        verbose_name = _("任务")

    def __str__(self) -> str:
        return f"{self.stage}：{self.project or self.organisation}"

    def place(self) -> Organisation:
        """The body that fills it in."""
        return self.organisation

    @property
    def reviewer(self) -> str | None:
        """The role whose turn it is, while the form is under review."""
        if self.state != TaskState.PENDING or self.node >= len(self.stage.nodes):
            return None
        return str(self.stage.nodes[self.node])
