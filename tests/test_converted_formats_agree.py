"""A report that LibreOffice converts from Word: the same findings, each at the words that it quotes."""

from functools import cache
from pathlib import Path

import pytest
from tests.support import require
from tests.test_formats_agree import REPORTS, told, words

from jixiao.core.report import Report
from jixiao.formats.docx.write import write as write_word
from jixiao.formats.office import convert
from jixiao.formats.txt.read import read_text
from jixiao.pipeline import check_bytes

FILTERS = {"doc": "MS Word 97", "rtf": ""}
"""The formats, with the filter of LibreOffice that writes each."""
each_format = pytest.mark.parametrize("kind", FILTERS, scope="module")
each_report = pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name, scope="module")


@cache
def word_file(path: Path) -> bytes:
    return write_word(read_text(path.read_text(encoding="utf-8"), "report.txt"))


@cache
def reports(path: Path, kind: str) -> tuple[Report, Report]:
    """The report as Word file and converted."""
    require("soffice")
    data = word_file(path)
    converted = convert(data, "docx", kind, FILTERS[kind])
    return check_bytes(data, "报告.docx"), check_bytes(converted, f"报告.{kind}")


@each_format
@each_report
def test_the_same_findings(path: Path, kind: str) -> None:
    original, converted = reports(path, kind)
    assert (converted.error, converted.format) == (None, kind)
    assert original.findings
    assert sorted(map(told, converted.findings)) == sorted(map(told, original.findings))


@each_format
@each_report
def test_the_same_claims(path: Path, kind: str) -> None:
    claims = [
        [(claim.kind, claim.stated, claim.expression, claim.verdict) for claim in report.claims]
        for report in reports(path, kind)
    ]
    assert claims[0] == claims[1]


@each_format
@each_report
def test_every_finding_stands_at_its_words(path: Path, kind: str) -> None:
    _, report = reports(path, kind)
    assert report.document is not None
    for finding in report.findings:
        for place, quote in ((finding.place, finding.quote), *((r.place, r.quote) for r in finding.related)):
            shown = words(report.document, place, [])
            assert shown
            assert shown in quote or quote in shown, (finding.code, quote, shown)
