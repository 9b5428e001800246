"""Approvals and publications in the demo, by the people who would record them; what they say is invented."""

from datetime import date, timedelta
from typing import Final

from django.utils import timezone

from jixiao.web.actions import carry_out
from jixiao.web.cycles.models import Cycle
from jixiao.web.demo.route import holder
from jixiao.web.disclosures.actions.mark_exempt import MarkExempt
from jixiao.web.disclosures.actions.record_approvals import Approval, RecordApprovals
from jixiao.web.disclosures.actions.record_disclosure import RecordDisclosure
from jixiao.web.disclosures.models import Disclosure, DisclosureKind
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

BUDGET_DAYS: Final = (12, 19, 27)
"""Days from the approval of the budgets to their publication, by department; others do not publish."""
ACCOUNTS_DAYS: Final = (16, 24)
"""Days since the accounts were approved: of the first department, due soon, and of the second, late."""


def disclosed(cycle: Cycle) -> None:
    """The budgets were published, one of them late, one never; of the accounts the first are approved."""
    year, officer = cycle.fiscal_year, User.objects.get(username="jixiao")
    found = Organisation.objects.descendants(cycle.jurisdiction).filter(kind=Kind.DEPARTMENT, active=True)
    departments = list(found.order_by("pk"))
    approved = date(year, 2, 15)
    budget, accounts = DisclosureKind.BUDGET.value, DisclosureKind.FINAL_ACCOUNTS.value
    *most, last = departments
    given = tuple(
        Approval((one.pk, year, budget), approved.isoformat(), f"财预〔{year}〕5号") for one in most
    )
    made = carry_out(RecordApprovals(given), officer)
    for record, days in zip(made, BUDGET_DAYS, strict=False):
        day = approved + timedelta(days=days)
        address = f"https://www.example.gov.cn/yjsgk/{year}/{record.organisation.code}.html"
        lead = holder(Role.DEPARTMENT_LEAD, record.organisation)
        carry_out(RecordDisclosure(record, day.isoformat(), address), lead)
    secret = Disclosure(organisation=last, fiscal_year=year, kind=budget)
    carry_out(MarkExempt(secret, "演示：涉密部门，经保密审查不公开部门预算。"), officer)
    today = timezone.localdate()
    given = tuple(
        Approval((one.pk, year, accounts), (today - timedelta(days=days)).isoformat(), "")
        for one, days in zip(departments, ACCOUNTS_DAYS, strict=False)
    )
    carry_out(RecordApprovals(given), officer)
