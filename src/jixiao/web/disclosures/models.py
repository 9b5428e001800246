"""A department's budget or final accounts of a year on its way to the public, and what was recorded of it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from jixiao.web.cycles.models import Scoped
from jixiao.web.organisations.models import Organisation

if TYPE_CHECKING:
    from jixiao.web.people.models import User


Key = tuple[int, int, str]
"""Department, fiscal year, kind: what there is one disclosure of."""


class DisclosureKind(models.TextChoices):
    """What is published: with the budget the performance targets, with the accounts the self-evaluations."""

    BUDGET = "department_budget", _("部门预算")
    FINAL_ACCOUNTS = "final_accounts", _("部门决算")


class Recorder(models.TextChoices):
    """Who recorded something that the bureau and the department both know."""

    BUREAU = "bureau", _("财政部门登记")
    DEPARTMENT = "department", _("部门登记")


class Disclosure(models.Model):
    """What is known of one: nothing is stored before anybody records something.

    ``approved_on`` is the day of the finance bureau's approval (批复), from which the deadline runs;
    ``exempt_reason`` says why the department does not publish, blank where it has to; ``approved_by`` and
    ``exempt_by`` say which side recorded them, blank where nobody did. ``published_on`` and
    ``address`` stay blank where a report is the disclosure: they are that report's (`publishing.by_reports`).
    """

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("部门"), on_delete=models.PROTECT, related_name="disclosures"
    )
    fiscal_year = models.PositiveSmallIntegerField(_("预算年度"))
    kind = models.CharField(_("类别"), max_length=20, choices=DisclosureKind)
    approved_on = models.DateField(_("批复日期"), null=True, blank=True)
    approval_number = models.CharField(_("批复文号"), max_length=60, blank=True)
    approved_by = models.CharField(_("批复日期登记方"), max_length=10, choices=Recorder, blank=True)
    published_on = models.DateField(_("公开日期"), null=True, blank=True)
    address = models.CharField(_("公开网址"), max_length=500, blank=True)
    exempt_reason = models.CharField(_("不公开的理由"), max_length=500, blank=True)
    exempt_by = models.CharField(_("不适用登记方"), max_length=10, choices=Recorder, blank=True)
    revision = models.PositiveIntegerField(default=0)

    objects = Scoped.as_manager()

    class Meta:
        ordering = ("-fiscal_year", "organisation", "kind")
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "fiscal_year", "kind"), name="one_disclosure_once"
            ),
        )
        verbose_name = _("预决算公开")

    def __str__(self) -> str:
        return f"{self.organisation} {self.fiscal_year} {self.get_kind_display()}"

    def place(self) -> Organisation:
        """The department."""
        return self.organisation

    @property
    def key(self) -> Key:
        """Which one it is, stored or not."""
        return self.organisation_id, self.fiscal_year, self.kind


class Verb(models.TextChoices):
    """What is recorded of one: the last part of the address of the step as well."""

    APPROVE = "approve", _("登记批复日期")
    CORRECT = "correct", _("更正批复日期")
    PUBLISH = "publish", _("登记公开")
    WITHDRAW = "withdraw", _("撤销公开登记")
    EXEMPT = "exempt", _("登记为不适用")
    LIFT = "lift", _("取消不适用")


class OfDisclosure(models.QuerySet):
    """Steps of the disclosures that a person sees."""

    def visible_to(self, user: "User") -> "OfDisclosure":
        """Those of disclosures that the user sees."""
        return self.filter(disclosure__in=Disclosure.objects.visible_to(user))


class DisclosureStep(models.Model):
    """What was recorded, by whom, with the day and the words that were given; never changed afterwards."""

    disclosure = models.ForeignKey(Disclosure, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=20)
    day = models.DateField(null=True, blank=True)
    words = models.CharField(_("内容"), max_length=1000, blank=True)

    objects = OfDisclosure.as_manager()

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = _("公开办理记录")

    def place(self) -> Organisation:
        """The department."""
        return self.disclosure.organisation

    @property
    def done(self) -> str:
        """What was done, in words."""
        return str(Verb(self.verb).label)
