"""The pages of demands: the list and its file, what each person may do, and where else demands are shown."""

import csv
import datetime as dt
import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from tests.web.cycles.years import year
from tests.web.rectifications.demands import answered, issued, person
from tests.web.support import ELSEWHERE, County, signed_in
from tests.web.support import county as make_county
from tests.web.test_pages import faults

from jixiao.web.actions import carry_out
from jixiao.web.cycles.models import Handling, StageKind
from jixiao.web.people.roles import Role
from jixiao.web.rectifications.actions.extend_term import ExtendTerm
from jixiao.web.rectifications.actions.return_result import ReturnResult
from jixiao.web.rectifications.listing import counted
from jixiao.web.rectifications.models import Demand, State

pytestmark = pytest.mark.django_db
LIST = "/rectifications/"


def browser(county: County, role: str) -> Client:
    return signed_in(county.people[str(role)])


def listed(client: Client, query: str = "") -> list[list[str]]:
    """The rows of the list as a file, without the head."""
    text = client.get(f"{LIST}?{query}&format=csv").content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))[1:]


def test_the_file_has_every_column_and_only_what_the_person_sees(county: County) -> None:
    issued(county, task=year(county).task, problem="=1+1", reference="Notice 7")
    issued(make_county("Shi", ELSEWHERE), problem="There!")
    client = browser(county, Role.PERFORMANCE_OFFICER)
    head, *rows = csv.reader(io.StringIO(client.get(f"{LIST}?format=csv").content.decode("utf-8-sig")))
    assert ",".join(head) == (
        "预算年度,整改单位,对象,阶段,问题来源,依据,发文字号,预警,存在问题,整改要求,责任人或责任科室,发出单位,"
        "发出日期,整改期限,状态,逾期,整改措施,整改结果,报送日期,销号日期"
    )
    words = " ".join(cell for row in rows for cell in row)
    assert "There!" not in words
    assert "Notice 7" in words
    assert "'=1+1" in words
    sheet = load_workbook(io.BytesIO(client.get(f"{LIST}?format=xlsx").content)).worksheets[0]
    assert len(list(sheet.iter_rows())) == len(rows) + 1
    assert len(listed(browser(county, Role.UNIT_CLERK))) == 2
    assert browser(county, Role.EVALUATOR).get(LIST).status_code == 403


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 4), ("state=open", 2), ("state=under_way", 4), ("state=pending", 1), ("state=closed", 0),
        ("source=review", 1), ("year=2024", 3), ("due=late", 2), ("due=soon", 0), ("q=hospital", 0),
        ("q=Receipts", 4), ("q=School+meals", 1), ("mine=1", 1), ("state=x", 4), ("year=x", 4), ("under=999", 0),
    ],
)  # fmt: skip
def test_the_filters(county: County, query: str, count: int) -> None:
    """Beside the sample, which is late: one answered, one given back and late, one about a form."""
    answered(county, issued(county))
    back = issued(county)
    back.state, back.deadline = State.RETURNED, timezone.localdate() - dt.timedelta(days=1)
    back.save()
    issued(county, days=20, task=year(county).task)
    assert len(listed(browser(county, Role.PERFORMANCE_OFFICER), query)) == count


def test_overdue_is_the_same_everywhere(county: County) -> None:
    today, task = timezone.localdate(), year(county).task
    for state in State:
        for days in (-1, 0, 1):
            one = issued(county, task=task)
            one.state, one.deadline = state, today + dt.timedelta(days=days)
            one.save()
    late = {one.pk for one in Demand.objects.all() if one.late}
    assert late == set(Demand.objects.overdue().values_list("pk", flat=True))
    assert len(late) == 3  # the sample, and the two that lie with the body
    client = browser(county, Role.PERFORMANCE_OFFICER)
    assert len(listed(client, "due=late")) == 3
    assert sum(row[15] == "是" for row in listed(client)) == 3
    assert counted(county.people[str(Role.PERFORMANCE_OFFICER)]).late == 3
    assert "<strong>3</strong> 整改逾期未报" in client.get("/").content.decode()
    assert client.get(f"/cycles/tasks/{task.pk}/").content.decode().count("逾期</td>") == 2
    shown = client.get(f"/cycles/{task.stage.cycle_id}/").content.decode()
    assert "<strong>2</strong> 整改逾期未报" in shown


def test_more_demands_ask_no_more_queries(county: County) -> None:
    task = year(county).task
    client = browser(county, Role.PERFORMANCE_OFFICER)
    pages = (LIST, f"{LIST}?format=csv", "/", f"/cycles/tasks/{task.pk}/", f"/cycles/{task.stage.cycle_id}/")

    def asked(page: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page).status_code == 200
        return len(queries)

    answered(county, issued(county, task=task))
    few = {page: asked(page) for page in pages for _twice in range(2)}
    for _ in range(5):
        answered(county, issued(county, task=task))
    assert {page: asked(page) for page in pages} == few
    assert few[LIST] < 15


def test_what_waits_on_the_first_page(county: County) -> None:
    demand = issued(county)
    assert "待我整改" in browser(county, Role.UNIT_CLERK).get("/").content.decode()
    assert "待我验收" not in browser(county, Role.PERFORMANCE_OFFICER).get("/").content.decode()
    answered(county, demand)
    assert "待我验收" in browser(county, Role.PERFORMANCE_OFFICER).get("/").content.decode()
    assert "待我验收" not in browser(county, Role.DEPARTMENT_LEAD).get("/").content.decode()
    assert "整改" not in browser(county, Role.EVALUATOR).get("/").content.decode()


def test_from_a_warning_to_the_demand(county: County) -> None:
    task = year(county, kind=StageKind.MONITORING, month=6).task
    Handling.objects.create(task=task, warnings=[{"zh": "执行偏慢", "en": "Too slow"}])
    client = browser(county, Role.PERFORMANCE_OFFICER)
    page = client.get(f"{LIST}new/?task={task.pk}")
    assert list(faults(page)) == []
    assert page.context["form"].initial["problem"] == "执行偏慢"
    sent = {"source": "monitoring", "about": "0", "problem": "执行偏慢", "requirement": "Faster",
            "responsible": "Head", "days": "10"}  # fmt: skip
    answer = client.post(f"{LIST}new/?task={task.pk}", sent, follow=True)
    made = Demand.objects.latest("issued_at")
    assert (made.task, made.organisation, made.fiscal_year) == (task, county.unit, 2024)
    assert made.warning == {"zh": "执行偏慢", "en": "Too slow"}
    told = answer.content.decode()
    assert "没有录入" in told  # nobody entered the holidays
    assert "执行偏慢" in told
    assert f"/rectifications/{made.pk}/" in client.get(f"/cycles/tasks/{task.pk}/").content.decode()


def test_a_demand_without_a_form(county: County) -> None:
    client = browser(county, Role.DEPARTMENT_LEAD)
    sent = {"organisation": county.unit.pk, "fiscal_year": "2024", "source": "audit", "problem": "x",
            "requirement": "y", "responsible": "z", "days": "10"}  # fmt: skip
    answer = client.post(f"{LIST}new/", sent)
    assert answer.status_code == 422
    assert "须写明依据" in answer.content.decode()
    assert list(faults(answer)) == []
    assert client.post(f"{LIST}new/", {**sent, "basis": "Audit 3"}).status_code == 302
    outside = client.post(f"{LIST}new/", {**sent, "basis": "Audit 3", "organisation": county.other_unit.pk})
    assert outside.status_code == 422


def test_taking_a_result_back_on_the_page(county: County) -> None:
    demand, client = answered(county, issued(county)), browser(county, Role.UNIT_CLERK)
    demand.deadline = timezone.localdate() - dt.timedelta(days=1)
    demand.save()
    path = f"{LIST}{demand.pk}/"
    shown = client.get(path)
    assert list(faults(shown)) == []
    assert "result/take-back/" in shown.content.decode()
    assert "撤回后即为逾期" in shown.content.decode()
    for role in (Role.PERFORMANCE_OFFICER, Role.UNIT_REVIEWER):
        assert "take-back" not in browser(county, role).get(path).content.decode()
    stale = client.post(f"{path}result/take-back/", {"revision": str(demand.revision - 1)})
    assert stale.status_code == 422
    assert "刚被他人办理" in stale.content.decode()
    assert client.post(f"{path}result/take-back/", {"revision": str(demand.revision)}).status_code == 302
    page = client.get(path)
    assert (page.context["may_answer"], page.context["may_take_back"]) == (True, False)


def test_why_it_was_returned_stays_after_more_time_was_given(county: County) -> None:
    officer = person(county, Role.PERFORMANCE_OFFICER)
    demand = answered(county, issued(county))
    demand = carry_out(ReturnResult(demand, "One is missing", demand.revision), officer)
    carry_out(ExtendTerm(demand, 3, "Shops are closed", demand.revision), officer)
    page = browser(county, Role.UNIT_CLERK).get(f"{LIST}{demand.pk}/")
    assert page.context["sent_back"].words == "One is missing"


def test_what_was_typed_is_not_lost(county: County) -> None:
    demand, client = issued(county), browser(county, Role.UNIT_CLERK)
    path = f"{LIST}{demand.pk}/"
    other = {"measures": "Theirs", "result": "", "revision": str(demand.revision), "step": "save"}
    assert client.post(f"{path}result/", other).status_code == 302
    mine = {"measures": "Mine", "result": "Done", "revision": str(demand.revision), "step": "submit"}
    answer = client.post(f"{path}result/", mine)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "他人已改为“Theirs”" in shown
    assert ">\nMine</textarea>" in shown or ">Mine</textarea>" in shown
    mine["revision"] = str(Demand.objects.get(pk=demand.pk).revision)
    assert client.post(f"{path}result/", mine).status_code == 302
    late = client.post(f"{path}result/", {**mine, "measures": "Too late"})
    assert late.status_code == 422
    assert "Too late" in late.content.decode()
    officer = browser(county, Role.PERFORMANCE_OFFICER)
    refused = officer.post(f"{path}return/", {"words": "", "revision": mine["revision"]})
    assert refused.status_code == 422
    assert list(faults(refused)) == []


@pytest.mark.parametrize(
    ("role", "answers", "judges", "extends"),
    [
        (Role.UNIT_CLERK, True, False, False), (Role.UNIT_REVIEWER, False, False, False),
        (Role.DEPARTMENT_LEAD, False, False, False), (Role.LINE_OFFICER, False, True, True),
        (Role.PERFORMANCE_OFFICER, False, True, True), (Role.AUDITOR, False, False, False),
    ],
)  # fmt: skip
def test_what_a_role_may_do(county: County, role: str, answers: bool, judges: bool, extends: bool) -> None:  # noqa: FBT001
    demand, client = issued(county), browser(county, role)
    page = client.get(f"{LIST}{demand.pk}/")
    assert list(faults(page)) == []
    assert (page.context["may_answer"], page.context["may_extend"]) == (answers, extends)
    assert page.context["may_judge"] is False
    answered(county, demand)
    page = client.get(f"{LIST}{demand.pk}/")
    assert list(faults(page)) == []
    assert (page.context["may_answer"], page.context["may_judge"]) == (False, judges)


def test_the_notice_is_chinese_whatever_the_page_is(county: County) -> None:
    demand = issued(county, task=year(county).task, reference="Notice 7")
    client = browser(county, Role.UNIT_CLERK)
    client.cookies["django_language"] = "en"
    page = client.get(f"{LIST}{demand.pk}/notice/")
    assert list(faults(page)) == []
    shown = page.content.decode()
    for words in (
        "预算绩效管理问题整改通知书",
        "Notice 7",
        "School meals",
        "审计和监督检查",
        county.bureau.name,
    ):
        assert words in shown
