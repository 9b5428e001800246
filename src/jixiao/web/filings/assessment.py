"""What was typed into a line of a form that judges."""

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext as _told
from django.utils.translation import gettext_lazy as _

from jixiao.web.fields import ScoreField
from jixiao.web.filings.assessments.defining import Line
from jixiao.web.filings.models import Facts
from jixiao.web.organisations.models import Organisation


class OfTask(Facts):
    """Rows of a form."""

    body = "task__organisation"


class AssessmentLine(models.Model):
    """A line by its ``code``: points, full mark where the form leaves it open, words.

    What the line is about is its definition (`prepared`), never stored; a version keeps it as it was.
    """

    task = models.ForeignKey("cycles.Task", on_delete=models.CASCADE, related_name="lines")
    code = models.CharField(max_length=100)
    full = ScoreField(_("分值"), null=True, blank=True)
    points = ScoreField(_("得分"), null=True, blank=True)
    words = models.TextField(_("内容"), max_length=4000, blank=True)
    revision = models.PositiveIntegerField(default=0)

    objects = OfTask.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("task", "code"), name="one_line_once"),)
        verbose_name = _("评价内容")

    line: Line
    number: int
    group: str
    name: str
    help: str
    source: str
    given: Decimal | None

    def prepared(self, line: Line, number: int) -> "AssessmentLine":
        """With what the line is about, at its place in the form."""
        self.line, self.number = line, number
        self.group, self.name, self.help, self.source = line.group, line.name, line.help, line.source
        self.given = line.given
        if line.choices and not line.help:
            self.help = _told("只能填：%(choices)s") % {"choices": "、".join(line.choices)}
        if line.full is not None:
            self.full = line.full
        return self

    def place(self) -> Organisation:
        """The body that is judged."""
        return self.task.organisation
