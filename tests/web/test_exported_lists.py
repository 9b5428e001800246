"""Every list as a file: the rows of the list and no others, whatever the format, in as many queries for many."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from tests.web.cycles.years import year
from tests.web.support import ELSEWHERE, County, account, signed_in
from tests.web.support import county as make_county

from jixiao.web.cycles.models import Cycle
from jixiao.web.filings.library import LibraryIndicator, LibraryKind
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
LISTS = {
    "/reports/": (Role.PERFORMANCE_OFFICER, "部门,预算年度,已写好,自查未过,定稿"),
    "/filings/library/": (
        Role.PERFORMANCE_OFFICER,
        "地区,类别,行业,一级指标,二级指标,三级指标,指标性质,指标值,度量单位,状态",
    ),
    "/organisations/": (
        Role.SYSTEM_ADMINISTRATOR,
        "名称,简称,类别,代码,上级,上级代码,适用规则,状态",
    ),
    "/people/": (Role.SECURITY_ADMINISTRATOR, "账号,姓名,所在单位,角色,状态"),
    "/cycles/": (Role.PERFORMANCE_OFFICER, "名称,地区,预算年度,阶段,状态"),
}


def more(county: County, mark: str, count: int) -> None:
    """Rows of every list, each with the mark in it."""
    for number in range(count):
        name = f"{mark}{number}"
        body = Organisation.objects.create(
            kind=Kind.DEPARTMENT, code=f"{county.top.code}-{name}", name=name, parent=county.top
        )
        DepartmentYear.objects.create(organisation=body, fiscal_year=2040, rulebook="cn")
        LibraryIndicator.objects.create(
            jurisdiction=county.top, kind=LibraryKind.COMMON, level1="Output", name=name
        )
        account(f"{county.top.code}-{name}", Role.UNIT_CLERK, body)
        Cycle.objects.create(jurisdiction=county.top, fiscal_year=2040 + len(mark) * 10 + number, title=name)


def read(county: County, address: str, query: str = "", kind: str = "csv") -> list[list[str]]:
    client = signed_in(county.people[str(LISTS[address][0])])
    answer = client.get(f"{address}?{query}&format={kind}")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith(f".{kind}")
    if kind == "csv":
        return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    sheet = load_workbook(io.BytesIO(answer.content), read_only=True).worksheets[0]
    return [["" if one is None else str(one) for one in row] for row in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize("address", LISTS)
def test_the_rows_are_those_of_the_list(county: County, address: str) -> None:
    year(county)
    more(county, "Here", 2)
    more(make_county("Shi", ELSEWHERE), "There!", 2)
    head, *rows = read(county, address)
    assert ",".join(head) == LISTS[address][1]
    words = " ".join(cell for row in rows for cell in row)
    assert "Here0" in words
    assert "Here1" in words
    assert "There!" not in words
    assert read(county, address, kind="xlsx") == [head, *rows]
    page = signed_in(county.people[str(LISTS[address][0])]).get(address).content.decode()
    assert "format=xlsx" in page
    assert "format=csv" in page


@pytest.mark.parametrize("address", LISTS)
def test_more_rows_ask_no_more_queries(county: County, address: str) -> None:
    client = signed_in(county.people[str(LISTS[address][0])])

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{address}?format=csv").status_code == 200
        return len(queries)

    more(county, "a", 1)
    asked()
    few = asked()
    more(county, "bb", 9)
    assert asked() == few
    assert few < 20


@pytest.mark.parametrize("address", [one for one in LISTS if one != "/cycles/"])
def test_the_filters_of_the_page_hold_for_the_file(county: County, address: str) -> None:
    more(county, "Here", 3)
    rows = read(county, address, "q=Here1")[1:]
    assert len(rows) == 1
    assert "Here1" in " ".join(rows[0])


def test_bodies_are_exported_with_all_below_the_one_that_is_open(county: County) -> None:
    rows = read(county, "/organisations/", f"under={county.department.pk}")[1:]
    assert {row[0] for row in rows} == {county.department.name, county.unit.name}
    everything = {row[0] for row in read(county, "/organisations/")[1:]}
    assert {county.top.name, county.bureau.name, county.other_unit.name} <= everything
