"""The shipped reports: a wrong and a right version of each, long enough to be real."""

from pathlib import Path

import pytest
from tests.support import ROOT

from jixiao.pipeline import check_path

INVENTED = {"510000-sichuan-2023", "511902-bazhou-2023-corrected", "cn-2023"}
"""Departments that do not exist, and a corrected copy: none of them has published anything."""
FOLDERS = sorted(
    path for path in (ROOT / "examples").iterdir() if path.is_dir() and path.name not in INVENTED
)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_both_versions_are_there_and_differ(folder: Path) -> None:
    wrong = (folder / "report-as-published-figures.txt").read_text(encoding="utf-8")
    right = (folder / "report-corrected.txt").read_text(encoding="utf-8")
    assert wrong != right
    assert all(1500 <= len(text) <= 4000 for text in (wrong, right))
    assert not set("⟦⟧|") & set(wrong + right)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_both_versions_are_read(folder: Path) -> None:
    for path in folder.glob("report-*.txt"):
        report = check_path(path)
        assert report.error is None
        assert report.certificate is not None
        assert report.certificate.checked
