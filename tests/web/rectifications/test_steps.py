"""The way of a demand: issued, answered, judged by other eyes, extended, withdrawn; every step stays."""

import datetime as dt
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests.web.cycles.years import year
from tests.web.rectifications.demands import answered, draft, issued, person
from tests.web.support import ELSEWHERE, County, account
from tests.web.support import county as make_county

from jixiao.web.actions import Action, Changed, Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.cycles.actions.recall_task import RecallTask
from jixiao.web.cycles.models import Holiday, StageKind
from jixiao.web.people.models import Membership
from jixiao.web.people.roles import Role
from jixiao.web.rectifications.actions.accept_result import AcceptResult
from jixiao.web.rectifications.actions.add_proof import AddProof
from jixiao.web.rectifications.actions.extend_term import ExtendTerm
from jixiao.web.rectifications.actions.issue_demand import IssueDemand
from jixiao.web.rectifications.actions.remove_proof import RemoveProof
from jixiao.web.rectifications.actions.return_result import ReturnResult
from jixiao.web.rectifications.actions.review_proof import ReviewProof
from jixiao.web.rectifications.actions.save_result import SaveResult
from jixiao.web.rectifications.actions.submit_result import SubmitResult
from jixiao.web.rectifications.actions.take_back_result import TakeBackResult
from jixiao.web.rectifications.actions.withdraw_demand import WithdrawDemand
from jixiao.web.rectifications.models import Demand, Office, Proof, State

pytestmark = pytest.mark.django_db


def refused(action: Action, actor: object) -> str:
    """What the person is told."""
    with pytest.raises(Refused) as told:
        carry_out(action, actor)
    return " ".join(told.value.messages)


def test_from_the_notice_to_the_closing(county: County) -> None:
    officer, clerk = person(county, Role.PERFORMANCE_OFFICER), person(county, Role.UNIT_CLERK)
    demand = issued(county)
    assert (demand.state, demand.office, demand.issuer) == (State.OPEN, Office.BUREAU, county.bureau)
    demand = carry_out(SaveResult(demand, "Asked", "", demand.revision), clerk)
    assert (demand.state, demand.measures) == (State.OPEN, "Asked")
    demand = answered(county, demand)
    assert demand.submitted_by == clerk
    demand = carry_out(ReturnResult(demand, "One is missing still", demand.revision), officer)
    assert demand.state == State.RETURNED
    demand = answered(county, demand)
    demand = carry_out(AcceptResult(demand, "Good", demand.revision), officer)
    assert demand.state == State.CLOSED
    assert demand.closed_at is not None
    told = [(one.verb, one.state, one.words) for one in demand.steps.order_by("pk")]
    assert told == [
        ("issue", "open", "Bring them"), ("submit", "pending", "All are here"),
        ("return", "returned", "One is missing still"), ("submit", "pending", "All are here"),
        ("accept", "closed", "Good"),
    ]  # fmt: skip
    verbs = set(Event.objects.filter(verb__startswith="rectifications.").values_list("verb", flat=True))
    assert {"rectifications.issue", "rectifications.submit", "rectifications.accept"} <= verbs


def test_the_body_takes_a_result_back_while_nobody_has_judged_it(county: County) -> None:
    officer, clerk = person(county, Role.PERFORMANCE_OFFICER), person(county, Role.UNIT_CLERK)
    demand = answered(county, issued(county))
    for other in (officer, person(county, Role.UNIT_REVIEWER)):
        with pytest.raises(PermissionDenied):
            carry_out(TakeBackResult(demand, demand.revision), other)
    back = carry_out(TakeBackResult(demand, demand.revision), clerk)
    assert (back.state, back.submitted_by, back.submitted_at) == (State.OPEN, None, None)
    assert (back.measures, back.result) == ("Asked the shops", "All are here")
    assert [one.verb for one in back.steps.order_by("pk")] == ["issue", "submit", "take_back"]
    assert Event.objects.filter(verb="rectifications.take_back", outcome="done").exists()
    with pytest.raises(Changed):
        carry_out(AcceptResult(demand, "", demand.revision), officer)
    assert "待整改" in refused(TakeBackResult(back, back.revision), clerk)
    returned = carry_out(ReturnResult(answered(county, back), "One is missing", back.revision + 1), officer)
    again = answered(county, returned)
    again = carry_out(TakeBackResult(again, again.revision), clerk)
    assert again.state == State.RETURNED  # as it lay there before, with the reason
    closed = answered(county, again)
    closed = carry_out(AcceptResult(closed, "", closed.revision), officer)
    assert "已销号" in refused(TakeBackResult(closed, closed.revision), clerk)


def test_the_deadline_is_in_working_days_of_the_place(county: County) -> None:
    officer, today = person(county, Role.PERFORMANCE_OFFICER), timezone.localdate()
    days = [today + dt.timedelta(days=one) for one in range(1, 40)]
    working = [day for day in days if day.weekday() < 5]
    Holiday.objects.create(jurisdiction=county.top, day=working[1], name="Rest", source="Notice", by=officer)
    demand = issued(county, days=5)
    assert demand.deadline == working[5]
    longer = carry_out(ExtendTerm(demand, 2, "Shops are closed", demand.revision), officer)
    assert longer.deadline == working[7]
    assert f"{working[5]} 延至 {working[7]}：Shops are closed" in longer.steps.first().words
    longer.deadline = today - dt.timedelta(days=30)
    longer.save()
    assert carry_out(ExtendTerm(longer, 1, "Again", longer.revision), officer).deadline == working[0]


@pytest.mark.parametrize("days", [None, 0, 251])
def test_a_term_is_one_to_many_days(county: County, days: int | None) -> None:
    assert "工作日" in refused(IssueDemand(draft(county), days), person(county, Role.PERFORMANCE_OFFICER))


@pytest.mark.parametrize(
    ("role", "office"),
    [
        (Role.UNIT_REVIEWER, Office.UNIT), (Role.DEPARTMENT_LEAD, Office.DEPARTMENT),
        (Role.LINE_OFFICER, Office.BUREAU), (Role.PERFORMANCE_OFFICER, Office.BUREAU),
    ],
)  # fmt: skip
def test_only_the_issuing_office_judges(county: County, role: str, office: str) -> None:
    demand = answered(county, issued(county, role))
    assert demand.office == office
    for other in (Role.UNIT_REVIEWER, Role.DEPARTMENT_LEAD, Role.LINE_OFFICER, Role.PERFORMANCE_OFFICER):
        if (other in {Role.LINE_OFFICER, Role.PERFORMANCE_OFFICER}) == (office == Office.BUREAU) and (
            office == Office.BUREAU or other == role
        ):
            continue
        for action in (AcceptResult, ReturnResult, WithdrawDemand):
            with pytest.raises(PermissionDenied):
                carry_out(action(demand, "Words", demand.revision), person(county, other))
    carry_out(AcceptResult(demand, "", demand.revision), person(county, role))


def test_whoever_handed_it_in_does_not_judge_it(county: County) -> None:
    clerk = person(county, Role.UNIT_CLERK)
    Membership.objects.create(user=clerk, organisation=county.unit, role=Role.UNIT_REVIEWER)
    clerk = person(county, Role.UNIT_CLERK)
    demand = answered(county, issued(county, Role.UNIT_REVIEWER), clerk)
    assert "本人报送" in refused(AcceptResult(demand, "", demand.revision), clerk)
    assert "本人报送" in refused(ReturnResult(demand, "No", demand.revision), clerk)
    carry_out(AcceptResult(demand, "", demand.revision), person(county, Role.UNIT_REVIEWER))


@pytest.mark.parametrize(
    "role", [Role.UNIT_CLERK, Role.EVALUATOR, Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR, ""]
)
def test_who_demands_nothing(county: County, role: str) -> None:
    with pytest.raises(PermissionDenied):
        issued(county, role)
    assert Event.objects.filter(verb="rectifications.issue", outcome="denied").exists()


def test_a_lead_demands_nothing_of_another_department(county: County) -> None:
    with pytest.raises(PermissionDenied):
        issued(county, Role.DEPARTMENT_LEAD, body=county.other_unit)
    there = account("other", Role.UNIT_CLERK, county.other_unit)
    demand = issued(county)
    with pytest.raises(PermissionDenied):
        answered(county, demand, there)


def test_what_speaks_against_a_demand(county: County) -> None:
    officer = person(county, Role.PERFORMANCE_OFFICER)
    assert "依据" in refused(IssueDemand(draft(county, basis=" "), 5), officer)
    assert "部门或单位" in refused(IssueDemand(draft(county, county.bureau), 5), officer)
    task = year(county).task
    assert "填报单位" in refused(IssueDemand(draft(county, county.other_unit, task=task), 5), officer)
    elsewhere = make_county("Shi", ELSEWHERE)
    with pytest.raises(PermissionDenied):
        issued(county, task=year(elsewhere).task)


def test_nothing_is_handed_in_without_words(county: County) -> None:
    demand, clerk = issued(county), person(county, Role.UNIT_CLERK)
    assert "整改结果" in refused(SubmitResult(demand, "Asked", " ", demand.revision), clerk)
    assert "整改措施" in refused(SubmitResult(demand, "", "Done", demand.revision), clerk)
    officer = person(county, Role.PERFORMANCE_OFFICER)
    for action in (ExtendTerm(demand, 3, " ", demand.revision), WithdrawDemand(demand, "", demand.revision)):
        assert "写明" in refused(action, officer)
    done = answered(county, demand)
    assert "写明" in refused(ReturnResult(done, " ", done.revision), officer)


def test_a_step_upon_what_somebody_else_changed(county: County) -> None:
    demand, clerk = issued(county), person(county, Role.UNIT_CLERK)
    carry_out(SaveResult(demand, "Mine", "", demand.revision), clerk)
    officer = person(county, Role.PERFORMANCE_OFFICER)
    for action, actor in (
        (SaveResult(demand, "Yours", "", demand.revision), clerk),
        (SubmitResult(demand, "Yours", "x", demand.revision), clerk),
        (ExtendTerm(demand, 3, "x", demand.revision), officer),
        (WithdrawDemand(demand, "x", demand.revision), officer),
    ):
        with pytest.raises(Changed):
            carry_out(action, actor)
    assert Demand.objects.get(pk=demand.pk).measures == "Mine"


def test_a_demand_that_is_over_stays_as_it_is(county: County) -> None:
    officer, clerk = person(county, Role.PERFORMANCE_OFFICER), person(county, Role.UNIT_CLERK)
    demand = issued(county)
    over = carry_out(WithdrawDemand(demand, "Wrong body", demand.revision), officer)
    assert over.state == State.WITHDRAWN
    for action, actor in (
        (SubmitResult(over, "a", "b", over.revision), clerk),
        (AcceptResult(over, "", over.revision), officer),
        (ExtendTerm(over, 3, "x", over.revision), officer),
        (WithdrawDemand(over, "x", over.revision), officer),
        (AddProof(over, "a.pdf", b"%PDF-1", True), clerk),  # noqa: FBT003  # declared
    ):
        assert "已撤销" in refused(action, actor)


def test_files_are_declared_reviewed_by_others_and_kept(
    county: County, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIXIAO_DATA", str(tmp_path))
    officer, clerk = person(county, Role.PERFORMANCE_OFFICER), person(county, Role.UNIT_CLERK)
    reviewer = person(county, Role.UNIT_REVIEWER)
    demand = issued(county)

    def file(name: str = "a.pdf", data: bytes = b"%PDF-1", *, declared: bool = True) -> AddProof:
        return AddProof(demand, name, data, declared)

    assert "涉密" in refused(file(declared=False), clerk)
    assert "只能上传" in refused(file("a.html"), clerk)
    assert "不是 pdf" in refused(file(data=b"<html>"), clerk)
    with pytest.raises(PermissionDenied):
        carry_out(file(), officer)
    good, bad = carry_out(file(), clerk), carry_out(file("b.pdf"), clerk)
    assert good.path.read_bytes() == b"%PDF-1"
    carry_out(ReviewProof(bad, passed=False), reviewer)
    done = answered(county, demand)
    told = refused(AcceptResult(done, "", done.revision), officer)
    assert "a.pdf" in told
    assert "b.pdf" in told
    assert "不能再增减" in refused(RemoveProof(bad), clerk)
    back = carry_out(ReturnResult(done, "Take b.pdf away", done.revision), officer)
    carry_out(RemoveProof(bad), clerk)
    carry_out(ReviewProof(good, passed=True), reviewer)
    again = answered(county, back)
    carry_out(AcceptResult(again, "", again.revision), officer)
    assert list(Proof.objects.filter(demand=demand, deleted=False)) == [good]


def test_nobody_passes_their_own_file(county: County) -> None:
    clerk = person(county, Role.UNIT_CLERK)
    Membership.objects.create(user=clerk, organisation=county.unit, role=Role.UNIT_REVIEWER)
    demand = issued(county)
    proof = Proof.objects.create(demand=demand, name="a.pdf", sha256="1" * 64, size=1, by=clerk)
    assert "本人上传" in refused(ReviewProof(proof, passed=True), person(county, Role.UNIT_CLERK))
    with pytest.raises(PermissionDenied):
        carry_out(ReviewProof(proof, passed=True), person(county, Role.AUDITOR))


def test_a_form_with_a_demand_is_not_taken_back(county: County) -> None:
    task = year(county, kind=StageKind.TARGETS).task
    issued(county, task=task)
    assert "整改要求" in refused(RecallTask(task, "Mistake"), person(county, Role.PERFORMANCE_OFFICER))
