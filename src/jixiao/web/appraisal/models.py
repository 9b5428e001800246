"""An appraisal of a year with its categories, the marks of departments, and the county's score table."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jixiao.web.fields import ScoreField
from jixiao.web.organisations.models import Organisation, within

if TYPE_CHECKING:
    from jixiao.web.people.models import User


class State(models.TextChoices):
    """Who has the appraisal: who decides the marks, who looks at them a second time, everybody."""

    DECIDING = "deciding", _("评定中")
    REVIEWING = "reviewing", _("待复审")
    PUBLISHED = "published", _("已公布")


class Appraisals(models.QuerySet):
    """Appraisals: seen from their jurisdiction and from any body below it."""

    def visible_to(self, user: "User") -> "Appraisals":
        """Those of the user's own jurisdictions, however far above."""
        above = [body.pk for top in user.scopes() for body in top.ancestors(include_self=True)]
        return self.filter(models.Q(jurisdiction__in=above) | within(user, "jurisdiction"))


class Marks(models.QuerySet):
    """Marks, scoped by their department."""

    def visible_to(self, user: "User") -> "Marks":
        """Those of departments that the user sees."""
        return self.filter(within(user, "department"))


class Appraisal(models.Model):
    """The appraisal of a jurisdiction's departments in a year, by the categories of a rulebook.

    ``percent`` of the departments are drawn for a re-check by ``seed``; ``drawn`` keeps their numbers in the
    order of their lots. ``table`` is the county's score table as the worker made it last.
    """

    jurisdiction = models.ForeignKey(
        Organisation, verbose_name=_("地区"), on_delete=models.PROTECT, related_name="appraisals"
    )
    fiscal_year = models.PositiveSmallIntegerField(_("预算年度"))
    rulebook = models.CharField(_("考核规则"), max_length=80)
    state = models.CharField(_("状态"), max_length=10, choices=State, default=State.DECIDING)
    percent = ScoreField(_("复核比例（%）"), null=True, blank=True)
    seed = models.CharField(_("抽样种子"), max_length=60, blank=True)
    drawn = models.JSONField(default=list, blank=True)
    table = models.JSONField(default=dict, blank=True)
    table_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)

    objects = Appraisals.as_manager()

    class Meta:
        ordering = ("-fiscal_year", "jurisdiction")
        constraints = (
            models.UniqueConstraint(fields=("jurisdiction", "fiscal_year"), name="one_appraisal_a_year"),
        )
        verbose_name = _("工作考核")

    def __str__(self) -> str:
        return f"{self.jurisdiction} {self.fiscal_year}"

    def place(self) -> Organisation:
        """The jurisdiction."""
        return self.jurisdiction


class Step(models.Model):
    """What was done with the whole appraisal; never changed afterwards.

    ``ranking`` of a publication is every department as it stood: its number, marks by number of the category
    ([points, applicable, reason]), sum, what applies, score and rank.
    """

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=20)
    words = models.TextField(_("意见"), max_length=2000, blank=True)
    ranking = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("考核办理")

    @property
    def step(self) -> str:
        """What was done, in words."""
        return str(VERBS.get(self.verb, self.verb))


VERBS = {"submit": _("送复审"), "return": _("退回"), "publish": _("复审通过并公布"), "reopen": _("撤销公布")}
"""The words of each step."""


class Category(models.Model):
    """A category; ``full`` is its mark, None until somebody sets it. A deduction has none."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.CASCADE, related_name="categories")
    code = models.CharField(max_length=60)
    name = models.CharField(_("类别"), max_length=100)
    full = ScoreField(_("分值"), null=True, blank=True)
    deduction = models.BooleanField(_("只扣分"), default=False)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint(fields=("appraisal", "code"), name="one_category_once"),)
        verbose_name = _("考核类别")

    def __str__(self) -> str:
        return self.name


class Mark(models.Model):
    """A department in a category: what is proposed, with its evidence, and what was decided.

    ``evidence`` lists [words, part, whole] of what the site knows; ``points`` is None until somebody decides.
    A category that does not apply is taken out of the total.
    """

    category = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="marks")
    department = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    proposed = ScoreField(_("建议得分"), null=True, blank=True)
    evidence = models.JSONField(default=list, blank=True)
    points = ScoreField(_("得分"), null=True, blank=True)
    applicable = models.BooleanField(_("适用"), default=True)
    reason = models.TextField(_("理由"), max_length=1000, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)

    objects = Marks.as_manager()

    class Meta:
        ordering = ("category__position", "pk")
        constraints = (models.UniqueConstraint(fields=("category", "department"), name="one_mark_once"),)
        verbose_name = _("考核得分")

    def place(self) -> Organisation:
        """The department."""
        return self.department

    @property
    def decided(self) -> bool:
        """Whether somebody decided."""
        return self.points is not None or not self.applicable
