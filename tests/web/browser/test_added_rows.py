"""Rows added without a connection: kept, typed into, taken back, sent once when it is there again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect
from tests.web.browser.test_grid import PASTE, at, opened, ready, settled, status
from tests.web.filings.support import form, indicators
from tests.web.support import County

from jixiao.web.cycles.models import StageKind, Task
from jixiao.web.filings.models import Indicator

pytestmark = pytest.mark.django_db(transaction=True)
Visit = Callable[..., Page]


def names(task: Task) -> list[str]:
    return list(Indicator.objects.filter(project=task.project).values_list("name", flat=True))


def add(page: Page) -> None:
    """A row at the end of the indicators."""
    page.get_by_role("button", name="增加一行").nth(1).click()


def type_into(page: Page, row: int, column: str, text: str) -> None:
    at(page, "绩效指标", row, column).click()
    page.keyboard.type(text)
    page.keyboard.press("Enter")


@pytest.fixture
def task(county: County) -> Task:
    """Targets with two indicators."""
    found = form(county, StageKind.TARGETS)
    indicators(found, 2)
    return found


def offline(page: Page) -> None:
    page.context.set_offline(offline=True)


def back(page: Page) -> None:
    page.context.set_offline(offline=False)
    settled(page)


def test_a_row_added_and_typed_into_arrives_when_the_connection_is_back(task: Task, visit: Visit) -> None:
    page = opened(visit, task)
    offline(page)
    add(page)
    expect(status(page)).to_contain_text("连接中断")
    type_into(page, 2, "name", "Beds")
    type_into(page, 0, "name", "Meals served")  # a cell that was there before
    assert names(task) == ["Meals 1", "Meals 2"]
    back(page)
    assert names(task) == ["Meals served", "Meals 2", "Beds"]
    type_into(page, 2, "target", "20")  # now a row like any other
    settled(page)
    assert Indicator.objects.get(name="Beds").target == "20"


def test_closing_the_window_keeps_new_rows(task: Task, visit: Visit) -> None:
    page = opened(visit, task)
    offline(page)
    add(page)
    type_into(page, 2, "name", "Beds")
    expect(status(page)).to_contain_text("连接中断")
    page.close()
    again = page.context.new_page()
    page.context.set_offline(offline=False)
    again.goto(f"/cycles/tasks/{task.pk}/")
    ready(again)
    expect(at(again, "绩效指标", 2, "name")).to_have_text("Beds")
    settled(again)
    assert names(task) == ["Meals 1", "Meals 2", "Beds"]


def test_an_answer_that_got_lost_makes_no_row_twice(task: Task, visit: Visit) -> None:
    page = opened(visit, task)
    lost: list[str] = []

    def lose(route: Route) -> None:
        """The server does it, and nobody hears."""
        lost.append(route.request.url)
        route.fetch()
        route.abort()

    page.route("**/rows/", lose, times=1)
    add(page)
    expect(at(page, "绩效指标", 2, "name")).to_be_visible()
    type_into(page, 2, "name", "Beds")
    settled(page)
    assert lost
    assert names(task) == ["Meals 1", "Meals 2", "Beds"]


def test_a_pasted_block_waits_as_a_whole(task: Task, visit: Visit) -> None:
    page = opened(visit, task)
    offline(page)
    at(page, "绩效指标", 1, "name").click()
    page.evaluate(PASTE, ["indicators", "Two\nThree\nFour"])
    expect(at(page, "绩效指标", 3, "name")).to_have_text("Four")
    back(page)
    assert names(task) == ["Meals 1", "Two", "Three", "Four"]


def test_new_rows_are_taken_back_and_forth_without_the_server(task: Task, visit: Visit) -> None:
    page = opened(visit, task)
    offline(page)
    add(page)
    type_into(page, 2, "name", "Beds")
    page.get_by_role("button", name="撤销").click()  # the text
    page.get_by_role("button", name="撤销").click()  # the row
    expect(at(page, "绩效指标", 2, "name")).to_have_count(0)
    page.get_by_role("button", name="重做").click()
    page.get_by_role("button", name="重做").click()
    expect(at(page, "绩效指标", 2, "name")).to_have_text("Beds")
    add(page)
    at(page, "绩效指标", 3, "name").click()
    page.get_by_role("button", name="删除所选行").nth(1).click()
    expect(at(page, "绩效指标", 3, "name")).to_have_count(0)
    back(page)
    assert names(task) == ["Meals 1", "Meals 2", "Beds"]
    page.get_by_role("button", name="撤销").click()  # of the row that was deleted
    settled(page)
    assert len(names(task)) == 4


def test_undo_of_a_row_that_arrived_meanwhile_takes_it_out(task: Task, visit: Visit) -> None:
    page = opened(visit, task)
    offline(page)
    add(page)
    back(page)
    assert len(names(task)) == 3
    page.get_by_role("button", name="撤销").click()
    expect(at(page, "绩效指标", 2, "name")).to_have_count(0)
    assert len(names(task)) == 2


def test_a_new_row_that_the_server_refuses_is_kept_and_can_be_mended(task: Task, visit: Visit) -> None:
    page = opened(visit, task)
    offline(page)
    add(page)
    type_into(page, 2, "name", "Beds")
    type_into(page, 2, "weight", "many")
    page.context.set_offline(offline=False)
    expect(page.locator("[data-troubles]")).to_contain_text("分值")
    expect(at(page, "绩效指标", 2, "weight")).to_have_text("many")
    assert names(task) == ["Meals 1", "Meals 2"]
    type_into(page, 2, "weight", "10")
    settled(page)
    expect(page.locator("[data-troubles]")).to_be_hidden()
    assert Indicator.objects.get(name="Beds").weight == 10


def test_who_is_typing_when_the_connection_comes_back_types_on(task: Task, visit: Visit) -> None:
    page = opened(visit, task)
    offline(page)
    add(page)
    type_into(page, 2, "name", "Beds")
    expect(status(page)).to_contain_text("连接中断")
    at(page, "绩效指标", 2, "target").click()
    page.keyboard.type("2")
    page.context.set_offline(offline=False)
    expect(status(page)).to_contain_text("已保存")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    settled(page)
    assert Indicator.objects.get(name="Beds").target == "25"
