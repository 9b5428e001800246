"""What is recorded of disclosures: by whom, when it is refused, and what stays on record."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests.web.disclosures.disclosures import (
    ADDRESS,
    ago,
    approve,
    clerk_of,
    last_year,
    paper,
    person,
    publish,
    reviewed,
)
from tests.web.support import ELSEWHERE, County
from tests.web.support import county as make_county

from jixiao.web.actions import Changed, Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.disclosures.actions.correct_approval import CorrectApproval
from jixiao.web.disclosures.actions.lift_exemption import LiftExemption
from jixiao.web.disclosures.actions.mark_exempt import MarkExempt
from jixiao.web.disclosures.actions.record_approvals import Approval, RecordApprovals
from jixiao.web.disclosures.actions.record_disclosure import RecordDisclosure
from jixiao.web.disclosures.actions.withdraw_disclosure import WithdrawDisclosure
from jixiao.web.disclosures.gathering import lines_of
from jixiao.web.disclosures.models import Disclosure, DisclosureKind, DisclosureStep
from jixiao.web.disclosures.standing import Standing
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role
from jixiao.web.reports.publication import PublicationState

pytestmark = pytest.mark.django_db
ACCOUNTS = DisclosureKind.FINAL_ACCOUNTS


def officer(county: County) -> User:
    return person(county, Role.PERFORMANCE_OFFICER)


def lead(county: County) -> User:
    return person(county, Role.DEPARTMENT_LEAD)


def standing(record: Disclosure) -> Standing:
    return lines_of([Disclosure.objects.select_related("organisation").get(pk=record.pk)])[0].standing


def approvals(bodies: list[Organisation], day: str, kind: str = ACCOUNTS, year: int = 0) -> RecordApprovals:
    return RecordApprovals(tuple(Approval((one.pk, year or last_year(), kind), day) for one in bodies))


def test_approved_published_withdrawn_published_with_every_step_on_record(county: County) -> None:
    one = approve(county, 25)
    assert standing(one) == Standing.LATE
    one = publish(county, one, 6)
    assert standing(one) == Standing.IN_TIME
    one = carry_out(WithdrawDisclosure(one, "Names of persons"), lead(county))
    assert (one.published_on, one.address, standing(one)) == (None, "", Standing.LATE)
    one = publish(county, one)
    assert standing(one) == Standing.OVERRUN
    steps = DisclosureStep.objects.filter(disclosure=one).order_by("pk")
    assert [(step.verb, step.words) for step in steps] == [
        ("approve", "Finance 7"), ("publish", ADDRESS), ("withdraw", "Names of persons"), ("publish", ADDRESS),
    ]  # fmt: skip
    assert list(
        Event.objects.filter(verb__startswith="disclosures.").order_by("number").values_list("verb", flat=True)
    ) == [
        "disclosures.record_approvals", "disclosures.record", "disclosures.withdraw", "disclosures.record",
    ]  # fmt: skip


def test_many_at_once_and_what_is_there_stays(county: County) -> None:
    first = approve(county, 30)
    made = carry_out(approvals([county.department, county.other_department], ago(3)), officer(county))
    assert [one.organisation for one in made] == [county.other_department]
    first.refresh_from_db()
    assert first.approved_on == timezone.localdate() - dt.timedelta(days=30)
    assert Disclosure.objects.count() == 2


def test_one_wrong_stops_all(county: County) -> None:
    record = Disclosure(organisation=county.department, fiscal_year=last_year(), kind=ACCOUNTS)
    publish(county, record, 10)
    with pytest.raises(Refused, match="晚于已登记的公开日期"):
        carry_out(approvals([county.other_department, county.department], ago(3)), officer(county))
    assert not Disclosure.objects.filter(organisation=county.other_department).exists()


@pytest.mark.parametrize(
    ("kind", "year", "day", "why"),
    [
        (ACCOUNTS, 2023, "2023-12-31", "次年或以后批复"),
        (DisclosureKind.BUDGET, 2023, "2021-12-31", "不在 2023 年或上一年内"),
        (DisclosureKind.BUDGET, 2023, "2024-01-01", "不在 2023 年或上一年内"),
        (ACCOUNTS, 2023, "2999-01-01", "还没有到"), (ACCOUNTS, 2023, "2024-02-30", "请填写批复日期"),
        (ACCOUNTS, 2023, "", "请填写批复日期"), (ACCOUNTS, 1999, "2024-02-01", "从“预决算公开”列表进入"),
        ("x", 2023, "2024-02-01", "从“预决算公开”列表进入"),
    ],
)  # fmt: skip
def test_days_that_cannot_be(county: County, kind: str, year: int, day: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        carry_out(approvals([county.department], day, kind, year), officer(county))
    assert why in "".join(refused.value.messages)
    assert not Disclosure.objects.exists()


@pytest.mark.parametrize(("kind", "day"), [(ACCOUNTS, "2024-01-01"), (DisclosureKind.BUDGET, "2022-12-31")])
def test_days_that_can_be(county: County, kind: str, day: str) -> None:
    assert carry_out(approvals([county.department], day, kind, 2023), officer(county))


def test_who_records_what(county: County) -> None:
    """Others than the bureau's performance officer change nothing of the bureau's, nor of another department."""
    record = approve(county, 3)
    for role in set(Role) - {Role.PERFORMANCE_OFFICER, Role.DEPARTMENT_LEAD}:
        actor = person(county, role)
        for action in (
            approvals([county.other_department], ago(3)), CorrectApproval(record, ago(2), "", "Wrong day"),
            MarkExempt(record, "Classified"), LiftExemption(record, "Classified"),
        ):  # fmt: skip
            with pytest.raises(PermissionDenied):
                carry_out(action, actor)
    for action in (
        approvals([county.other_department], ago(3)), CorrectApproval(record, ago(2), "", "Wrong day"),
    ):  # fmt: skip
        with pytest.raises(PermissionDenied):
            carry_out(action, lead(county))
    for role in set(Role) - {Role.DEPARTMENT_LEAD}:
        for action in (RecordDisclosure(record, ago(1), ADDRESS), WithdrawDisclosure(record, "Wrong day")):
            with pytest.raises(PermissionDenied):
                carry_out(action, person(county, role))  # the clerk is the unit's, not the department's
    clerk = clerk_of(county, county.department)
    assert carry_out(RecordDisclosure(record, ago(1), ADDRESS), clerk).published_on


def test_nobody_reaches_another_county(county: County) -> None:
    other = make_county("Shi", ELSEWHERE)
    with pytest.raises(PermissionDenied):
        carry_out(approvals([county.department, other.department], ago(3)), officer(county))
    record = Disclosure(organisation=other.department, fiscal_year=2023, kind=ACCOUNTS)
    with pytest.raises(PermissionDenied):
        carry_out(RecordDisclosure(record, ago(3), ADDRESS), lead(county))
    assert not Disclosure.objects.exists()


def test_a_unit_is_no_department(county: County) -> None:
    with pytest.raises(PermissionDenied):
        carry_out(approvals([county.unit], ago(3)), officer(county))


def test_published_before_it_was_approved(county: County) -> None:
    record = approve(county, 3)
    with pytest.raises(Refused) as refused:
        publish(county, record, 4)
    assert "早于批复日期" in refused.value.messages[0]
    assert publish(county, record, 3).published_on


def test_a_correction_needs_a_reason_and_keeps_the_day_before(county: County) -> None:
    record = approve(county, 30)
    with pytest.raises(Refused, match="原因"):
        carry_out(CorrectApproval(record, ago(5), "", "x"), officer(county))
    now = carry_out(CorrectApproval(record, ago(5), "Finance 8", "Typed wrongly"), officer(county))
    assert (standing(now), now.approval_number) == (Standing.DUE, "Finance 8")
    assert ago(30) in now.steps.first().words
    gone = carry_out(CorrectApproval(now, "", "", "Not approved yet"), officer(county))
    assert standing(gone) == Standing.BLANK
    with pytest.raises(Refused, match="还没有登记"):
        carry_out(CorrectApproval(gone, ago(5), "", "Typed wrongly"), officer(county))


def test_not_applicable_is_not_late(county: County) -> None:
    record = approve(county, 40)
    assert standing(record) == Standing.LATE
    with pytest.raises(Refused, match="请写明不公开的理由"):
        carry_out(MarkExempt(record, "  "), officer(county))
    exempt = carry_out(MarkExempt(record, "Classified"), officer(county))
    assert standing(exempt) == Standing.EXEMPT
    with pytest.raises(Refused, match="不适用"):
        publish(county, exempt)
    lifted = carry_out(LiftExemption(exempt, "No longer classified"), officer(county))
    assert standing(lifted) == Standing.LATE
    with pytest.raises(Refused, match="没有登记为不适用"):
        carry_out(LiftExemption(lifted, "No longer classified"), officer(county))
    out = publish(county, lifted)
    with pytest.raises(Refused, match="已经登记公开"):
        carry_out(MarkExempt(out, "Classified"), officer(county))
    with pytest.raises(Refused, match="已经登记公开"):
        publish(county, out)


def test_no_approval_of_what_does_not_apply(county: County) -> None:
    record = Disclosure(organisation=county.department, fiscal_year=last_year(), kind=ACCOUNTS)
    carry_out(MarkExempt(record, "Classified"), officer(county))
    with pytest.raises(Refused, match="不适用"):
        carry_out(approvals([county.department], ago(3)), officer(county))


def test_somebody_else_was_faster(county: County) -> None:
    record = approve(county, 30)
    carry_out(CorrectApproval(record, ago(5), "", "Typed wrongly"), officer(county))
    record.revision = 1
    with pytest.raises(Changed):
        publish(county, record)
    fresh = Disclosure(organisation=county.department, fiscal_year=last_year(), kind=ACCOUNTS)
    with pytest.raises(Changed):
        carry_out(MarkExempt(fresh, "Classified"), officer(county))


def test_what_goes_through_the_site_is_reviewed_first(county: County) -> None:
    record, one = approve(county, 10), paper(county, 5)
    with pytest.raises(Refused, match="Self-evaluation"):
        publish(county, record)
    reviewed(county, one, PublicationState.REFUSED)
    with pytest.raises(Refused, match="保密审查"):
        publish(county, record)
    reviewed(county, one)
    with pytest.raises(Refused) as refused:
        publish(county, record, 2)  # before the review
    assert "早于“Self-evaluation”保密审查通过的日期" in refused.value.messages[0]
    assert publish(county, record).published_on


@pytest.mark.parametrize("more", [{"kind": "department_target"}, {"lifted_at": timezone.now()}, {"days": 0}])
def test_reports_that_do_not_go_with_it(county: County, more: dict[str, object]) -> None:
    """Of the other kind, void by now, or final only after the publication."""
    record = approve(county, 10)
    paper(county, **{"days": 5, **more})
    assert publish(county, record, 1).published_on
