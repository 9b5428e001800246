"""Whatever figure of a chart somebody alters at one of its two places in the file is found, in every format."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.docx.write.drawings.making import KINDS, Kind, chart

from jixiao.core.document import Document
from jixiao.core.finding import Finding
from jixiao.formats.html.write import write as write_page
from jixiao.pipeline import check_bytes
from jixiao.pipeline.reporting import write_report

ROWS = (
    ("", "预算数（万元）", "执行数（万元）"),
    ("2022年", "1924.37", "-12.50"),
    ("一个很长很长的项目名称1", "1250.00", "0.00"),
    ("其他", "3.00", "8"),
)
BAZHOU = Path(__file__).resolve().parent.parent / "examples" / "511902-bazhou-2023"
LABEL = re.compile(r'<text [^>]*data-cell="([^"]*)"[^>]*>([^<]*\d[^<]*)<')


def findings(data: bytes, name: str) -> list[Finding]:
    return [one for one in check_bytes(data, name).findings if one.code in ("JX202", "JX207")]


def page_of(kind: Kind) -> str:
    return write_page(Document("图", "html", (chart(kind, ROWS, "2023年收支"),))).decode()


@cache
def package() -> str:
    """The final accounts of Bazhou as a page: eleven charts, columns and pies."""
    written = write_report(str(BAZHOU), "final_accounts", "html", draft=True)
    assert written.data is not None
    return written.data.decode()


def with_digit(text: str, spot: tuple[int, int], which: int, step: int) -> tuple[str, str]:
    """The text with one digit between the two places changed, and what now stands between them."""
    places = [at for at in range(*spot) if text[at].isdecimal() and text[at].isascii()]
    at = places[which % len(places)]
    text = text[:at] + str((int(text[at]) + step) % 10) + text[at + 1 :]
    return text, text[slice(*spot)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_as_written_agrees_with_itself(kind: Kind) -> None:
    assert findings(page_of(kind).encode(), "图.html") == []


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(KINDS), st.integers(0, 99), st.integers(0, 9), st.integers(1, 9))
def test_any_digit_altered_at_a_label_is_found(kind: Kind, label: int, which: int, step: int) -> None:
    page = page_of(kind)
    labels = [one.span(2) for one in LABEL.finditer(page)]
    altered, now = with_digit(page, labels[label % len(labels)], which, step)
    (finding,) = findings(altered.encode(), "图.html")
    assert (finding.code, finding.severity, finding.place.part) == ("JX207", "error", "drawing")
    assert now in finding.stated


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 999), st.integers(0, 9), st.integers(1, 9))
def test_any_digit_altered_at_a_label_of_a_report_is_found(label: int, which: int, step: int) -> None:
    page = package()
    labels = [one.span(2) for one in LABEL.finditer(page)]
    assert len(labels) == 38
    altered, now = with_digit(page, labels[label % len(labels)], which, step)
    (finding,) = findings(altered.encode(), "决算.html")
    assert (finding.code, finding.severity, finding.place.part) == ("JX207", "error", "drawing")
    assert now in finding.stated
    assert finding.related[0].place.chart == finding.place.chart


def test_labels_carry_the_entries_of_their_figures() -> None:
    labels = re.findall(r'<text [^>]*data-cell="\d+ [1-9]\d*"[^>]*>[^<]*\d[^<]*(?:<title>[^<]*)?<', package())
    values = [one for one in labels if not re.search(r'data-cell="0 ', one)]
    assert values
    assert all('data-entry="_jx' in one and "<title>来源：" in one for one in values)
