"""A main task of a department's year (年度主要任务): what is done, and of how much money."""

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from jixiao.web.fields import MoneyField
from jixiao.web.filings.models import DepartmentYear, Facts, Kept
from jixiao.web.organisations.models import Organisation


class OfDepartmentYear(Facts):
    """Rows that belong to a department's year."""

    body = "department_year__organisation"


class MainTask(models.Model):
    """One row of the table of main tasks; ``budget`` is the whole, appropriations are a part of theirs."""

    department_year = models.ForeignKey(DepartmentYear, on_delete=models.CASCADE, related_name="main_tasks")
    position = models.PositiveIntegerField(default=0)
    name = models.CharField(_("任务名称"), max_length=500)
    content = models.TextField(_("主要内容"), max_length=2000, blank=True)
    completion = models.TextField(_("任务完成情况"), max_length=2000, blank=True)
    budget = MoneyField(_("预算金额"), null=True, blank=True)
    budget_appropriation = MoneyField(_("其中：财政拨款"), null=True, blank=True)
    outturn = MoneyField(_("执行数"), null=True, blank=True)
    outturn_appropriation = MoneyField(_("其中：财政拨款"), null=True, blank=True)
    absent = models.JSONField(default=dict, blank=True)
    deleted = models.BooleanField(default=False)
    key = models.CharField(max_length=40, blank=True)  # by which the page that added it knows it again
    revision = models.PositiveIntegerField(default=0)

    objects = Kept.from_queryset(OfDepartmentYear)()
    with_removed = models.Manager()  # noqa: DJ012  # a manager is no field

    class Meta:
        ordering = ("position", "pk")
        verbose_name = _("年度主要任务")

    def __str__(self) -> str:
        return self.name

    @property
    def budget_other(self) -> Decimal | None:
        """The budget without appropriations, in yuan; None where one of the two is not stated."""
        if None in {self.budget, self.budget_appropriation}:
            return None
        other: Decimal = self.budget - self.budget_appropriation
        return other

    def place(self) -> Organisation:
        """The body whose people may write it."""
        return self.department_year.place()
