"""One report in every format that we write ourselves: the same findings, each at the words that it quotes."""

from pathlib import Path

import pytest
from tests.support import ROOT

from jixiao.core.document import Block, Document
from jixiao.core.finding import Finding
from jixiao.core.place import Place
from jixiao.core.report import Report
from jixiao.formats import discovery
from jixiao.formats.txt.read import read_text
from jixiao.pipeline import check_bytes

REPORTS = sorted((ROOT / "examples").glob("*/report-as-published-figures.txt"))
WRITTEN = ("docx", "html", "ofd")
PAGED = ("ofd",)
"""Formats that say on which page and where on it something stands."""
each_report = pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name)


def versions(path: Path) -> dict[str, Report]:
    """The report in each format, made from the same text."""
    document = read_text(path.read_text(encoding="utf-8"), "report.txt")
    reports = {"txt": check_bytes(path.read_bytes(), "report.txt")}
    for name in WRITTEN:
        writer = discovery.writer(name)
        assert writer is not None
        reports[name] = check_bytes(writer.write(document), f"report.{name}")
    return reports


def told(finding: Finding) -> tuple[str, str, str, str]:
    return finding.code, finding.severity, finding.stated, finding.computed


def words(document: Document, place: Place, source: list[str]) -> str:
    """What stands at a place: in a line of a text file, in a block or cell of any other."""
    if place.line is not None:
        return source[place.line - 1][place.start : place.end]
    block = document.blocks[place.block]
    return _text(block, place)[place.start : place.end]


def _text(block: Block, place: Place) -> str:
    if not block.cells:
        return block.text
    return next(cell.text for cell in block.cells if (cell.row, cell.column) == (place.row, place.column))


@each_report
def test_every_format_gives_the_same_findings(path: Path) -> None:
    reports = versions(path)
    assert all(report.error is None for report in reports.values())
    assert {name: report.format for name, report in reports.items()} == {name: name for name in reports}
    found = {name: [told(finding) for finding in report.findings] for name, report in reports.items()}
    assert found["txt"]
    for name in WRITTEN:
        assert sorted(found[name]) == sorted(found["txt"]), name


@each_report
def test_every_format_decides_the_same_claims(path: Path) -> None:
    claims = {
        name: [(claim.kind, claim.stated, claim.expression, claim.verdict) for claim in report.claims]
        for name, report in versions(path).items()
    }
    for name in WRITTEN:
        assert claims[name] == claims["txt"], name


@each_report
def test_every_finding_stands_at_its_words(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    for name, report in versions(path).items():
        assert report.document is not None
        for finding in report.findings:
            shown = words(report.document, finding.place, lines)
            assert shown, (name, finding.code)
            assert shown in finding.quote or finding.quote in shown, (
                name,
                finding.code,
                finding.quote,
                shown,
            )
            for related in finding.related:
                other = words(report.document, related.place, lines)
                assert other, (name, finding.code)
                assert other in related.quote or related.quote in other, (
                    name,
                    finding.code,
                    related.quote,
                    other,
                )


@each_report
@pytest.mark.parametrize("name", PAGED)
def test_every_finding_has_its_page_and_box(path: Path, name: str) -> None:
    report = versions(path)[name]
    for finding in report.findings:
        for place in (finding.place, *(related.place for related in finding.related)):
            assert place.page
            assert place.box is not None
            left, top, right, bottom = place.box
            assert 0 < left < right < 842
            assert 0 < top < bottom < 842
