"""Where everything must run, a property is tried with the same cases whichever tests the process ran before."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support import ROOT

DRAWN = """
import sys
import tests.conftest
from hypothesis import given, strategies as st

def drawn():
    cases = []
    @given(st.integers(), st.text())
    def note(number, text):
        cases.append((number, text))
    note()
    return cases

before = drawn()
sys.path.insert(0, sys.argv[1])
import more_constants
print(len(before) > 1, drawn() == before)
"""


def test_modules_loaded_meanwhile_change_no_case(tmp_path: Path) -> None:
    constants = [*range(10**6, 10**6 + 300), *(f"word {number}" for number in range(300))]
    (tmp_path / "more_constants.py").write_text(f"CONSTANTS = {constants!r}\n", encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-c", DRAWN, str(tmp_path)],
        env={**os.environ, "JIXIAO_REQUIRE": "all", "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])},
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert told.stdout.split() == ["True", "True"]
