"""Sets of small documents, as data: texts in, findings between them out."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from jixiao.core.set_report import SetReport
from jixiao.pipeline import check_text
from jixiao.pipeline.sets import check_set

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("cases.toml").read_text(encoding="utf-8")
)["case"]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])


def checked(case: dict[str, Any]) -> SetReport:
    reports = [check_text(text, name) for name, text in case["files"].items()]
    previous = [check_text(text, name) for name, text in case.get("previous", {}).items()]
    return check_set(reports, previous[0] if previous else None, case["name"])


@each_case
def test_case(case: dict[str, Any]) -> None:
    report = checked(case)
    found = [(finding.code, finding.severity, finding.message) for finding in report.findings]
    assert len(found) == len(case["found"]), found
    for code, severity, words in case["found"]:
        assert any((code, severity) == one[:2] and words in one[2] for one in found), found
    reasons = [left.reason for left in report.left_out]
    assert len(reasons) == len(case.get("left_out", [])), reasons
    for words in case.get("left_out", []):
        assert any(words in reason for reason in reasons), reasons
    for code, words in case.get("not_run", []):
        assert any(one.code == code and words in one.reason for one in report.not_run), report.not_run


@each_case
def test_every_place_names_its_file(case: dict[str, Any]) -> None:
    files = {*case["files"], *case.get("previous", {})}
    for finding in checked(case).findings:
        places = [finding.place, *(side.place for side in finding.related)]
        assert len({place.file for place in places}) >= 2
        assert {place.file for place in places} <= files


@each_case
def test_the_order_of_the_files_changes_no_severity(case: dict[str, Any]) -> None:
    turned = case | {"files": dict(reversed(case["files"].items()))}
    kinds = [sorted((one.code, one.severity) for one in checked(each).findings) for each in (case, turned)]
    assert kinds[0] == kinds[1]
