"""Whether a page can be used by everybody, by axe-core."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

SERIOUS = {"serious", "critical"}


def wait_until_whole(page: Page) -> None:
    """Until nothing in it is being fetched, such as the cells of a form."""
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


def barriers(page: Page) -> list[str]:
    """The serious faults of the whole page: rule, and where."""
    wait_until_whole(page)
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['html']}" for one in found if one["impact"] in SERIOUS for node in one["nodes"]
    ]
