"""Decisions on the use of results: recorded, confirmed by another person, withdrawn; who sees them where."""

import csv
import io
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.cycles.years import Year, year
from tests.web.support import County, account, signed_in
from tests.web.test_pages import faults

from jixiao.web.actions import Changed, Refused, carry_out
from jixiao.web.audit.models import Event
from jixiao.web.cycles.models import Stage, StageKind, Task, TaskState
from jixiao.web.decisions.actions.confirm_decision import ConfirmDecision
from jixiao.web.decisions.actions.record_decision import RecordDecision
from jixiao.web.decisions.actions.withdraw_decision import WithdrawDecision
from jixiao.web.decisions.models import Decision, State
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
LIST = "/decisions/"


@pytest.fixture
def graded(county: County) -> Year:
    """A year whose one form is final with the grade 中; the samples' decision is away."""
    Decision.objects.all().delete()
    made = year(county)
    Task.objects.filter(pk=made.task.pk).update(state=TaskState.FINAL, grade="中", score=Decimal(65))
    return made


@pytest.fixture
def second(county: County) -> User:
    """Another performance officer of the bureau."""
    return account("Second", Role.PERFORMANCE_OFFICER, county.bureau)


def person(county: County, role: str) -> User:
    return User.objects.get(pk=county.people[str(role)].pk)


def record(graded: Year, **changed: Any) -> Decision:
    given = {
        "follows": True, "words": "", "reason": "", "amount": None, "day": timezone.localdate(), "reference": "",
    }  # fmt: skip
    return carry_out(RecordDecision(graded.now(), **{**given, **changed}), graded.officer)


def listed(client: Client, query: str = "") -> list[list[str]]:
    text = client.get(f"{LIST}?{query}&format=csv").content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))[1:]


def test_as_the_rules_propose_confirmed_by_another(graded: Year, second: User) -> None:
    made = record(graded)
    assert (made.state, made.words, made.grade) == (
        State.RECORDED,
        "限期整改，不整改的压减、暂停或停止",
        "中",
    )
    assert made.basis
    with pytest.raises(Refused, match="不能是同一个人"):
        carry_out(ConfirmDecision(made, made.revision), graded.officer)
    now = carry_out(ConfirmDecision(made, made.revision), second)
    assert now.state == State.CONFIRMED
    gone = carry_out(WithdrawDecision(now, "Wrong grade", now.revision), graded.officer)
    assert gone.state == State.WITHDRAWN
    assert [one.state for one in gone.steps.order_by("pk")] == ["recorded", "confirmed", "withdrawn"]
    verbs = Event.objects.filter(verb__startswith="decisions.").order_by("number")
    assert list(verbs.values_list("verb", flat=True)) == [
        "decisions.record", "decisions.confirm", "decisions.withdraw",
    ]  # fmt: skip
    assert record(graded).state == State.RECORDED


def test_differently_needs_words_and_a_reason(graded: Year) -> None:
    for changed in ({}, {"words": "Cut the budget"}, {"reason": "New duties"}):
        with pytest.raises(Refused, match="请写明"):
            record(graded, follows=False, **changed)
    made = record(graded, follows=False, words="Cut it", reason="New duties", amount=Decimal(-125_000))
    assert (made.follows, made.ten_thousands, made.printed) == (False, Decimal("-12.5"), "-12.5")


def test_no_proposal_to_follow(graded: Year) -> None:
    Task.objects.filter(pk=graded.task.pk).update(grade="未定")
    with pytest.raises(Refused, match="另作决定"):
        record(graded)
    assert record(graded, follows=False, words="Go on as is", reason="No rule").proposed == ""


def test_one_decision_stands(graded: Year, second: User) -> None:
    made = record(graded)
    with pytest.raises(Refused, match="已经登记过决定"):
        record(graded)
    with pytest.raises(Changed):
        carry_out(ConfirmDecision(made, 0), second)
    with pytest.raises(Refused, match="还没有到"):
        record(graded, day=timezone.localdate() + timedelta(days=1))


def test_only_the_final_grade_that_counts(graded: Year, second: User) -> None:
    made = record(graded)
    Task.objects.filter(pk=graded.task.pk).update(grade="优")
    with pytest.raises(Refused, match="等级有变化"):
        carry_out(ConfirmDecision(made, made.revision), second)
    carry_out(WithdrawDecision(made, "Other grade", made.revision), second)
    Task.objects.filter(pk=graded.task.pk).update(state=TaskState.PENDING)
    with pytest.raises(Refused, match="没有终审"):
        record(graded)
    Task.objects.filter(pk=graded.task.pk).update(state=TaskState.FINAL)
    stage = Stage.objects.create(
        cycle=graded.cycle, kind=StageKind.EVALUATION, subject="project", name="Evaluation",
        opens=graded.stage.opens, deadline=graded.stage.deadline,
    )  # fmt: skip
    Task.objects.create(
        stage=stage, organisation=graded.task.organisation, project=graded.project, grade="差",
        state=TaskState.FINAL, deadline=stage.deadline,
    )  # fmt: skip
    with pytest.raises(Refused, match="更优先的评价"):
        record(graded)


def test_who_decides(graded: Year, county: County) -> None:
    made = record(graded)
    given = (graded.now(), True, "", "", None, timezone.localdate())
    for role in set(Role) - {Role.PERFORMANCE_OFFICER}:
        for action in (
            RecordDecision(*given), ConfirmDecision(made, made.revision),
            WithdrawDecision(made, "Not mine", made.revision),
        ):  # fmt: skip
            with pytest.raises(PermissionDenied):
                carry_out(action, person(county, role))


def test_the_body_sees_what_is_confirmed(graded: Year, county: County, second: User) -> None:
    made = record(graded, reference="=1+1", amount=Decimal(50_000))
    clerk, lead = signed_in(person(county, Role.UNIT_CLERK)), signed_in(person(county, Role.DEPARTMENT_LEAD))
    officer, other = signed_in(graded.officer), signed_in(second)
    assert listed(clerk) == listed(lead) == []
    assert clerk.get(f"{LIST}{made.pk}/").status_code == 404
    assert "待我复核" in other.get("/").content.decode()
    assert "待我复核" not in officer.get("/").content.decode()
    assert len(listed(other, "mine=1")) == 1
    assert listed(officer, "mine=1") == []
    carry_out(ConfirmDecision(made, made.revision), second)
    assert len(listed(clerk)) == len(listed(lead)) == 1
    row = listed(clerk)[0]
    assert (row[11], row[13], row[15]) == ("5", "'=1+1", "已确认")
    assert clerk.get(f"{LIST}{made.pk}/").status_code == 200
    for query, count in (
        ("state=confirmed", 1), ("state=recorded", 0), ("way=follows", 1), ("way=differs", 0), ("year=2024", 1),
        ("year=2023", 0), ("q=School", 1), ("q=Nothing", 0), ("state=x", 1),
    ):  # fmt: skip
        assert len(listed(officer, query)) == count, query


def test_by_the_pages(graded: Year, second: User) -> None:
    officer, other = signed_in(graded.officer), signed_in(second)
    path = f"{LIST}new/?task={graded.task.pk}"
    results = officer.get(f"/dashboards/results/?year={graded.cycle.fiscal_year}").content.decode()
    assert f'href="{path}">未登记' in results
    assert list(faults(officer.get(path))) == []
    sent = {
        "follows": "differ",
        "words": "Cut it",
        "amount": "-12.5",
        "day": timezone.localdate().isoformat(),
    }
    refused = officer.post(path, sent)
    assert refused.status_code == 422
    assert list(faults(refused)) == []
    assert "Cut it" in refused.content.decode()
    done = officer.post(path, {**sent, "reason": "New duties"}, follow=True)
    made = Decision.objects.get()
    assert "须由另一位" in done.content.decode()
    assert made.amount == Decimal(-125_000)
    page = other.get(f"{LIST}{made.pk}/")
    assert list(faults(page)) == []
    assert page.context["may_confirm"]
    assert other.post(f"{LIST}{made.pk}/withdraw/", {"revision": made.revision}).status_code == 422
    confirmed = other.post(f"{LIST}{made.pk}/confirm/", {"revision": made.revision}, follow=True)
    assert "已确认" in confirmed.content.decode()
    query = f"year={graded.cycle.fiscal_year}"
    results = officer.get(f"/dashboards/results/?{query}").content.decode()
    assert f'href="{LIST}{made.pk}/">已确认' in results
    export = officer.get(f"/dashboards/tables/results.csv?{query}").content.decode("utf-8-sig")
    assert "Cut it" in export
    assert "-125000" in export.replace(",", "")
    project = officer.get(f"/dashboards/projects/{graded.project.pk}/")
    assert "Cut it" in project.content.decode()
    assert list(faults(project)) == []
    Task.objects.filter(pk=graded.task.pk).update(state=TaskState.PENDING)
    assert "核对这项决定是否仍然成立" in officer.get(f"{LIST}{made.pk}/").content.decode()
    assert list(faults(officer.get(LIST))) == []


def test_more_decisions_ask_no_more_queries(graded: Year) -> None:
    client = signed_in(graded.officer)

    def asked(page: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page).status_code == 200
        return len(queries)

    made = record(graded)
    pages = (LIST, f"{LIST}?format=csv", "/")
    few = {page: asked(page) for page in pages for _twice in range(2)}
    for number in range(4):
        made.pk, made.state = None, State.WITHDRAWN
        made.reference = str(number)
        made.save()
    assert {page: asked(page) for page in pages} == few
    assert few[LIST] < 15
