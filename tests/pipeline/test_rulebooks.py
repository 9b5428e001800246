"""A rulebook's worked cases are computed when it is checked."""

from pathlib import Path

import pytest
from tests.rulebooks.support import write

from jixiao.pipeline.rulebooks import check_rulebook

GRADES = """
[[grades]]
from = 2023
source = "s"
verified = true
value.bands = [{ name = "优", at_least = 90 }, { name = "差", at_least = 0 }]
"""
CASE = """
[[cases]]
name = "甲"
kind = "{kind}"
year = {year}
given = {{ {given} }}
expected = {expected}
source = "s"
"""


@pytest.mark.parametrize(
    ("kind", "year", "given", "expected", "words"),
    [
        ("grade", 2023, "score = 90", '"优"', ""),
        ("grade", 2023, "score = 89.994", '"优"', "算得 差，写的是 优"),
        ("grade", 2022, "score = 90", '"优"', "没有评价等级的规定"),
        ("grade", 2023, "score = -1", '"差"', "低于所有等次"),
        ("sum", 2023, "points = [2.7, 2.7]", "5.4", ""),
        ("sum", 2023, "points = [2.7, 2.7]", "5", "算得 5.4，写的是 5"),
        ("leaf", 2023, 'rule = "proportional", weight = 10, target = 95, actual = 90', "9.47", ""),
        ("leaf", 2023, 'rule = "element_count", weight = 4, elements = 4, elements_met = 3', "3", ""),
        ("leaf", 2023, 'rule = "proportional", weight = 10, target = 95', "9", "没有实际值"),
        ("leaf", 2023, 'direction = "higher", weight = 10, target = 1, actual = 1', "9", "没有规定 higher"),
        ("execution", 2023, "budget = 10, outturn = 9", "9", "没有预算执行分的规定"),
        ("conversion", 2023, "raw = 71, applicable = 76.5", "92.81", "不折算"),
    ],
)
def test_a_case_is_computed(  # a row of a table
    tmp_path: Path, kind: str, year: int, given: str, expected: str, words: str
) -> None:
    folder = write(
        tmp_path / "county", GRADES + CASE.format(kind=kind, year=year, given=given, expected=expected)
    )
    faults = check_rulebook(folder)
    assert [words in fault.message for fault in faults] == [True] * bool(words), faults
    lines = (folder / "rulebook.toml").read_text(encoding="utf-8").splitlines()
    assert all(lines[fault.line - 1].startswith("expected") for fault in faults)


def test_cases_wait_until_there_is_no_other_fault(tmp_path: Path) -> None:
    text = GRADES.replace("at_least = 0", "at_least = 1") + CASE.format(
        kind="grade", year=2023, given="score = 0", expected='"差"'
    )
    (fault,) = check_rulebook(write(tmp_path / "county", text))
    assert "没有等次" in fault.message
