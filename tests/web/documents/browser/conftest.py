"""A real installation with its worker, on the database that the tests run with, and a real browser."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.support import PATIENCE, ROOT
from tests.web.installations import Installation, installation
from tests.web.served import Served

PEOPLE = "from jixiao.web.starting import start, migrate; start(); migrate(); from tests.web.documents.people import Place; Place()"
PASSWORD = "Report-2023-ok"  # noqa: S105  # of accounts that live as long as a test


class Site:
    """An installation of its own, as ``jixiao serve`` runs it."""

    def __init__(self, made: Installation) -> None:
        self._environment = made.environment(PYTHONPATH=os.pathsep.join((str(ROOT), *filter(None, sys.path))))
        subprocess.run([sys.executable, "-c", PEOPLE], env=self._environment, check=True)
        self.start()

    @property
    def address(self) -> str:
        """Another one after each start."""
        return self._server.address

    def start(self) -> None:
        """Serve, once somebody answers."""
        self._server = Served(self._environment, "--workers", "1")

    def kill(self) -> None:
        """End every process of it without warning."""
        self._server.kill()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with installation(tmp_path_factory.mktemp("site"), tables=True) as empty:
        made = Site(empty)
        yield made
        made.kill()


@pytest.fixture
def page(site: Site, browser: Browser) -> Iterator[Page]:
    """The clerk, logged in; a broken content policy or script fails the test."""
    context = browser.new_context(
        base_url=site.address, viewport={"width": 1366, "height": 768}, locale="zh-CN"
    )
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
    opened.on(
        "console",
        lambda message: faults.append(message.text) if "Content Security Policy" in message.text else None,
    )
    log_in(opened, "clerk")
    yield opened
    context.close()
    assert not faults, faults


def log_in(page: Page, name: str) -> None:
    """Through the form, as everybody."""
    page.goto("/account/login/")
    page.get_by_label("账号").fill(name)
    page.get_by_label("口令").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url(lambda url: "/account/login/" not in url)  # "**/" would also be the page of the login
