"""A department's main tasks in the browser: a row is added, and other funds follow as one types."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.test_grid import at, opened, status
from tests.web.filings.support import YEAR, form
from tests.web.support import County, account

from jixiao.web.cycles.models import StageKind, SubjectKind
from jixiao.web.filings.main_task import MainTask
from jixiao.web.filings.subjects import year_of
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
TABLE = "年度主要任务"


def test_other_funds_follow_as_one_types(county: County, visit: Callable[..., Page]) -> None:
    task = form(county, StageKind.TARGETS, SubjectKind.DEPARTMENT)
    account("clerk-of-all", Role.UNIT_CLERK, county.department)
    year = year_of(county.department, YEAR)
    year.save()
    MainTask.objects.create(department_year=year, name="Meals", budget=Decimal(1_000_000))
    page = opened(visit, task, "clerk-of-all")
    page.get_by_label("部门预算总额").fill("90")
    page.get_by_label("部门预算总额").blur()
    at(page, TABLE, 0, "budget_appropriation").dblclick()
    page.keyboard.type("60.25")
    page.keyboard.press("Enter")
    expect(at(page, TABLE, 0, "budget_other")).to_have_text("39.75")
    expect(status(page)).to_contain_text("已保存")
    expect(page.get_by_text("大于部门预算总额 90.00 万元")).to_be_attached()
    assert MainTask.objects.get().budget_appropriation == Decimal(602_500)
