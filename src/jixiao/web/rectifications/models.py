"""Demands to put a problem right, the steps of each, and the files that prove what was done."""

from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models import Scoped, StageKind, Task
from jixiao.web.filings.evidence import KeptFile
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.roles import Role

if TYPE_CHECKING:
    from jixiao.web.people.models import User


class Source(models.TextChoices):
    """Where the problem came to light."""

    MONITORING = "monitoring", _("绩效监控")
    REVIEW = "review", _("表单审核")
    RECHECK = "recheck", _("自评复核")
    EVALUATION = "evaluation", _("绩效评价")
    AUDIT = "audit", _("审计和监督检查")
    DOCUMENT = "document", _("文件检查")


SOURCE_OF: Final = {
    StageKind.MONITORING: Source.MONITORING,
    StageKind.RECHECK: Source.RECHECK,
    StageKind.EVALUATION: Source.EVALUATION,
}
"""The source that a form of a stage suggests; a review for every other stage."""


class State(models.TextChoices):
    """In whose hands a demand lies: the body's, the issuer's, the body's again, nobody's."""

    OPEN = "open", _("待整改")
    PENDING = "pending", _("待验收")
    RETURNED = "returned", _("退回重改")
    CLOSED = "closed", _("已销号")
    WITHDRAWN = "withdrawn", _("已撤销")


IN_HAND: Final = (State.OPEN, State.RETURNED)
"""The body has to act."""
UNDER_WAY: Final = (*IN_HAND, State.PENDING)


class Office(models.TextChoices):
    """As what the issuer issued: only the same office accepts, returns, extends and withdraws."""

    UNIT = "unit", _("单位")
    DEPARTMENT = "department", _("主管部门")
    BUREAU = "bureau", _("财政部门")


ROLES_OF: Final[dict[str, frozenset[str]]] = {
    Office.BUREAU.value: frozenset({Role.LINE_OFFICER, Role.PERFORMANCE_OFFICER}),
    Office.DEPARTMENT.value: frozenset({Role.DEPARTMENT_LEAD}),
    Office.UNIT.value: frozenset({Role.UNIT_REVIEWER}),
}
"""The roles of each office, the highest office first."""


class Demands(Scoped):
    """Demands, scoped by who asks."""

    def overdue(self) -> "Demands":
        """Those whose deadline passed while they lie with the body."""
        return self.filter(overdue())


def overdue() -> Q:
    """The condition that a demand is overdue: what `Demand.late` says of one."""
    return Q(state__in=IN_HAND, deadline__lt=timezone.localdate())


class Demand(models.Model):
    """A problem that a body has to put right, until when, and what it did about it.

    ``task`` is the form by which the problem was found, if any; ``warning`` what monitoring warned of, in
    Chinese and English, as it said when the demand was issued; ``basis`` the document or audit behind it.
    """

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("整改单位"), on_delete=models.PROTECT, related_name="demands"
    )
    fiscal_year = models.PositiveSmallIntegerField(_("预算年度"))
    task = models.ForeignKey(Task, null=True, blank=True, on_delete=models.PROTECT, related_name="demands")
    warning = models.JSONField(default=dict, blank=True)
    source = models.CharField(_("问题来源"), max_length=20, choices=Source)
    basis = models.CharField(_("依据"), max_length=200, blank=True)
    reference = models.CharField(_("发文字号"), max_length=60, blank=True)
    problem = models.TextField(_("存在问题"), max_length=2000)
    requirement = models.TextField(_("整改要求"), max_length=2000)
    responsible = models.CharField(_("责任人或责任科室"), max_length=100)
    deadline = models.DateField(_("整改期限"))
    office = models.CharField(_("发出层级"), max_length=20, choices=Office)
    issuer = models.ForeignKey(
        Organisation, verbose_name=_("发出单位"), on_delete=models.PROTECT, related_name="+"
    )
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(_("发出时间"), auto_now_add=True)
    state = models.CharField(_("状态"), max_length=20, choices=State, default=State.OPEN)
    measures = models.TextField(_("整改措施"), max_length=4000, blank=True)
    result = models.TextField(_("整改结果"), max_length=4000, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField(_("报送时间"), null=True, blank=True)
    closed_at = models.DateTimeField(_("销号时间"), null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)

    objects = Demands.as_manager()

    class Meta:
        ordering = ("deadline", "pk")
        indexes = (models.Index(fields=("organisation", "state")), models.Index(fields=("fiscal_year",)))
        verbose_name = _("整改要求")

    def __str__(self) -> str:
        return f"{self.organisation}：{self.problem[:30]}"

    def place(self) -> Organisation:
        """The body that has to put it right."""
        return self.organisation

    @property
    def late(self) -> bool:
        """Whether it is overdue: what `overdue` says of many."""
        return self.state in IN_HAND and self.deadline < timezone.localdate()

    @property
    def warned(self) -> str:
        """What monitoring warned of, in the language of the page; blank where it is about no warning."""
        language = "en" if get_language() == "en" else "zh"
        return str(self.warning.get(language, "")) if isinstance(self.warning, dict) else ""

    @property
    def look(self) -> str:
        """The state of a form that looks alike."""
        looks = {State.OPEN: "draft", State.WITHDRAWN: "draft", State.CLOSED: "final"}
        return looks.get(State(self.state), str(self.state))


class Step(models.Model):
    """What was done with a demand, with what was said; never changed afterwards."""

    demand = models.ForeignKey(Demand, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=20)
    state = models.CharField(_("状态"), max_length=20, choices=State)
    words = models.TextField(_("意见"), max_length=4000, blank=True)

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = _("整改记录")

    @property
    def done(self) -> str:
        """What was done, in words."""
        return str(VERBS.get(self.verb, self.verb))


VERBS: Final = {
    "issue": _("发出整改要求"),
    "submit": _("报送整改结果"),
    "take_back": _("撤回整改结果"),
    "accept": _("验收销号"),
    "return": _("退回重改"),
    "extend": _("延长期限"),
    "withdraw": _("撤销"),
}
"""The words of each step."""


class OfDemand(models.QuerySet):
    """Files of the demands that a person sees."""

    def visible_to(self, user: "User") -> "OfDemand":
        """Those of demands that the user sees."""
        return self.filter(demand__in=Demand.objects.visible_to(user))


class Proof(KeptFile):
    """A file that proves what was done; the bytes lie in the uploads, by hash."""

    demand = models.ForeignKey(Demand, on_delete=models.PROTECT, related_name="proofs")

    objects = OfDemand.as_manager()

    class Meta:
        ordering = ("pk",)
        verbose_name = _("整改佐证")
