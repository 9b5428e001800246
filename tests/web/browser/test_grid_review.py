"""What is wrong is told beside the grid, and a press leads to its cell."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.test_grid import at, opened
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
