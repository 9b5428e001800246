"""A department records its own approval, and that it does not publish; the bureau has the last word."""

import pytest
from django.core.exceptions import PermissionDenied
from tests.web.disclosures.disclosures import (
    LIST,
    ago,
    approve,
    browser,
    clerk_of,
    last_year,
    listed,
    opened,
    page_of,
    person,
)
from tests.web.support import County
from tests.web.test_pages import faults

from jixiao.web.actions import carry_out
from jixiao.web.audit.models import Event
from jixiao.web.disclosures.actions.correct_approval import CorrectApproval
from jixiao.web.disclosures.actions.lift_exemption import LiftExemption
from jixiao.web.disclosures.actions.mark_exempt import MarkExempt
from jixiao.web.disclosures.actions.record_approvals import Approval, RecordApprovals
from jixiao.web.disclosures.models import Disclosure, Recorder
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
WHY = "Typed wrongly"


def lead(county: County) -> User:
    return person(county, Role.DEPARTMENT_LEAD)


def officer(county: County) -> User:
    return person(county, Role.PERFORMANCE_OFFICER)


def own(county: County, actor: User, days: int = 9) -> Disclosure:
    """The approval, as somebody of the department recorded it."""
    given = Approval((county.department.pk, last_year(), "final_accounts"), ago(days), "Finance 7")
    return carry_out(RecordApprovals((given,)), actor)[0]


def test_the_department_records_and_corrects_its_own_approval(county: County) -> None:
    record = own(county, lead(county))
    assert record.approved_by == Recorder.DEPARTMENT
    record = carry_out(CorrectApproval(record, ago(8), "Finance 8", WHY), lead(county))
    assert record.approved_by == Recorder.DEPARTMENT
    record = carry_out(CorrectApproval(record, "", "", WHY), lead(county))
    assert record.approved_by == ""
    assert own(county, clerk_of(county, county.department)).approved_by == Recorder.DEPARTMENT
    verbs = Event.objects.filter(verb__startswith="disclosures.").values_list("verb", "actor_name")
    assert ("disclosures.record_approvals", lead(county).username) in verbs


def test_what_the_bureau_recorded_or_corrected_the_department_leaves(county: County) -> None:
    record = approve(county, 9)
    assert record.approved_by == Recorder.BUREAU
    with pytest.raises(PermissionDenied):
        carry_out(CorrectApproval(record, ago(8), "", WHY), lead(county))
    gone = carry_out(CorrectApproval(record, "", "", WHY), officer(county))
    assert gone.approved_by == ""
    mine = own(county, lead(county))
    corrected = carry_out(CorrectApproval(mine, ago(7), "", WHY), officer(county))
    assert corrected.approved_by == Recorder.BUREAU
    with pytest.raises(PermissionDenied):
        carry_out(CorrectApproval(corrected, ago(8), "", WHY), lead(county))
    assert not browser(county, Role.DEPARTMENT_LEAD).get(page_of(mine)).context["may_correct"]


def test_not_another_department_not_a_unit(county: County) -> None:
    given = Approval((county.other_department.pk, last_year(), "final_accounts"), ago(9))
    for actor in (lead(county), person(county, Role.UNIT_CLERK), person(county, Role.UNIT_REVIEWER)):
        with pytest.raises(PermissionDenied):
            carry_out(RecordApprovals((given,)), actor)
    with pytest.raises(PermissionDenied):
        own(county, person(county, Role.UNIT_CLERK))
    other = Disclosure(organisation=county.other_department, fiscal_year=last_year(), kind="final_accounts")
    with pytest.raises(PermissionDenied):
        carry_out(MarkExempt(other, "Classified"), lead(county))
    assert not Disclosure.objects.exists()


def test_the_lead_answers_for_what_does_not_apply_and_takes_back_only_that(county: County) -> None:
    record = Disclosure(organisation=county.department, fiscal_year=last_year(), kind="department_budget")
    with pytest.raises(PermissionDenied):
        carry_out(MarkExempt(record, "Classified"), clerk_of(county, county.department))
    exempt = carry_out(MarkExempt(record, "Classified"), lead(county))
    assert exempt.exempt_by == Recorder.DEPARTMENT
    lifted = carry_out(LiftExemption(exempt, WHY), lead(county))
    assert (lifted.exempt_reason, lifted.exempt_by) == ("", "")
    exempt = carry_out(MarkExempt(lifted, "Classified"), officer(county))
    assert exempt.exempt_by == Recorder.BUREAU
    with pytest.raises(PermissionDenied):
        carry_out(LiftExemption(exempt, WHY), lead(county))
    lifted = carry_out(LiftExemption(exempt, WHY), officer(county))
    exempt = carry_out(MarkExempt(lifted, "Classified"), lead(county))
    assert carry_out(LiftExemption(exempt, WHY), officer(county)).exempt_by == ""


def test_the_bureau_sees_which_side_recorded_it(county: County) -> None:
    opened(county, last_year())
    approve(county, 9, county.other_department)
    record = own(county, lead(county))
    budget = Disclosure(organisation=county.department, fiscal_year=last_year(), kind="department_budget")
    carry_out(MarkExempt(budget, "Classified"), lead(county))
    client = browser(county, Role.PERFORMANCE_OFFICER)
    found = listed(client, "own=1")
    assert {(row[1], row[3], row[13]) for row in found} == {
        (county.department.name, "部门决算", "批复日期"), (county.department.name, "部门预算", "不适用"),
    }  # fmt: skip
    page = client.get(LIST)
    assert list(faults(page)) == []
    assert "2 条由部门登记" in page.content.decode()
    page = client.get(page_of(record))
    assert list(faults(page)) == []
    shown = page.content.decode()
    assert "部门登记" in shown
    assert lead(county).full_name in shown
    assert page.context["may_correct"]


def test_the_department_finds_the_forms_on_its_page(county: County) -> None:
    opened(county, last_year())
    record = Disclosure(organisation=county.department, fiscal_year=last_year(), kind="final_accounts")
    client = browser(county, Role.DEPARTMENT_LEAD)
    page = client.get(page_of(record))
    assert list(faults(page)) == []
    assert page.context["may_approve"]
    done = client.post(page_of(record, "approve"), {"day": ago(9), "number": "Finance 7"}, follow=True)
    assert "现在是“待公开”" in done.content.decode()
    assert client.get(page_of(record)).context["may_correct"]
    shown = browser(county, Role.LINE_OFFICER).get(page_of(Disclosure(
        organisation=county.department, fiscal_year=last_year(), kind="department_budget",
    ))).content.decode()  # fmt: skip
    assert "批复日期由部门或财政绩效股室登记" in shown
