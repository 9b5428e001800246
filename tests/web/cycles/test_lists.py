"""Lists: filters of the address, the same rows in the file, many approved at once, few queries, reminders."""

import csv
import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from tests.web.cycles.years import NODES, Year, year
from tests.web.support import County, signed_in

from jixiao.web.actions import Refused, carry_out
from jixiao.web.cycles.actions.extend_deadline import ExtendDeadline
from jixiao.web.cycles.coverage import uncovered, warnings
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.cycles.todo import counted
from jixiao.web.decisions.models import Decision
from jixiao.web.filings.evidence import Evidence
from jixiao.web.filings.models import Project
from jixiao.web.people.models import Membership
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def now(county: County) -> Year:
    return year(county)


def more(now: Year, count: int, **fields: object) -> list[Task]:
    made = []
    for number in range(count):
        project = Project.objects.create(
            organisation=now.county.unit, fiscal_year=2024, code=f"m{number}", name=f"=Project {number}"
        )
        made.append(
            Task.objects.create(
                **{
                    "stage": now.stage, "organisation": now.county.unit, "project": project,
                    "deadline": now.stage.deadline, **fields,
                }
            )
        )  # fmt: skip
    return made


def listed(now: Year, role: str, query: str) -> list[list[str]]:
    answer = signed_in(now.county.people[role]).get(f"/cycles/tasks/?{query}&format=csv")
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))[1:]


def test_filters_of_the_address(now: Year) -> None:
    today = timezone.localdate()
    more(now, 3, state=TaskState.PENDING, deadline=today - dt.timedelta(days=1))
    Task.objects.filter(pk=now.task.pk).update(deadline=today + dt.timedelta(days=7))
    clerk, reviewer = str(Role.UNIT_CLERK), str(NODES[0])
    stage = f"stage={now.stage.pk}"
    assert len(listed(now, clerk, stage)) == 4
    assert len(listed(now, clerk, f"{stage}&state=pending")) == 3
    assert len(listed(now, clerk, f"{stage}&due=late")) == 3
    assert [row[2] for row in listed(now, clerk, f"{stage}&due=soon")] == ["School meals"]
    assert [row[2] for row in listed(now, clerk, f"{stage}&mine=1")] == ["School meals"]
    assert len(listed(now, reviewer, f"{stage}&mine=1")) == 3
    assert [row[2] for row in listed(now, clerk, f"{stage}&q=meals")] == ["School meals"]
    assert listed(now, str(Role.UNIT_CLERK), "stage=x&state=nonsense&due=never&page=x")


def test_the_file_has_the_rows_of_the_page_and_no_formula(now: Year) -> None:
    more(now, 2)
    client = signed_in(now.officer)
    address = f"/cycles/tasks/?stage={now.stage.pk}&format="
    rows = list(csv.reader(io.StringIO(client.get(f"{address}csv").content.decode("utf-8-sig"))))
    book = load_workbook(io.BytesIO(client.get(f"{address}xlsx").content))
    cells = list(book.active.iter_rows())
    assert [len(rows), len(cells)] == [4, 4]
    assert rows[2][2] == "'=Project 0"
    assert (cells[2][2].value, cells[2][2].data_type) == ("=Project 0", "s")
    progress = client.get(f"/cycles/{now.cycle.pk}/?format=csv").content.decode("utf-8-sig")
    assert progress.splitlines()[1].endswith(",3,3,0,0,0,0")


def test_many_are_approved_at_once_and_each_on_its_own(now: Year) -> None:
    made = more(now, 4, state=TaskState.PENDING)
    client = signed_in(now.county.people[NODES[0]])
    address = f"/cycles/tasks/approve/?stage={now.stage.pk}"
    page = client.get(address).content.decode()
    assert page.count('name="task"') == 4
    assert "School meals" not in page  # it is with the clerk
    Task.objects.filter(pk=made[1].pk).update(revision=5)  # somebody was quicker
    form = {f"revision-{one.pk}": one.revision for one in made}
    words = client.post(address, {**form, "task": [one.pk for one in made[:3]], "words": "Fine"}, follow=True)
    states = {one.pk: one.node for one in Task.objects.filter(pk__in=[one.pk for one in made])}
    assert [states[one.pk] for one in made] == [1, 0, 1, 0]
    assert "已通过 2 份" in words.content.decode()
    assert "刚被他人办理过" in words.content.decode()
    # Of a form that is not the person's to review, nothing happens.
    client.post(address, {"task": [now.task.pk, "x"], f"revision-{now.task.pk}": 0})
    assert now.now().state == TaskState.DRAFT


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/cycles/tasks/",
        "/cycles/{cycle}/",
        "/cycles/",
        "/cycles/tasks/approve/",
        "/cycles/stages/{stage}/assignments/",
    ],
)
def test_more_forms_ask_no_more_queries(now: Year, path: str) -> None:
    address = path.format(cycle=now.cycle.pk, stage=now.stage.pk)
    client = signed_in(now.county.people[Role.PERFORMANCE_OFFICER])

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    more(now, 1, state=TaskState.PENDING, node=3)
    asked()
    few = asked()
    Project.objects.filter(code="m0").update(code="first")
    more(now, 30, state=TaskState.PENDING, node=3)
    assert asked() == few
    assert few < 30


def test_one_form_gets_more_time(now: Year) -> None:
    day = now.task.deadline
    with pytest.raises(Refused):
        carry_out(ExtendDeadline(now.now(), day + dt.timedelta(days=1), " "), now.officer)
    with pytest.raises(Refused):
        carry_out(ExtendDeadline(now.now(), day, "Flood"), now.officer)
    Task.objects.filter(pk=now.task.pk).update(state=TaskState.PENDING, node=2)
    client = signed_in(now.officer)
    later = (day + dt.timedelta(days=5)).isoformat()
    client.post(f"/cycles/tasks/{now.task.pk}/extend/", {"deadline": later, "words": "Flood", "revision": 0})
    found = now.now()
    assert (found.deadline.isoformat(), found.state, found.node) == (later, TaskState.PENDING, 2)
    step = found.moves.get()
    assert (step.verb, step.before, step.after) == ("extend", "pending", "pending")
    assert step.words.endswith("Flood")
    Task.objects.filter(pk=now.task.pk).update(state=TaskState.FINAL)
    with pytest.raises(Refused):
        carry_out(ExtendDeadline(now.now(), day + dt.timedelta(days=9), "Flood"), now.officer)


def test_the_bell_tells_what_is_late_and_what_is_due(now: Year) -> None:
    today = timezone.localdate()
    Evidence.objects.all().delete()  # of the samples
    Decision.objects.all().delete()
    Task.objects.exclude(pk=now.task.pk).delete()
    page = signed_in(now.clerk).get("/").content.decode()
    assert "近期没有到期" in page
    Task.objects.filter(pk=now.task.pk).update(deadline=today + dt.timedelta(days=7))
    assert "7 日内 1" in signed_in(now.clerk).get("/").content.decode()
    assert (counted(now.clerk).soon, counted(now.clerk).late) == (1, 0)
    Task.objects.filter(pk=now.task.pk).update(deadline=today - dt.timedelta(days=1))
    assert "逾期 1" in signed_in(now.clerk).get("/").content.decode()
    assert (counted(now.clerk).soon, counted(now.clerk).late) == (0, 1)
    assert "bell" not in signed_in(now.person(Role.SYSTEM_ADMINISTRATOR)).get("/").content.decode()


def test_a_review_that_nobody_holds_is_told(now: Year) -> None:
    assert uncovered(now.stage) == []
    Membership.objects.filter(role=Role.UNIT_REVIEWER).delete()
    assert uncovered(now.stage) == [(Role.UNIT_REVIEWER, [now.county.unit])]
    assert warnings(now.stage)[0].startswith("“单位审核人”在 1 个单位无人担任：Yan school。")
    line = Membership.objects.get(role=Role.LINE_OFFICER)
    line.portfolio.set([now.county.other_department])
    assert uncovered(now.stage)[1] == (Role.LINE_OFFICER, [now.county.unit])
    line.portfolio.set([now.county.department])
    assert [role for role, _ in uncovered(now.stage)] == [Role.UNIT_REVIEWER]
    told = signed_in(now.officer).post(f"/cycles/stages/{now.stage.pk}/dispatch/", follow=True)
    assert "无人担任" in told.content.decode()
