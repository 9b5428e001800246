"""A real browser, the machine's own Chromium, before the site as it is served."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page
from tests.support import PATIENCE
from tests.web.support import signed_in

from jixiao.web.people.models import User

OFFICE = {"width": 1366, "height": 768}


@pytest.fixture
def visit(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """Opens a fresh window on the login, or on the first page of somebody who logged in before.

    So ``visit("Yan-unit_clerk", dark=True)``; with a password it is typed into the login.
    """
    opened: list[BrowserContext] = []
    broken: list[str] = []

    def start(username: str = "", *, password: str = "", dark: bool = False, **options: Any) -> Page:
        context = browser.new_context(
            base_url=live_server.url, locale="zh-CN", color_scheme="dark" if dark else "light",
            **{"viewport": OFFICE, **options},
        )  # fmt: skip
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("console", lambda told: broken.append(told.text) if _is_fault(told) else None)
        if username and not password:
            cookie = signed_in(User.objects.get(username=username)).cookies[settings.SESSION_COOKIE_NAME]
            context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
            page.goto("/")
            return page
        page.goto("/account/login/")
        if username:
            page.get_by_label("账号").fill(username)
            page.get_by_label("口令").fill(password)
            page.get_by_role("button", name="登录").click()
            # A click does not wait for a form to be sent: what is opened next could overtake the login.
            page.wait_for_url(lambda url: "/account/login/" not in url)
        return page

    yield start
    for context in opened:
        context.close()
    assert not broken, "the browser complained"


def _is_fault(told: Any) -> bool:
    """An answer of 4xx is what some tests are about; anything else that the console shows as an error is not."""
    return told.type == "error" and "Failed to load resource" not in told.text
