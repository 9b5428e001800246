"""A report printed as PDF: the same findings as the Word file, and its boxes hold the words they quote."""

import subprocess
from functools import cache
from pathlib import Path

import pytest
from tests.support import require
from tests.test_formats_agree import REPORTS, told, words

from jixiao.core.report import Report
from jixiao.formats.docx.write import write as write_word
from jixiao.formats.pdf.write import write as print_pages
from jixiao.formats.txt.read import read_text
from jixiao.pipeline import check_bytes

each_report = pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name, scope="module")


@cache
def printed(path: Path) -> tuple[Report, Report, bytes]:
    """The report as Word file, as PDF, and the bytes of the PDF."""
    require("soffice")
    document = read_text(path.read_text(encoding="utf-8"), "report.txt")
    pages = print_pages(document)
    return check_bytes(write_word(document), "报告.docx"), check_bytes(pages, "报告.pdf"), pages


@each_report
def test_the_same_findings_and_claims(path: Path) -> None:
    word, pages, _ = printed(path)
    assert (pages.error, pages.format) == (None, "pdf")
    assert word.findings
    assert sorted(map(told, pages.findings)) == sorted(map(told, word.findings))
    claims = [
        [(claim.kind, claim.stated, claim.expression, claim.verdict) for claim in report.claims]
        for report in (word, pages)
    ]
    assert claims[0] == claims[1]


@each_report
def test_nothing_is_lost_in_print(path: Path) -> None:
    word, pages, _ = printed(path)
    assert word.document is not None
    assert pages.document is not None
    texts = ["".join(report.plain_text().split()) for report in (word.document, pages.document)]
    assert texts[1] == texts[0]


@each_report
def test_the_boxes_hold_the_words(path: Path, tmp_path: Path) -> None:
    """Poppler, which shares nothing with our reader, is asked what stands in each box."""
    program = require("pdftotext")
    _, report, data = printed(path)
    assert report.document is not None
    (tmp_path / "a.pdf").write_bytes(data)
    for finding in report.findings:
        place = finding.place
        shown = words(report.document, place, [])
        assert shown in finding.quote or finding.quote in shown
        assert place.page is not None
        assert place.box is not None
        left, top, right, bottom = place.box
        area = [
            "-x",
            left,
            "-y",
            top - 2,
            "-W",
            right - left,
            "-H",
            bottom - top + 4,
        ]  # it wants whole glyphs
        command = [program, "-f", place.page, "-l", place.page, *area, tmp_path / "a.pdf", "-"]
        told_there = subprocess.run(
            [str(part) for part in command], check=True, capture_output=True
        ).stdout.decode()
        there = "".join(told_there.split())
        assert there, finding.code
        assert there in "".join(shown.split()) or "".join(shown.split()) in there, (shown, told_there)
