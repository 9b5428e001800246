"""Without PostgreSQL its tests are skipped with a line; where everything must run that is a failure."""

import os
import subprocess
import sys

import pytest
from tests.support import ROOT

SHOW = "import os; print(os.environ['DATABASE_URL'])"


def run(**given: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("JIXIAO_")}
    return subprocess.run(
        [sys.executable, str(ROOT / "tools" / "postgresql.py"), sys.executable, "-c", SHOW],
        env={**environment, **given}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_server_that_is_named_is_used() -> None:
    told = run(JIXIAO_TEST_POSTGRESQL="postgresql://here/tests")
    assert (told.returncode, told.stdout.strip()) == (0, "postgresql://here/tests")


@pytest.mark.parametrize(
    ("given", "programs", "said"),
    [
        ("postgresql://here/tests", "None", "postgresql://here/tests"),
        ("", "pathlib.Path('of', 'programs')", "of/programs"),
        ("", "None", ""),
    ],
)
def test_it_says_which_server_there_is(given: str, programs: str, said: str) -> None:
    code = (
        "import pathlib, runpy, sys; tool = runpy.run_path('tools/postgresql.py')\n"
        f"tool['main'].__globals__['found'] = lambda: {programs}\n"
        "sys.exit(tool['main']([]))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "JIXIAO_TEST_POSTGRESQL": given},
        capture_output=True, encoding="utf-8", check=False, cwd=ROOT,
    )  # fmt: skip
    assert (told.returncode, told.stdout.strip().replace("\\", "/")) == (0, said)


@pytest.mark.parametrize(("required", "status"), [("", 0), ("all", 1)])
def test_without_a_server_there_is_a_line(required: str, status: int) -> None:
    code = (
        "import runpy, sys; tool = runpy.run_path('tools/postgresql.py')\n"
        "tool['main'].__globals__['found'] = lambda: None\n"
        "sys.exit(tool['main'](['true']))"
    )
    given = {**os.environ, "JIXIAO_REQUIRE": required, "JIXIAO_TEST_POSTGRESQL": ""}
    told = subprocess.run(
        [sys.executable, "-c", code], env=given, capture_output=True, encoding="utf-8", check=False, cwd=ROOT
    )
    assert told.returncode == status
    assert "PostgreSQL is missing" in told.stderr
