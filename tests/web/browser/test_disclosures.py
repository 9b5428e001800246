"""Disclosures in the browser: typed once for the reports that went with it; departments and bureau in turn."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.accessible import barriers
from tests.web.disclosures.disclosures import (
    ADDRESS,
    ago,
    approve,
    last_year,
    opened,
    page_of,
    paper,
    reviewed,
)
from tests.web.support import County

from jixiao.web.disclosures.models import Disclosure

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_DATA", str(tmp_path))


def test_the_ticked_reports_come_out_with_the_disclosure(county: County, visit: Callable[..., Page]) -> None:
    record = approve(county, 9)
    accounts = paper(county, 5, "final_accounts", title="2024 年度部门决算")
    other = paper(county, 4, title="部门整体支出绩效自评报告")
    for one in (accounts, other):
        reviewed(county, one)
    page = visit("Yan-department_lead")
    page.goto(page_of(record))
    boxes = page.locator('input[name="paper"]')
    expect(boxes).to_have_count(2)
    page.get_by_label(other.title).uncheck()
    page.get_by_label("公开日期").fill(ago(1))
    page.get_by_label("公开网址").fill(ADDRESS)
    page.get_by_role("button", name="登记公开").click()
    expect(page.locator(".errorlist")).to_contain_text("早于")  # reviewed today only
    expect(page.get_by_label(accounts.title)).to_be_checked()
    expect(page.get_by_label(other.title)).not_to_be_checked()
    page.get_by_label("公开日期").fill(ago(0))
    page.get_by_role("button", name="登记公开").click()
    expect(page.get_by_role("link", name=accounts.title).first).to_be_visible()
    expect(page.locator("dl.demand")).to_contain_text(ADDRESS)
    assert barriers(page) == []
    page.goto(f"/reports/papers/{other.pk}/")
    expect(page.get_by_label("网址或渠道")).to_have_value(ADDRESS)
    expect(page.get_by_label("公开日期")).to_have_value(ago(0))


def test_the_bureau_corrects_what_a_department_recorded(county: County, visit: Callable[..., Page]) -> None:
    opened(county, last_year())
    record = Disclosure(organisation=county.department, fiscal_year=last_year(), kind="final_accounts")
    lead = visit("Yan-department_lead")
    lead.goto(page_of(record))
    lead.locator("#approve-day").fill(ago(9))
    lead.get_by_role("button", name="登记", exact=True).click()
    expect(lead.locator("#messages")).to_contain_text("待公开")
    lead.locator("summary", has_text="登记为不适用").click()
    expect(lead.locator("#exempt-words")).to_be_visible()
    assert barriers(lead) == []
    officer = visit("Yan-performance_officer")
    officer.goto("/disclosures/")
    officer.get_by_label("由部门登记").check()
    officer.get_by_role("button", name="查找").click()
    expect(officer.locator("tbody tr")).to_have_count(1)
    assert barriers(officer) == []
    officer.get_by_role("link", name=county.department.name).click()
    officer.locator("summary", has_text="更正批复日期").click()
    officer.locator("#correct-words").fill("Typed wrongly")
    officer.get_by_role("button", name="更正", exact=True).click()
    expect(officer.locator("dl.facts")).to_contain_text("财政部门登记")
    lead.goto(page_of(record))
    expect(lead.get_by_role("cell", name="更正批复日期")).to_be_visible()  # the step of the bureau, no form
    expect(lead.locator("#correct-day")).to_have_count(0)
