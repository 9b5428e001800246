"""Whether a page can be used by everybody, by axe-core."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SERIOUS = {"serious", "critical"}


def barriers(page: Page) -> list[str]:
    """Its serious faults: rule, and where."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['html']}" for one in found if one["impact"] in SERIOUS for node in one["nodes"]
    ]
