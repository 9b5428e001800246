"""Settings of every test: nothing is skipped where JIXIAO_REQUIRE=all, but for the tests of an extra."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants
from tests.support import NO_OCR, PATIENCE, must_run_everything, require

# What the workers of a run make together; they inherit the folder of the process that began it.
_BEGAN = "JIXIAO_TEST_RUN" not in os.environ
if _BEGAN:
    os.environ["JIXIAO_TEST_RUN"] = tempfile.mkdtemp(prefix="jixiao-run-")
    atexit.register(shutil.rmtree, os.environ["JIXIAO_TEST_RUN"], ignore_errors=True)

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

# A loaded machine must not fail a property: slowness is measured in bench/, never here. Where everything must run the
# cases are the same each time, so that a commit has one verdict; whoever works on it draws new ones at each run.
settings.register_profile(
    "jixiao",
    deadline=None,
    derandomize=must_run_everything(),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("jixiao")
if must_run_everything():
    # Hypothesis also draws constants from the source of whatever modules are loaded: those depend on which tests a worker
    # happened to run before.
    providers._get_local_constants = Constants


def _refuse_skip(report: Report) -> Report:
    if report.skipped and not hasattr(report, "wasxfail") and must_run_everything():
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if NO_OCR in reason:
            return report
        report.outcome = "failed"
        report.longrepr = f"JIXIAO_REQUIRE=all allows no skip. {reason}"
    return report


def pytest_unconfigure() -> None:
    """After the workers, put away what they made together on a server."""
    if _BEGAN and any(Path(os.environ["JIXIAO_TEST_RUN"]).iterdir()):
        from tests.web.installations import put_away  # noqa: PLC0415  # only where the site was tested

        put_away()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that take longest: at the end the other workers would wait for them."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a test into a failure where everything must run."""
    return _refuse_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Do the same for the skip of a whole module."""
    return _refuse_skip((yield))


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """The machine's own Chromium, one a process: Playwright's loop cannot be started twice in a thread."""
    program = require("chromium")
    from playwright.sync_api import expect, sync_playwright  # noqa: PLC0415  # only tests of pages need it

    # That loop stays in the thread, where Django would refuse to ask the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        started = playwright.chromium.launch(executable_path=program, args=flags)
        yield started
        started.close()
