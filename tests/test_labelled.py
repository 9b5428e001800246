"""Published reports with labelled contradictions, where they lie beside the repository: all found, none invented.

They are real and so not part of the repository. Where they are missing these tests do not exist, rather than being
skipped: a machine without them lacks nothing.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.support import ROOT

from jixiao.core.finding import Finding
from jixiao.pipeline import check_path

SHARED = ROOT.parent / "shared"
LABELS = sorted((SHARED / "labels").glob("*.json"))

PUBLISHED = {
    "000": {28: "JX201", 30: "JX111", 39: "JX108", 41: "JX309", 69: "JX301"},
    "002": {81: "JX201", 91: "JX103"},
    "004": {16: "JX306", 61: "JX103", 272: "JX103", 273: "JX201 JX208", 278: "JX111"},
}
"""Reports without labels: by line the codes of their errors, each looked at by hand."""

MOST_WARNINGS = 5
"""A reader of one report follows up no more."""


def labels(path: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return entries


def errors(path: Path) -> list[Finding]:
    (report,) = (SHARED / "seeds").glob(f"{path.stem}_*.txt")
    return [finding for finding in check_path(report).findings if finding.severity == "error"]


def lines(finding: Finding) -> set[int | None]:
    """The lines on both sides of a contradiction."""
    return {finding.place.line, *(related.place.line for related in finding.related)}


if LABELS:
    each_report = pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)

    @each_report
    def test_labelled_errors_are_found(path: Path) -> None:
        found = [lines(finding) for finding in errors(path)]
        wanted = {entry["line"] for entry in labels(path) if entry["verdict"] == "error"}
        missing = [line for line in sorted(wanted) if not any(line in one for one in found)]
        assert not missing

    @pytest.mark.parametrize("stem", [*PUBLISHED, *(path.stem for path in LABELS)])
    def test_warnings_are_few(stem: str) -> None:
        (report,) = (SHARED / "seeds").glob(f"{stem}_*.txt")
        warnings = [one for one in check_path(report).findings if one.severity == "warning"]
        assert len(warnings) <= MOST_WARNINGS, [one.message for one in warnings]

    @each_report
    def test_every_error_is_labelled(path: Path) -> None:
        known = {entry["line"] for entry in labels(path) if entry["verdict"] == "error"}
        invented = [(one.code, one.place.line, one.message) for one in errors(path) if not lines(one) & known]
        assert not invented

    @pytest.mark.parametrize("stem", PUBLISHED)
    def test_errors_of_reports_without_labels(stem: str) -> None:
        found = {(finding.place.line, finding.code) for finding in errors(Path(stem))}
        told = PUBLISHED[stem].items()
        assert found == {(line, code) for line, codes in told for code in codes.split()}
