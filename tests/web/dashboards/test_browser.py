"""The officer reads the dashboard in a real browser: drawings, tables beside them, nothing that the policy blocks."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.support import PATIENCE
from tests.web.dashboards.conftest import YEAR
from tests.web.support import PASSWORD, County

from jixiao.web.filings.models import Project
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of an office screen."""
    opened = browser.new_page(viewport={"width": 1366, "height": 768})
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


def test_the_officer_reads_the_dashboard_down_to_an_indicator(
    county: County, year: list[Project], live_server: object, page: object
) -> None:
    blocked: list[str] = []
    page.on("console", lambda told: blocked.append(told.text) if told.type == "error" else None)
    page.goto(f"{live_server.url}/account/login/")
    page.fill("[name=login]", county.people[str(Role.PERFORMANCE_OFFICER)].username)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(f"{live_server.url}/")
    page.goto(f"{live_server.url}/dashboards/?year={YEAR}")
    for drawing in page.locator("[data-chart]").all():
        drawing.locator("canvas").first.wait_for()
    expect(page.locator("[data-chart]")).to_have_count(4)
    page.locator("details > summary").first.click()
    expect(page.locator("details[open] table").first).to_be_visible()
    page.select_option("#lamp", "red")
    page.click(".filters button")
    expect(page).to_have_url(re.compile("lamp=red"))
    rows = page.locator("#risks tbody tr")
    expect(rows).to_have_count(1)
    rows.first.locator("a").click()
    expect(page.locator("h1")).to_have_text(year[0].name)
    expect(page.get_by_text("Meals")).to_be_visible()
    assert not blocked


def test_on_paper_the_tables_stand_in_place_of_the_drawings(
    county: County, year: list[Project], live_server: object, page: Page
) -> None:
    page.goto(f"{live_server.url}/account/login/")
    page.fill("[name=login]", county.people[str(Role.PERFORMANCE_OFFICER)].username)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(f"{live_server.url}/")
    page.goto(f"{live_server.url}/dashboards/?year={YEAR}")
    folded = page.locator(".block details table")
    assert folded.count() == 4
    assert not any(table.is_visible() for table in folded.all())
    page.emulate_media(media="print")
    assert all(table.is_visible() for table in folded.all())
    assert not any(drawing.is_visible() for drawing in page.locator(".chart").all())
