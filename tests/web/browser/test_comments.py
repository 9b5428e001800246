"""A reviewer's comment stands at its field, and each leads to the other: by mouse, keyboard, screen reader."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.accessible import barriers
from tests.web.browser.test_grid import at, opened, ready
from tests.web.filings.support import form, hand_on, indicators
from tests.web.support import County

from jixiao.web.cycles.models import Comment, TaskState
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
Visit = Callable[..., Page]


def test_from_the_comment_to_its_cell_and_back_by_keyboard(county: County, visit: Visit) -> None:
    task = form(county)
    indicators(task)
    lead = county.people[Role.DEPARTMENT_LEAD]
    one = Comment.objects.create(task=task, path="indicators.m2.actual", words="how counted?", by=lead)
    Comment.objects.create(task=task, path="annual_result", words="too short", by=lead)
    page = opened(visit, task)
    cell = at(page, "绩效指标", 1, "actual")
    expect(cell).to_have_class(re.compile("commented"))
    expect(cell).to_contain_text("批注：how counted?")  # what a screen reader reads
    field = page.get_by_label("年度目标完成情况")
    expect(field).to_have_accessible_description(re.compile("批注：too short"))
    page.locator(f"#comment-{one.pk}").get_by_role("button", name="到该栏").click()
    page.keyboard.press("Shift+F2")
    expect(page.locator(f"#comment-{one.pk}")).to_be_focused()
    assert barriers(page) == []
    page.locator(f"#comment-{one.pk}").get_by_role("button", name="到该栏").click()
    page.keyboard.type("95")
    page.keyboard.press("Enter")
    expect(cell).to_contain_text("95")
    expect(cell).to_contain_text("批注：how counted?")  # until somebody says that it is dealt with
    page.locator(f"#comment-{one.pk}").get_by_role("button", name="标为已处理").click()
    ready(page)
    expect(at(page, "绩效指标", 1, "actual")).to_have_text("95")


def test_a_reviewer_comments_on_the_cell_where_they_stand(county: County, visit: Visit) -> None:
    task = form(county)
    indicators(task)
    hand_on(task, TaskState.PENDING)
    page = opened(visit, task, "Yan-department_lead")
    at(page, "绩效指标", 2, "actual").click()
    page.keyboard.press("Shift+F2")
    expect(page.get_by_label("写批注")).to_be_focused()
    page.keyboard.type("prove it")
    page.get_by_role("button", name="批注", exact=True).click()
    ready(page)
    expect(at(page, "绩效指标", 2, "actual")).to_contain_text("prove it")
    assert Comment.objects.get(task=task).path == "indicators.m3.actual"
