"""The shipped reports: nothing wrong in the corrected ones, every known contradiction in the others."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.support import ROOT

from jixiao.core.finding import Finding
from jixiao.pipeline import check_path

FOLDERS = sorted(path.parent for path in (ROOT / "examples").glob("*/report-corrected.txt"))
"""An invented department has published no report."""
KNOWN: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
each_example = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def errors(path: Path) -> list[Finding]:
    return [finding for finding in check_path(path).findings if finding.severity == "error"]


def shows(finding: Finding, words: str) -> bool:
    quotes = (finding.quote, *(related.quote for related in finding.related))
    return any(words in quote or quote == words for quote in quotes)


@each_example
def test_the_corrected_report_has_no_error(folder: Path) -> None:
    found = [(one.code, one.place.line, one.message) for one in errors(folder / "report-corrected.txt")]
    assert not found


@each_example
def test_the_published_figures_have_their_errors(folder: Path) -> None:
    found = errors(folder / "report-as-published-figures.txt")
    for known in KNOWN[folder.name]["errors"]:
        assert any(one.code in known["codes"] and shows(one, known["words"]) for one in found), known["why"]


def test_every_example_has_known_errors() -> None:
    assert sorted(KNOWN) == [folder.name for folder in FOLDERS]
