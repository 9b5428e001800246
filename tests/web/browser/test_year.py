"""The year in the browser: the officer opens it, the clerk hands a form in, the lead returns it, all of it to the end."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.test_grid import at, opened, ready
from tests.web.filings.support import form
from tests.web.filings.test_reviewing import good
from tests.web.support import County

from jixiao.web.cycles.models import Cycle, CycleState, Move, Task, TaskState
from jixiao.web.filings.models import Project

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both]
Visit = Callable[..., Page]


def press(page: Page, name: str) -> None:
    """A move with the form, and its outcome."""
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator("#messages")).to_contain_text("已办理")


def test_the_officer_opens_a_year_and_sends_its_forms_out(county: County, visit: Visit) -> None:
    Project.objects.create(organisation=county.unit, fiscal_year=2033, code="p1", name="New roof")
    page = visit("Yan-performance_officer")
    page.get_by_role("link", name="年度工作").click()
    page.get_by_role("link", name="新的年度").click()
    page.get_by_label("地区").select_option(label="Yan county")
    page.get_by_label("预算年度").fill("2033")
    page.get_by_label("名称").fill("Year 2033")
    page.get_by_role("button", name="保存").click()
    page.get_by_role("link", name="新增阶段").click()
    page.get_by_label("阶段").select_option("self_evaluation")
    page.get_by_label("对象").select_option("project")
    page.get_by_label("名称").fill("Projects")
    page.get_by_label("开始日期").fill("2024-03-01")
    page.get_by_label("截止日期").fill("2034-03-01")
    page.get_by_label("部门负责人").check()
    page.get_by_role("button", name="保存").click()
    page.get_by_role("link", name="修改", exact=True).first.click()
    page.get_by_label("状态").select_option("open")
    page.get_by_role("button", name="保存").click()
    page.get_by_role("button", name="下达 Projects").click()
    expect(page.locator("#messages")).to_contain_text("已下达 1 份")
    assert Cycle.objects.get(fiscal_year=2033).state == CycleState.OPEN
    page = visit("Yan-unit_clerk")
    page.goto("/cycles/tasks/?q=New+roof")
    expect(page.get_by_role("link", name="New roof")).to_be_visible()


def test_from_the_clerk_by_way_of_the_lead_and_back_to_the_final_form_in_word(
    county: County, visit: Visit
) -> None:
    task = form(county)
    Project.objects.filter(pk=task.project_id).update(name="Winter meals")
    task.refresh_from_db()
    good(task)
    page = opened(visit, task)
    page.get_by_label("我已核对").check()
    press(page, "报送")
    lead = opened(visit, task, "Yan-department_lead")
    lead.get_by_role("button", name="退回", exact=True).click()
    expect(lead.locator("#messages")).to_contain_text("退回须写明意见")
    lead.get_by_label("意见", exact=True).fill("Served meals are fewer.")
    press(lead, "退回")

    page.goto("/")
    page.get_by_role("link", name="Winter meals").first.click()
    ready(page)
    expect(page.get_by_text("Served meals are fewer.").first).to_be_visible()
    at(page, "绩效指标", 0, "actual").click()
    page.keyboard.type("90")
    page.keyboard.press("Enter")
    at(page, "绩效指标", 0, "reason").click()
    page.keyboard.type("School was shut for a week")
    page.keyboard.press("Enter")
    expect(page.locator("[data-saving]")).to_contain_text("已保存")
    page.get_by_label("我已核对").check()
    press(page, "报送")

    lead.goto(f"/cycles/tasks/{task.pk}/versions/")
    expect(lead.get_by_text("School was shut for a week")).to_be_visible()
    lead.goto(f"/cycles/tasks/{task.pk}/")
    press(lead, "通过")
    now = Task.objects.get(pk=task.pk)
    assert (now.state, now.project.indicators.first().actual) == (TaskState.FINAL, "90")
    assert now.score is not None
    assert now.score < Decimal(100)
    steps = list(Move.objects.filter(task=task).order_by("pk").values_list("verb", flat=True))
    assert steps == ["submit", "return", "submit", "approve"]

    page.goto(f"/cycles/tasks/{task.pk}/")
    with page.expect_download() as given:
        page.get_by_role("link", name="打印表格（Word）").click()
    assert given.value.path().read_bytes().startswith(b"PK")
