"""What lists and sums over thousands of forms and projects read: scores, and how each project stands."""

from typing import TYPE_CHECKING, Final

from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models import Task
from jixiao.web.dashboards.lamps import by_usual_limits, points
from jixiao.web.fields import MoneyField, ScoreField
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Organisation, within

if TYPE_CHECKING:
    from jixiao.web.people.models import User


WHOLE_YEAR: Final = -1
"""The month of sums that are of none."""
HIGH: Final = 10**9
"""Amounts are summed as multiples of this and what is left: no sum is too great to be stored."""


class OfBodies(models.QuerySet):
    """Rows of bodies, scoped by who asks."""

    def visible_to(self, user: "User") -> "OfBodies":
        """Those of bodies that the user sees."""
        return self.filter(within(user, "organisation"))


class FormScore(models.Model):
    """The score of a self-evaluation by the rules, in percent of the full score; None where there is none.

    ``indicators`` counts the scored lines, ``reached`` those with the full points. The body, project and year
    of the form are repeated here, so that sums need no joins. ``defect`` is the number under which the log
    tells why the program could not score the form; there is no score then. ``printed`` says in Chinese and
    English why the rules give none, where the score is the one that an imported report prints.
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
    printed = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField(auto_now=True)

    objects = OfBodies.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("fiscal_year", "organisation", "project")),
            models.Index(fields=("fiscal_year", "organisation"), condition=~Q(defect=""), name="unscored"),
        )
        verbose_name = _("自评得分")


class Standing(models.Model):
    """A project's money in the year, or by a ``month`` that was monitored: what sums, lamps and risks read.

    The row of the year (no month) has the newest ``score`` of the project and the earliest deadline of its
    forms that are not handed in (``due``). Rows are kept by triggers (`standing_triggers`), also when a
    project goes: Django has nothing to delete. ``STANDING.wrong`` compares them.

    ``usual_lamp`` and ``rank`` are by the `lamps.USUAL` limits. ``rank`` is twice the points of risk that a
    project has in time, and one more where its budget is known: in this order, then by budget, the riskiest
    come first.
    """

    project = models.ForeignKey(Project, on_delete=models.DO_NOTHING, related_name="+", db_index=False)
    month = models.PositiveSmallIntegerField(null=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.DO_NOTHING, related_name="+", db_index=False
    )
    fiscal_year = models.PositiveSmallIntegerField()
    deleted = models.BooleanField()
    budget = MoneyField(null=True)
    spent = MoneyField(null=True)
    score = ScoreField(null=True)
    due = models.DateField(null=True)
    usual_lamp = models.GeneratedField(
        expression=by_usual_limits({name: name for name in ("red", "yellow", "green", "none")}),
        output_field=models.CharField(max_length=6),
        db_persist=True,
    )
    rank = models.GeneratedField(
        expression=(by_usual_limits({"red": 4, "yellow": 2, "green": 0, "none": 0}) + points() * 2)
        + Case(When(budget=None, then=Value(0)), default=Value(1)),
        output_field=models.PositiveSmallIntegerField(),
        db_persist=True,
    )

    objects = OfBodies.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("project", "month"), name="one_standing_a_month"),
            models.UniqueConstraint(
                fields=("project",), condition=models.Q(month=None), name="one_standing_a_year"
            ),
        )
        indexes = (
            models.Index(  # holds all that is summed and sorted, so that no row is read
                fields=(
                    "fiscal_year", "deleted", "month", "organisation", "budget", "spent", "score", "due",
                    "project",
                ),
                name="standing_figures",
            ),
            models.Index(
                fields=("fiscal_year", "-rank", "-budget", "project", "organisation", "due"),
                condition=Q(month=None, deleted=False), name="riskiest",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.project_id} {self.fiscal_year}/{self.month}"


class OfBody(models.Model):
    """Sums of a body in a year, kept by triggers (`sum_triggers`); a key may have several rows to add up."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.DO_NOTHING, related_name="+", db_index=False, db_constraint=False
    )
    fiscal_year = models.PositiveSmallIntegerField()

    objects = OfBodies.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.fiscal_year}"


class MoneySum(OfBody):
    """The projects of a body that are not deleted: their money, and their lamps by the `lamps.USUAL` limits.

    ``month`` is `WHOLE_YEAR` for the year. ``budgeted`` and ``known`` count those whose is known;
    ``budget`` and ``spent`` are in 分, without the multiples of `HIGH`, which ``budget_high`` and
    ``spent_high`` sum.
    """

    month = models.SmallIntegerField()
    projects = models.IntegerField()
    budgeted = models.IntegerField()
    known = models.IntegerField()
    budget = models.BigIntegerField()
    budget_high = models.BigIntegerField()
    spent = models.BigIntegerField()
    spent_high = models.BigIntegerField()
    red = models.IntegerField()
    yellow = models.IntegerField()
    green = models.IntegerField()

    class Meta:
        indexes = (models.Index(fields=("fiscal_year", "month", "organisation"), name="money_of_bodies"),)


class ScoreSum(OfBody):
    """The self-evaluations of a body by grade, those of the department as a whole apart.

    ``points`` are the percents of the ``scored`` forms, in millionths.
    """

    grade = models.CharField(max_length=40, blank=True)
    of_department = models.BooleanField()
    forms = models.IntegerField()
    indicators = models.BigIntegerField()
    reached = models.BigIntegerField()
    points = models.BigIntegerField()
    scored = models.IntegerField()

    class Meta:
        indexes = (
            models.Index(
                fields=("fiscal_year", "organisation", "grade", "of_department"), name="scores_of_bodies"
            ),
        )
