"""The list of disclosures with its filters and file, and approvals entered for many departments."""

import io
from itertools import pairwise

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import Workbook, load_workbook
from tests.web.disclosures.disclosures import (
    ADDRESS,
    LIST,
    ago,
    approve,
    browser,
    everything,
    last_year,
    listed,
    opened,
    page_of,
    rows,
)
from tests.web.support import ELSEWHERE, County
from tests.web.support import county as make_county
from tests.web.test_pages import faults

from jixiao.web.cycles.models import Cycle
from jixiao.web.disclosures.models import Disclosure
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db


def test_the_file_has_every_column_and_only_what_the_person_sees(county: County) -> None:
    everything(county)
    opened(make_county("Shi", ELSEWHERE), last_year())
    client = browser(county, Role.PERFORMANCE_OFFICER)
    head, *found = rows(client.get(f"{LIST}?format=csv").content)
    assert ",".join(head) == (
        "预算年度,部门,部门代码,类别,批复日期,批复文号,公开期限,期限依据,公开日期,公开网址,状态,超期天数,不公开的理由,"
        "由部门登记"
    )
    assert {row[1] for row in found} == {county.department.name, county.other_department.name}
    assert [row[10] for row in found] == [
        "未录批复日期", "未录批复日期", "逾期未公开", "按期公开", "未录批复日期", "不适用",
    ]  # fmt: skip
    late, out, exempt = found[2], found[3], found[5]
    assert (late[6], late[11]) == (ago(5), "5")
    assert "预算法" in late[7]
    assert out[9] == ADDRESS
    assert (exempt[6], exempt[12]) == ("", "Classified")
    sheet = load_workbook(io.BytesIO(client.get(f"{LIST}?format=xlsx").content)).worksheets[0]
    assert len(list(sheet.iter_rows())) == len(found) + 1
    assert {row[1] for row in listed(browser(county, Role.DEPARTMENT_LEAD))} == {county.department.name}
    assert listed(browser(county, Role.UNIT_CLERK)) == []
    assert browser(county, Role.EVALUATOR).get(LIST).status_code == 403


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 6), ("state=late", 1), ("state=blank", 3), ("state=exempt", 1), ("state=out", 1), ("state=x", 6),
        ("kind=final_accounts", 2), ("kind=department_budget", 4), ("kind=x", 6), ("due=late", 1),
        ("due=soon", 0), ("mine=1", 0), ("own=1", 0), ("q=health", 3), ("q=Finance+7", 2), ("q=Nowhere", 0), ("under=999", 0),
        ("year=1", 0), ("year=x", 6),
    ],
)  # fmt: skip
def test_the_filters(county: County, query: str, count: int) -> None:
    everything(county)
    client = browser(county, Role.PERFORMANCE_OFFICER)
    assert len(listed(client, query)) == count
    page = client.get(f"{LIST}?{query}")
    assert page.context["page"].paginator.count == count
    assert list(faults(page)) == []


def test_a_department_out_of_use_is_listed_for_what_was_recorded(county: County) -> None:
    everything(county)
    Organisation.objects.filter(pk=county.department.pk).update(active=False)
    found = listed(browser(county, Role.PERFORMANCE_OFFICER), "q=education")
    assert [row[10] for row in found] == ["逾期未公开"]


def test_accounts_of_a_year_under_way_are_not_missing(county: County) -> None:
    opened(county, timezone.localdate().year)
    assert {row[3] for row in listed(browser(county, Role.PERFORMANCE_OFFICER))} == {"部门预算"}


def test_no_rule_no_deadline(county: County) -> None:
    """Before 2019 the national rulebook says nothing of publication."""
    record = Disclosure.objects.create(
        organisation=county.department, fiscal_year=2017, kind="final_accounts", approved_on="2018-08-01"
    )
    client = browser(county, Role.DEPARTMENT_LEAD)
    found = listed(client, "year=2017")
    assert [found[0][6], found[0][7], found[0][10]] == ["", "规则未定", "待公开，规则未定"]
    assert "系统不推算" in client.get(page_of(record)).content.decode()
    assert "规则未定" in client.get("/").content.decode()
    assert listed(client, "due=late") == []
    assert len(listed(client, "mine=1")) == 1


def test_more_departments_ask_no_more_queries(county: County) -> None:
    everything(county)
    cycle = Cycle.objects.first()
    client = browser(county, Role.PERFORMANCE_OFFICER)
    pages = (LIST, f"{LIST}?format=csv", "/", f"/cycles/{cycle.pk}/")

    def asked(page: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page).status_code == 200
        return len(queries)

    few = {page: asked(page) for page in pages for _twice in range(2)}
    for number in range(5):
        body = Organisation.objects.create(
            kind=Kind.DEPARTMENT, code=f"more-{number}", name=f"More {number}", parent=county.top
        )
        approve(county, 40, body)
    assert {page: asked(page) for page in pages} == few
    assert few[LIST] < 15


def test_one_day_for_the_ticked_departments(county: County) -> None:
    year = last_year()
    opened(county, year)
    client = browser(county, Role.PERFORMANCE_OFFICER)
    ticked = [f"{one.pk}-{year}-final_accounts" for one in (county.department, county.other_department)]
    sent = {"disclosure": ticked, "day": "", "number": "Finance 9"}
    refused = client.post(f"{LIST}approvals/?year={year}", sent)
    assert refused.status_code == 422
    assert list(faults(refused)) == []
    shown = refused.content.decode()
    assert "请填写批复日期" in shown
    assert shown.count(" checked") == 2
    assert 'value="Finance 9"' in shown
    done = client.post(f"{LIST}approvals/?year={year}", {**sent, "day": ago(2)}, follow=True)
    assert done.redirect_chain[-1][0] == f"{LIST}?year={year}"
    assert "已登记 2 个部门的部门决算批复日期" in done.content.decode()
    assert Disclosure.objects.filter(approval_number="Finance 9").count() == 2
    again = client.post(f"{LIST}approvals/", {**sent, "day": ago(1)}, follow=True)
    assert "都已有批复日期" in again.content.decode()


def test_all_that_the_filters_let_through_at_once(county: County) -> None:
    year = last_year()
    opened(county, year)
    client = browser(county, Role.PERFORMANCE_OFFICER)
    mixed = client.post(f"{LIST}approvals/", {"all": "1", "day": ago(2)})
    assert mixed.status_code == 422
    assert "一次只登记一个年度、一个类别" in mixed.content.decode()
    assert "登记到全部" not in client.get(LIST).content.decode()
    query = f"year={year}&kind=final_accounts"
    assert "登记到全部 2 个" in client.get(f"{LIST}?{query}").content.decode()
    assert client.post(f"{LIST}approvals/?{query}", {"all": "1", "day": ago(2)}).status_code == 302
    assert Disclosure.objects.filter(kind="final_accounts").exclude(approved_on=None).count() == 2
    for boxes, status in ((["x", "-"], 422), (["1-2024-final_accounts"], 403)):
        assert client.post(f"{LIST}approvals/", {"day": ago(2), "disclosure": boxes}).status_code == status


def test_only_the_officer_is_offered_boxes(county: County) -> None:
    opened(county, last_year())
    for role in (Role.DEPARTMENT_LEAD, Role.LINE_OFFICER, Role.AUDITOR):
        client = browser(county, role)
        assert "data-tick-all" not in client.get(LIST).content.decode()
        assert client.post(f"{LIST}approvals/", {"all": "1", "day": ago(2)}).status_code == 403
        assert client.get(f"{LIST}approvals/import/").status_code == 403


def workbook(*lines: tuple[object, ...]) -> SimpleUploadedFile:
    """A workbook as an officer would fill it in."""
    book, data = Workbook(), io.BytesIO()
    for line in (("部门", "预算年度", "类别", "批复日期", "批复文号"), *lines):
        book.active.append(line)
    book.save(data)
    return SimpleUploadedFile("approvals.xlsx", data.getvalue())


def test_approvals_from_a_workbook(county: County) -> None:
    approve(county, 30, county.other_department)
    client = browser(county, Role.PERFORMANCE_OFFICER)
    year, path = last_year(), f"{LIST}approvals/import/"
    empty = load_workbook(io.BytesIO(client.get(f"{path}?format=xlsx").content))
    assert [cell.value for cell in empty.worksheets[0][1]] == [
        "部门 *", "预算年度 *", "类别 *", "批复日期 *", "批复文号",
    ]  # fmt: skip
    name = county.department.name
    file = workbook(
        (name, year, "部门决算", timezone.localdate(), "Finance 3"),
        (county.department.code, f"{year}年", "部门预算", f"{year}年2月8日", None),
        (name, year, "部门决算", ago(2), None),
        (county.other_department.name, year, "部门决算", ago(2), None),
        ("Nobody", year, "部门决算", ago(2), None), (name, "23", "部门决算", ago(2), None),
        (name, year, "x", ago(2), None), (name, year, "部门决算", "soon", None),
        (name, year + 1, "部门决算", f"{year + 1}-01-05", None),
    )  # fmt: skip
    preview = client.post(path, {"workbook": file, "unclassified": "1"})
    assert preview.context["counts"] == {"new": 2, "there": 1, "wrong": 6}
    shown = preview.content.decode()
    for words in (
        "与第 2 行重复",
        "不改动；要改请打开后更正",
        "没有“Nobody”",
        "“23”不是年度",
        "次年或以后批复",
    ):
        assert words in shown
    done = client.post(path, {"sealed": preview.context["sealed"], "leave_out": "1"}, follow=True)
    assert "已登记 2 条批复日期" in done.content.decode()
    made = Disclosure.objects.filter(organisation=county.department)
    assert {(one.kind, str(one.approved_on), one.approval_number) for one in made} == {
        ("final_accounts", ago(0), "Finance 3"), ("department_budget", f"{year}-02-08", ""),
    }  # fmt: skip


def test_newest_years_come_first(county: County) -> None:
    year = last_year()
    opened(county, year - 1, year)
    found = listed(browser(county, Role.PERFORMANCE_OFFICER))
    years = [int(row[0]) for row in found]
    assert all(before >= after for before, after in pairwise(years))
