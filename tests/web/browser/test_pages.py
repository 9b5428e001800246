"""The pages of the year, each as the officer sees it: usable by everybody, by day and by night."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from tests.web.browser.accessible import barriers, wait_until_whole
from tests.web.support import HERE, County

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = (
    "/", "/cycles/", "/cycles/new/", "/cycles/holidays/", f"/cycles/{HERE}/", f"/cycles/{HERE}/edit/",
    f"/cycles/{HERE}/projects/carry/",
    f"/cycles/stages/{HERE}/assignments/", "/cycles/tasks/", "/cycles/tasks/approve/", f"/cycles/tasks/{HERE}/",
    f"/cycles/tasks/{HERE}/versions/", f"/filings/tasks/{HERE}/evidence/", "/filings/library/",
    "/filings/library/new/", "/filings/progress/", "/dashboards/", "/reports/", f"/reports/{HERE}/",
    "/appraisal/", f"/appraisal/{HERE}/", f"/appraisal/{HERE}/scores/", "/documents/",
)  # fmt: skip


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_page_of_the_year_shuts_anybody_out(
    county: County, visit: Callable[..., Page], *, dark: bool
) -> None:
    page = visit("Yan-performance_officer", dark=dark)
    found = {}
    for path in PAGES:
        assert page.goto(path).status == 200, path
        if faults := barriers(page):
            found[path] = faults
    assert not found


def test_no_page_of_the_year_is_wider_than_a_phone(county: County, visit: Callable[..., Page]) -> None:
    page = visit("Yan-performance_officer", viewport={"width": 390, "height": 844}, is_mobile=True)
    wider = []
    for path in PAGES:
        page.goto(path)
        wait_until_whole(page)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wider.append(path)
    assert not wider
