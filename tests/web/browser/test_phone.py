"""On a phone: wide tables are read downwards, the menu fills the width, what is touched is large enough."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.accessible import barriers
from tests.web.support import HERE, County

pytestmark = pytest.mark.django_db(transaction=True)
Visit = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
FINGER = 44  # CSS pixels, as WCAG 2.5.5 asks of a target


@pytest.mark.parametrize(
    "path", ["/cycles/", f"/cycles/{HERE}/", "/cycles/tasks/", "/filings/progress/", "/reports/"]
)
def test_a_row_of_a_wide_table_lies_within_the_screen(county: County, visit: Visit, path: str) -> None:
    page = visit("Yan-performance_officer", viewport=PHONE, is_mobile=True)
    page.goto(path)
    table = page.locator(".table-wrap > table.stacked").first
    assert table.evaluate("one => one.parentElement.scrollWidth <= one.parentElement.clientWidth")
    assert table.get_by_role("columnheader").count() > 1  # still a table to those who listen
    assert table.get_by_role("rowheader").count()
    assert barriers(page) == []


def test_the_opened_menu_fills_the_width_with_entries_to_touch(county: County, visit: Visit) -> None:
    page = visit("Yan-performance_officer", viewport=PHONE, is_mobile=True)
    button = page.get_by_role("button", name="菜单")
    button.click()
    size = "one => { const box = one.getBoundingClientRect(); return [box.width, box.height]; }"
    width, height = page.locator("#menu").get_by_role("link", name="表单").evaluate(size)
    assert (width, height >= FINGER) == (PHONE["width"], True)
    assert min(button.evaluate(size)) >= FINGER


def test_many_filters_stay_folded_until_asked_for(county: County, visit: Visit) -> None:
    page = visit("Yan-performance_officer", viewport=PHONE, is_mobile=True)
    page.goto("/cycles/tasks/")
    words = page.get_by_label("单位或项目")
    expect(words).to_be_hidden()
    page.get_by_role("button", name="查找 ▾").click()
    words.fill("nothing of the kind")
    page.get_by_role("button", name="查找", exact=True).click()
    expect(page.get_by_label("单位或项目")).to_have_value("nothing of the kind")  # shown, as it is in use
    expect(page.get_by_label("单位或项目")).to_be_visible()
