"""What was decided for the next budget because of a final grade, and the steps of each decision."""

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jixiao.core.money import Money, MoneyUnit
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.fields import MoneyField
from jixiao.web.filings.models import Project
from jixiao.web.organisations.models import Organisation, within
from jixiao.web.people.roles import BUREAU, Role

if TYPE_CHECKING:
    from jixiao.web.people.models import User


class State(models.TextChoices):
    """Recorded by one officer, confirmed by another, or withdrawn."""

    RECORDED = "recorded", _("待复核")
    CONFIRMED = "confirmed", _("已确认")
    WITHDRAWN = "withdrawn", _("已撤回")


STANDING: Final = (State.RECORDED, State.CONFIRMED)
"""One decision stands of each project, and of each department as a whole, in a year."""


class Decisions(models.QuerySet):
    """Decisions, scoped by who asks."""

    def visible_to(self, user: "User") -> "Decisions":
        """Bureau and auditor see all of their departments; these see what is confirmed about themselves."""
        watched = within(user, "organisation", BUREAU | {Role.AUDITOR})
        return self.filter(watched | within(user, "organisation") & Q(state=State.CONFIRMED))

    def standing(self) -> "Decisions":
        """Those not withdrawn."""
        return self.filter(state__in=STANDING)


class Decision(models.Model):
    """A decision about a project, or a department as a whole, by the ``task`` whose final grade counted.

    ``grade``, ``proposed`` and ``basis`` are kept as they were: what the rules proposed (blank: nothing), and
    their source.
    Where the decision ``follows`` the proposal, ``words`` repeat it; else ``reason`` says why it does not.
    ``amount`` is by how much the next budget changes, in yuan; None where it does not say.
    """

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("单位"), on_delete=models.PROTECT, related_name="decisions"
    )
    fiscal_year = models.PositiveSmallIntegerField(_("预算年度"))
    project = models.ForeignKey(
        Project, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="decisions")
    grade = models.CharField(_("等级"), max_length=20)
    proposed = models.CharField(max_length=500, blank=True)
    basis = models.CharField(max_length=500, blank=True)
    follows = models.BooleanField(_("按规则建议"))
    words = models.CharField(_("决定"), max_length=500)
    reason = models.CharField(_("不按规则建议的理由"), max_length=500, blank=True)
    amount = MoneyField(_("下年预算调整额"), null=True, blank=True)
    day = models.DateField(_("决定日期"))
    reference = models.CharField(_("文号"), max_length=60, blank=True)
    state = models.CharField(_("状态"), max_length=20, choices=State, default=State.RECORDED)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=0)

    objects = Decisions.as_manager()

    class Meta:
        ordering = ("-fiscal_year", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("project",),
                condition=Q(state__in=["recorded", "confirmed"]),
                name="one_decision_a_project",
            ),
            models.UniqueConstraint(
                fields=("organisation", "fiscal_year"),
                condition=Q(state__in=["recorded", "confirmed"], project=None),
                name="one_decision_a_body",
            ),
        )
        verbose_name = _("结果应用决定")

    def __str__(self) -> str:
        return f"{self.organisation} {self.fiscal_year} {self.project or _('部门整体')}"

    def place(self) -> Organisation:
        """The body that it is about."""
        return self.organisation

    @property
    def ten_thousands(self) -> Decimal | None:
        """The amount in 万元."""
        yuan: Decimal | None = self.amount
        return None if yuan is None else Money(yuan).into(MoneyUnit.TEN_THOUSAND).normalize()

    @property
    def printed(self) -> str:
        """The amount in 万元 with its sign; blank where there is none."""
        amount = self.ten_thousands
        return "" if amount is None else f"{amount:+f}" if amount else "0"

    @property
    def stale(self) -> bool:
        """Whether the form is no longer final, or has another grade by now."""
        return self.task.state != TaskState.FINAL or self.task.grade != self.grade

    @property
    def look(self) -> str:
        """The state of a form that looks alike."""
        return {State.RECORDED: "pending", State.CONFIRMED: "final"}.get(State(self.state), "draft")


class OfDecision(models.QuerySet):
    """Steps of the decisions that a person sees."""

    def visible_to(self, user: "User") -> "OfDecision":
        """Those of decisions that the user sees."""
        return self.filter(decision__in=Decision.objects.visible_to(user))


class DecisionStep(models.Model):
    """What was done with a decision, by whom, with what was said; never changed afterwards."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(_("状态"), max_length=20, choices=State)
    words = models.CharField(_("意见"), max_length=500, blank=True)

    objects = OfDecision.as_manager()

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = _("结果应用办理记录")

    def place(self) -> Organisation:
        """The body that the decision is about."""
        return self.decision.organisation
