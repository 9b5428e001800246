"""The facts of departments and projects as rows; ``mapping`` turns them into a Dossier and back.

Columns hold what is searched, summed or edited in a grid; ``more`` keeps the rest of the Dossier's part
as its own JSON, so that nothing is lost on the way. ``absent`` says which amounts are stated not to apply
(``/``) or not to exist (``无``): blank, zero and absent stay different. ``revision`` grows with every
change of the row.
"""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from jixiao.core.dossier.projects import Origin
from jixiao.web.fields import MoneyField, ScoreField
from jixiao.web.organisations.models import Organisation, within

if TYPE_CHECKING:
    from jixiao.web.people.models import User


class Facts(models.QuerySet):
    """Rows of facts, scoped by who asks; ``body`` is the path to the body that they belong to."""

    body = "organisation"

    def visible_to(self, user: "User") -> "Facts":
        """Those of bodies that the user sees."""
        return self.filter(within(user, self.body))


class OfProject(Facts):
    """Rows that belong to a project."""

    body = "project__organisation"


class Kept(models.Manager):
    """Rows that nobody took out of the form; ``with_removed`` finds those as well, to put them back."""

    def get_queryset(self) -> models.QuerySet:
        """Without the removed ones."""
        return super().get_queryset().filter(deleted=False)


class DepartmentYear(models.Model):
    """What is known of a department in a fiscal year beside its projects: accounts, staff, texts.

    ``facts`` is the Dossier's JSON without ``projects`` and without the department's indicators.
    """

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("部门"), on_delete=models.PROTECT, related_name="years"
    )
    fiscal_year = models.PositiveSmallIntegerField(_("预算年度"))
    rulebook = models.CharField(_("适用规则"), max_length=80)
    facts = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)

    objects = Facts.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("organisation", "fiscal_year"), name="one_year_once"),)
        verbose_name = _("部门年度资料")

    def __str__(self) -> str:
        return f"{self.organisation} {self.fiscal_year}"

    def place(self) -> Organisation:
        """The body whose people may write it."""
        return self.organisation


class Project(models.Model):
    """A project of a unit in a fiscal year; deletion is logical.

    ``predecessor`` is the project of the year before that it was carried over from.
    """

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("单位"), on_delete=models.PROTECT, related_name="projects"
    )
    fiscal_year = models.PositiveSmallIntegerField(_("预算年度"))
    code = models.CharField(_("代码"), max_length=60)
    name = models.CharField(_("项目名称"), max_length=200)
    base = models.BooleanField(_("基本支出"), default=False)
    origin = models.CharField(
        _("来源"),
        max_length=20,
        choices=[
            (Origin.INITIAL.value, _("年初预算")),
            (Origin.SUPPLEMENTARY.value, _("年中追加")),
            (Origin.CARRIED_OVER.value, _("上年结转")),
        ],
        default=Origin.INITIAL.value,
    )
    nature = models.CharField(_("项目性质"), max_length=40, blank=True)
    category = models.CharField(_("项目类别"), max_length=40, blank=True)
    function_code = models.CharField(_("功能分类"), max_length=20, blank=True)
    document_number = models.CharField(_("文号"), max_length=100, blank=True)
    manager = models.CharField(_("项目负责人"), max_length=60, blank=True)
    finance_manager = models.CharField(_("财务负责人"), max_length=60, blank=True)
    starts = models.CharField(_("开始日期"), max_length=20, blank=True)
    ends = models.CharField(_("完成日期"), max_length=20, blank=True)
    whole_amount = MoneyField(_("项目资金总额"), null=True, blank=True)
    whole_fiscal = MoneyField(_("其中：财政资金"), null=True, blank=True)
    original_budget = MoneyField(_("年初预算数"), null=True, blank=True)
    adjustment = MoneyField(_("调整数"), null=True, blank=True)
    revised_budget = MoneyField(_("全年预算数"), null=True, blank=True)
    outturn = MoneyField(_("全年执行数"), null=True, blank=True)
    goal = models.TextField(_("项目总目标"), max_length=2000, blank=True)
    annual_goal = models.TextField(_("年度目标"), max_length=2000, blank=True)
    annual_result = models.TextField(_("年度目标完成情况"), max_length=2000, blank=True)
    activities = models.TextField(_("实施内容及过程"), max_length=4000, blank=True)
    problems = models.TextField(_("存在的问题"), max_length=4000, blank=True)
    measures = models.TextField(_("改进措施"), max_length=4000, blank=True)
    use_of_results = models.TextField(_("结果应用建议"), max_length=2000, blank=True)
    absent = models.JSONField(default=dict, blank=True)
    more = models.JSONField(default=dict, blank=True)
    predecessor = models.ForeignKey(
        "self",
        verbose_name=_("上年项目"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="successors",
    )
    position = models.PositiveIntegerField(default=0)
    deleted = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=0)

    objects = Facts.as_manager()

    class Meta:
        ordering = ("position", "code")
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "fiscal_year", "code"),
                condition=models.Q(deleted=False),
                name="project_code_once",
                violation_error_message=_("这个单位本年度已有这个代码的项目。"),
            ),
            models.UniqueConstraint(
                fields=("predecessor",), condition=models.Q(deleted=False), name="one_successor"
            ),
        )
        indexes = (models.Index(fields=("fiscal_year", "organisation")),)
        verbose_name = _("项目")

    def __str__(self) -> str:
        return self.name

    def place(self) -> Organisation:
        """The body whose people may write it."""
        return self.organisation


class Funding(models.Model):
    """One row of the money block of a project."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="funding")
    position = models.PositiveIntegerField(default=0)
    source = models.CharField(_("资金来源"), max_length=100)
    requested = MoneyField(_("年度资金申请额"), null=True, blank=True)
    original_budget = MoneyField(_("年初预算数"), null=True, blank=True)
    revised_budget = MoneyField(_("全年预算数"), null=True, blank=True)
    outturn = MoneyField(_("全年执行数"), null=True, blank=True)
    reason = models.TextField(_("差异原因"), max_length=1000, blank=True)
    absent = models.JSONField(default=dict, blank=True)
    deleted = models.BooleanField(default=False)
    key = models.CharField(max_length=40, blank=True)  # by which the page that added it knows it again

    objects = Kept.from_queryset(OfProject)()
    with_removed = models.Manager()  # noqa: DJ012  # a manager is no field

    class Meta:
        ordering = ("position", "pk")
        verbose_name = _("资金")


class Indicator(models.Model):
    """A leaf of the indicator tree of a project, or of a department as a whole (``project`` is null)."""

    department_year = models.ForeignKey(
        DepartmentYear, null=True, blank=True, on_delete=models.CASCADE, related_name="indicators"
    )
    project = models.ForeignKey(
        Project, null=True, blank=True, on_delete=models.CASCADE, related_name="indicators"
    )
    position = models.PositiveIntegerField(default=0)
    code = models.CharField(_("代码"), max_length=60)
    level1 = models.CharField(_("一级指标"), max_length=100)
    level2 = models.CharField(_("二级指标"), max_length=100, blank=True)
    name = models.CharField(_("三级指标"), max_length=500)
    operator = models.CharField(_("指标性质"), max_length=10, blank=True)
    target = models.CharField(_("指标值"), max_length=1000, blank=True)
    target_upper = models.CharField(_("指标值上限"), max_length=40, blank=True)
    unit = models.CharField(_("度量单位"), max_length=40, blank=True)
    weight = ScoreField(_("分值"), null=True, blank=True)
    actual = models.CharField(_("实际完成值"), max_length=1000, blank=True)
    band = models.CharField(_("完成档次"), max_length=60, blank=True)
    points = ScoreField(_("自评得分"), null=True, blank=True)
    review_score = ScoreField(_("复核得分"), null=True, blank=True)
    reason = models.TextField(_("偏差原因"), max_length=2000, blank=True)
    improvement = models.TextField(_("改进措施"), max_length=2000, blank=True)
    core = models.BooleanField(_("核心指标"), default=False)
    fixed = models.BooleanField(_("固化指标"), default=False)
    more = models.JSONField(default=dict, blank=True)
    deleted = models.BooleanField(default=False)
    key = models.CharField(max_length=40, blank=True)  # by which the page that added it knows it again
    revision = models.PositiveIntegerField(default=0)

    objects = Kept()
    with_removed = models.Manager()  # noqa: DJ012  # a manager is no field

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(project__isnull=False) ^ models.Q(department_year__isnull=False),
                name="indicator_of_one",
            ),
        )
        verbose_name = _("绩效指标")

    def __str__(self) -> str:
        return self.name

    def place(self) -> Organisation:
        """The body whose people may write it."""
        return (self.project or self.department_year).place()


class MonitoringPeriod(models.Model):
    """A project from January to ``through_month``."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="periods")
    through_month = models.PositiveSmallIntegerField(_("截至月份"))
    outturn = MoneyField(_("累计执行数"), null=True, blank=True)
    forecast = MoneyField(_("全年预计执行数"), null=True, blank=True)
    needs_rectification = models.BooleanField(_("需要整改"), null=True, blank=True)
    advice = models.TextField(_("处理意见"), max_length=2000, blank=True)
    result = models.TextField(_("整改结果"), max_length=2000, blank=True)
    absent = models.JSONField(default=dict, blank=True)
    more = models.JSONField(default=dict, blank=True)
    revision = models.PositiveIntegerField(default=0)

    objects = OfProject.as_manager()

    class Meta:
        ordering = ("through_month",)
        constraints = (models.UniqueConstraint(fields=("project", "through_month"), name="one_period_once"),)
        verbose_name = _("监控")


class IndicatorProgress(models.Model):
    """An indicator in a monitoring period."""

    period = models.ForeignKey(MonitoringPeriod, on_delete=models.CASCADE, related_name="progress")
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="progress")
    actual = models.CharField(_("已完成值"), max_length=1000, blank=True)
    forecast = models.CharField(_("全年预计完成值"), max_length=1000, blank=True)
    likelihood = ScoreField(_("完成可能性"), null=True, blank=True)
    reason = models.TextField(_("偏差原因"), max_length=2000, blank=True)
    reason_kind = models.CharField(_("原因类别"), max_length=40, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("period", "indicator"), name="one_progress_once"),)
        verbose_name = _("指标监控")


from jixiao.web.filings.assessment import AssessmentLine  # noqa: E402, F401  # as above
from jixiao.web.filings.evidence import Evidence  # noqa: E402, F401  # Django finds models here only
from jixiao.web.filings.library import LibraryIndicator  # noqa: E402, F401  # Django finds models here only
from jixiao.web.filings.main_task import MainTask  # noqa: E402, F401  # Django finds models here only
