"""Before many forms are approved at once the page tells which of them the gate would keep open, and why."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Value
from django.db.models.functions import Concat
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser as Page
from tests.web.support import County, signed_in
from tests.web.test_pages import faults

from jixiao.renderers.json import version
from jixiao.web.actions import Refused, carry_out
from jixiao.web.background.loop import drain
from jixiao.web.cycles.models import CycleState, Stage, StageKind, SubjectKind, Task, TaskState
from jixiao.web.cycles.signals import Objection
from jixiao.web.filings.models import DepartmentYear, Project
from jixiao.web.organisations.actions.save_organisation import SaveOrganisation
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import Membership, User
from jixiao.web.people.roles import Role
from jixiao.web.reports.actions.ask_self_check import AskSelfCheck
from jixiao.web.reports.actions.waive_error import WaiveError
from jixiao.web.reports.foreseeing import objections
from jixiao.web.reports.models import Listing, Paper, State
from jixiao.web.reports.self_checking import gate, self_check
from jixiao.web.reports.stamps import stamp, stamps

Made = Callable[..., DepartmentYear]
pytestmark = pytest.mark.django_db(transaction=True)
APPROVE = "/cycles/tasks/approve/"
CONTRADICTED = "620723-linze-2023"


def lead(county: County) -> User:
    return county.people[str(Role.DEPARTMENT_LEAD)]


def checked(county: County, form: Task) -> None:
    carry_out(AskSelfCheck(form), lead(county))
    drain()


def foretold(form: Task) -> Objection | None:
    """What the page would tell; where it is certain, the gate says the same."""
    found = objections([form]).get(form.pk)
    if found is None:
        gate(form)
    elif found.certain:
        with pytest.raises(Refused) as refused:
            gate(form)
        assert refused.value.messages == [found.words]
    return found


def touched(year: DepartmentYear, **facts: object) -> None:
    """Somebody saved the department's year, with these facts."""
    year.refresh_from_db()
    year.facts |= facts
    year.revision += 1
    year.save()


def test_what_is_foretold_is_what_the_gate_says(county: County, department: Made, form: Task) -> None:
    assert foretold(form) is None  # nothing is known of the year, and nothing will be frozen
    year = department(CONTRADICTED)
    told = foretold(form)
    assert told is not None
    assert "还没有按现在的资料自查" in told.words
    checked(county, form)
    told = foretold(form)
    assert told is not None
    assert f"有 {len(self_check(year).open)} 处错误没有处理" in told.words
    for one in self_check(year).open:
        carry_out(WaiveError(form, one.identity, "原件如此，已核对。"), lead(county))
    assert foretold(form) is None
    touched(year)  # the same facts: only the gate can tell
    gate(form)
    told = foretold(form)
    assert told is not None
    assert not told.certain
    touched(year, title="Another title")
    with pytest.raises(Refused):
        gate(form)
    told = foretold(form)
    assert told is not None
    assert not told.certain
    Paper.objects.filter(year=year).update(state=State.WAITING)
    told = foretold(form)
    assert told is not None
    assert told.certain


def test_facts_of_which_nothing_can_be_written_keep_nothing_open(
    county: County, department: Made, form: Task
) -> None:
    year = department()
    touched(year, discrepancies=[{"fact": "projects.none.outturn", "statement": "x", "signed_by": "y"}])
    checked(county, form)
    assert Listing.objects.get(year=year).state == State.FAILED
    assert foretold(form) is None


def test_the_stamps_of_many_are_those_of_each(county: County, department: Made) -> None:
    years = [department(), DepartmentYear.objects.create(
        organisation=county.other_department, fiscal_year=2023, rulebook="cn"
    )]  # fmt: skip
    before = stamps(years)
    assert before == {year.pk: stamp(year) for year in years}
    assert len(set(before.values())) == 2
    body = Organisation(parent=county.other_unit, kind=Kind.UNIT, code="ward", name="Ward")
    carry_out(SaveOrganisation(body), county.people[str(Role.SYSTEM_ADMINISTRATOR)])
    below = stamps(years)
    Project.objects.create(organisation=body, fiscal_year=2023, code="p", name="Meals")
    after = stamps(years)
    first, second = (year.pk for year in years)
    assert before[first] == below[first] == after[first]
    assert len({before[second], below[second], after[second]}) == 3


ERROR = {
    "identity": "e1", "code": "JX101", "where": ["第一部分", "Part one"], "why": ["执行率不符", "A wrong rate"],
    "fix": ["改正", "Correct it"], "anchor": "",
}  # fmt: skip

WHY = (
    "报告自查有 1 处错误没有处理，不能终审：第一部分：执行率不符。"
    "请退回改正，或在“报告自查”中逐处写明不改的理由。"
)


def others(county: County, form: Task, count: int) -> list[Task]:
    """Forms of other departments, each checked, with an error that nobody answered for."""
    made = []
    for number in range(count):
        body = Organisation.objects.create(
            kind=Kind.DEPARTMENT, code=f"other-{number}", name=f"Other {number}", parent=county.top
        )
        unit = Organisation.objects.create(
            kind=Kind.UNIT, code=f"unit-{number}", name=f"Unit {number}", parent=body
        )
        Membership.objects.create(user=lead(county), organisation=body, role=Role.DEPARTMENT_LEAD)
        Project.objects.create(organisation=unit, fiscal_year=2023, code="p", name="Meals")
        year = DepartmentYear.objects.create(organisation=body, fiscal_year=2023, rulebook="cn")
        offers = [{"kind": "evaluation", "per": "department"}]
        Listing.objects.create(year=year, state=State.READY, told={"offers": offers})
        told = {"program": version(), "blockers": [ERROR]}
        Paper.objects.create(year=year, kind="evaluation", state=State.READY, told=told)
        made.append(Task.objects.create(
            stage=form.stage, organisation=body, deadline=form.deadline, state=TaskState.PENDING
        ))  # fmt: skip
    return made


def test_many_forms_ask_no_more_queries(county: County, form: Task) -> None:
    client = signed_in(lead(county))

    def asked() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as queries:
            page = Page(client.get(APPROVE).content)
        return len(queries), len(page.css("input[name=task][disabled]"))

    others(county, form, 2)
    asked()
    few, barred = asked()
    assert barred == 2
    Organisation.objects.filter(code__startswith="other-").update(code=Concat(Value("x"), "code"))
    Organisation.objects.filter(code__startswith="unit-").update(code=Concat(Value("x"), "code"))
    others(county, form, 20)
    assert asked() == (few, 22)
    assert few <= 30


def test_the_page_tells_before_the_click_and_what_came_between_after_it(
    county: County, department: Made, form: Task
) -> None:
    year = department()
    checked(county, form)
    (barred,) = others(county, form, 1)
    targets = Stage.objects.create(
        cycle=form.stage.cycle, kind=StageKind.TARGETS, subject=SubjectKind.DEPARTMENT, name="Targets",
        opens=form.stage.opens, deadline=form.deadline, nodes=form.stage.nodes,
    )  # fmt: skip
    free = Task.objects.create(
        stage=targets, organisation=county.department, deadline=form.deadline, state=TaskState.PENDING
    )
    client = signed_in(lead(county))
    answer = client.get(APPROVE)
    assert not list(faults(answer))
    assert shown(answer) == {
        form.pk: (True, "可以通过"),
        free.pk: (True, "可以通过"),
        barred.pk: (False, f"不能通过{WHY}"),
    }
    assert "其中 1 份现在不能通过" in answer.content.decode()

    touched(year, title="Another title")  # meanwhile
    given = {f"revision-{one.pk}": one.revision for one in (form, free, barred)}
    answer = client.post(APPROVE, {**given, "task": [free.pk, form.pk, barred.pk], "words": "Agreed"})
    assert answer.status_code == 422
    assert not list(faults(answer))
    told = Page(answer.content).css_first(".outcomes")
    assert told.css_first("h2").text() == "已通过 1 份，2 份没有通过"
    passed, unchecked, contradicted = (one.text() for one in told.css("li"))
    assert passed == f"{free}：已通过，终审完成。"
    assert unchecked.startswith(f"{form}：没有通过 报告还没有按现在的资料自查")
    assert contradicted.startswith(f"{barred}：没有通过 报告")
    assert {one.pk: one.state for one in Task.objects.exclude(state=TaskState.DRAFT)} == {
        form.pk: TaskState.PENDING, free.pk: TaskState.FINAL, barred.pk: TaskState.PENDING,
    }  # fmt: skip
    after = shown(answer)
    assert set(after) == {form.pk, barred.pk}
    assert after[form.pk][0]
    assert "先核对资料有没有改动" in after[form.pk][1]
    assert "Agreed" in answer.content.decode()  # what was typed is there


def shown(answer: HttpResponse) -> dict[int, tuple[bool, str]]:
    """Of each form on the page: whether it can be ticked, and what stands beside it."""
    page = Page(answer.content)
    return {
        int(box.attributes["value"]): (
            "disabled" not in box.attributes, page.css_first(f"#{box.attributes['aria-describedby']}").text(),
        )
        for box in page.css("input[name=task]")
    }  # fmt: skip


@pytest.mark.parametrize(("state", "opens", "words"), [
    (CycleState.CLOSED, timedelta(days=-1), "没有开放"), (CycleState.OPEN, timedelta(days=1), "起办理"),
])  # fmt: skip
def test_a_year_that_is_not_open_is_told(
    county: County, form: Task, state: str, opens: timedelta, words: str
) -> None:
    form.stage.cycle.state = state
    form.stage.cycle.save()
    form.stage.opens = timezone.localdate() + opens
    form.stage.save()
    answer = signed_in(lead(county)).get(APPROVE)
    ((may, why),) = shown(answer).values()
    assert (may, words in why) == (False, True)
    assert not Page(answer.content).css("textarea")
