"""What is wrong is told beside the grid, and a press leads to its cell."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.test_grid import at, opened, ready
from tests.web.filings.support import form
from tests.web.filings.test_reviewing import good
from tests.web.support import County

from jixiao.web.cycles.models import Task, TaskState

pytestmark = pytest.mark.django_db(transaction=True)
Visit = Callable[..., Page]


def test_from_the_notice_to_its_cell_to_the_mended_form(county: County, visit: Visit) -> None:
    task = form(county)
    *_, last = good(task)
    last.actual = "80"
    last.save()
    page = opened(visit, task)
    notices = page.get_by_role("region", name="填报核对")
    expect(notices).to_contain_text("必须改正 1")
    page.get_by_role("button", name="报送").click()
    expect(page.locator("#messages")).to_contain_text("必须写原因")
    assert Task.objects.get(pk=task.pk).state == TaskState.DRAFT
    notices.locator("summary").click()
    notices.get_by_role("button", name="必须写原因").click()
    page.keyboard.type("rain")
    page.keyboard.press("Enter")
    expect(at(page, "绩效指标", 2, "reason")).to_have_text("rain")
    expect(notices).not_to_contain_text("必须改正")
    if page.locator("[data-confirm]").is_visible():
        page.get_by_label("我已核对").check()
    page.get_by_role("button", name="报送").click()
    expect(page.locator("#messages")).to_contain_text("已办理")
    assert Task.objects.get(pk=task.pk).state == TaskState.PENDING


def test_every_row_has_the_ground_of_the_page_by_night(county: County, visit: Visit) -> None:
    task = form(county)
    good(task)
    page = visit("Yan-unit_clerk", dark=True)
    page.goto(f"/cycles/tasks/{task.pk}/")
    ready(page)
    rows = page.get_by_role("group", name="绩效指标").locator(".tabulator-row")
    grounds = rows.evaluate_all("rows => rows.map((row) => getComputedStyle(row).backgroundColor)")
    assert len(grounds) == 3
    assert len(set(grounds)) == 1, "the numbers of even rows stood light on white"
