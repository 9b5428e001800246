"""What a form scored when it was handed in, for lists and sums over many forms."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models import Task
from jixiao.web.fields import ScoreField
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Organisation, within

if TYPE_CHECKING:
    from jixiao.web.people.models import User


class FormScores(models.QuerySet):
    """Scores, scoped by who asks."""

    def visible_to(self, user: "User") -> "FormScores":
        """Those of bodies that the user sees."""
        return self.filter(within(user, "organisation"))


class FormScore(models.Model):
    """The score of a self-evaluation by the rules, in percent of the full score; None where there is none.

    ``indicators`` counts the scored lines, ``reached`` those with the full points. The body, project and year
    of the form are repeated here, so that sums need no joins. ``defect`` is the number under which the log
    tells why the program could not score the form; there is no score then.
    """

    task = models.OneToOneField(Task, on_delete=models.CASCADE, related_name="computed")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    project = models.ForeignKey(Project, null=True, on_delete=models.CASCADE, related_name="scores")
    fiscal_year = models.PositiveSmallIntegerField()
    percent = ScoreField(_("得分率"), null=True)
    grade = models.CharField(_("等级"), max_length=40, blank=True)
    indicators = models.PositiveIntegerField(default=0)
    reached = models.PositiveIntegerField(default=0)
    defect = models.CharField(max_length=16, blank=True)
    at = models.DateTimeField(auto_now=True)

    objects = FormScores.as_manager()

    class Meta:
        indexes = (models.Index(fields=("fiscal_year", "organisation", "project")),)
        verbose_name = _("自评得分")
