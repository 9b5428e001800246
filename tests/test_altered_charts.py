"""Whatever figure of a chart somebody alters at one of its two places in the file is found, in every format."""

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.docx.building import pack, unpack
from tests.formats.docx.write.drawings.making import KINDS, Kind, chart

from jixiao.core.document import Document
from jixiao.core.finding import Finding
from jixiao.formats.docx.write import write as write_word
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


def word_file(kind: Kind) -> dict[str, bytes]:
    return unpack(write_word(Document("图", "docx", (chart(kind, ROWS, "2023年收支"),))))


def word_finding(files: dict[str, bytes]) -> Finding:
    (finding,) = findings(pack(files), "图.docx")
    return finding


@cache
def word_package() -> dict[str, bytes]:
    written = write_report(str(BAZHOU), "final_accounts", "docx", draft=True)
    assert written.data is not None
    return unpack(written.data)


def altered_part(files: dict[str, bytes], part: str, pattern: re.Pattern[str], where: list[int]) -> str:
    """Change one digit of one value of a part in place; what the value reads now."""
    text = files[part].decode()
    spots = [one.span(1) for one in pattern.finditer(text)]
    text, now = with_digit(text, spots[where[0] % len(spots)], where[1], where[2])
    files[part] = text.encode()
    return now


VALUE = re.compile(r"<v>(-?\d[\d.]*)</v>")
NAME = re.compile(r"<t [^>]*>([^<]*\d[^<]*)</t>")
KEPT = re.compile(r"<c:v>(-?\d[\d.]*)</c:v>")
WHERE = st.tuples(st.integers(0, 99), st.integers(0, 9), st.integers(1, 9)).map(list)


@settings(max_examples=40, deadline=None)
@given(kind=st.sampled_from(KINDS), where=WHERE, in_name=st.booleans())
def test_any_digit_altered_in_the_workbook_of_a_word_chart_is_found(
    kind: Kind, where: list[int], *, in_name: bool
) -> None:
    files = word_file(kind)
    assert findings(pack(files), "图.docx") == []
    (book,) = (name for name in files if name.endswith(".xlsx"))
    inner = unpack(files[book])
    if in_name:
        now = altered_part(inner, "xl/sharedStrings.xml", NAME, where)
    else:
        sheet = inner["xl/worksheets/sheet1.xml"].decode()
        inner["xl/worksheets/sheet1.xml"] = re.sub(r't="s"><v>', 't="s"><v >', sheet).encode()
        now = altered_part(inner, "xl/worksheets/sheet1.xml", VALUE, where)
    files[book] = pack(inner)
    finding = word_finding(files)
    assert (finding.code, finding.severity, finding.place.part) == ("JX207", "error", "chart")
    (other,) = finding.related
    assert (other.place.part, other.place.sheet) == ("workbook", "Sheet1")
    assert other.place.cell
    assert same(finding.computed, now)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(KINDS), WHERE)
def test_any_digit_altered_in_what_a_word_chart_shows_is_found(kind: Kind, where: list[int]) -> None:
    files = word_file(kind)
    now = altered_part(files, "word/charts/chart1.xml", KEPT, where)
    finding = word_finding(files)
    assert (finding.code, finding.severity, finding.place.part) == ("JX207", "error", "chart")
    assert same(finding.stated, now)


@settings(max_examples=6, deadline=None)
@given(number=st.integers(0, 99), where=WHERE, in_workbook=st.booleans())
def test_any_digit_altered_in_a_chart_of_a_report_is_found(
    number: int, where: list[int], *, in_workbook: bool
) -> None:
    files = dict(word_package())
    charts = sorted(name for name in files if name.startswith("word/charts/chart"))
    assert len(charts) == 11
    part = charts[number % len(charts)]
    if in_workbook:
        book = part.replace("charts", "embeddings").replace(".xml", ".xlsx")
        inner = unpack(files[book])
        now = altered_part(inner, "xl/worksheets/sheet1.xml", re.compile(r's="1"><v>([\d.]+)</v>'), where)
        files[book] = pack(inner)
    else:
        now = altered_part(files, part, KEPT, where)
    finding = word_finding(files)
    assert (finding.code, finding.severity) == ("JX207" if in_workbook else "JX202", "error")
    assert same(finding.computed if in_workbook else finding.stated, now)


def same(shown: str, stored: str) -> bool:
    """A number as the chart prints it."""
    return shown == stored or Decimal(shown) == Decimal(stored)


@cache
def workbook_package() -> dict[str, bytes]:
    written = write_report(str(BAZHOU), "final_accounts", "xlsx", draft=True)
    assert written.data is not None
    return unpack(written.data)


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 99), WHERE)
def test_any_digit_altered_in_what_a_chart_of_a_workbook_keeps_is_found(
    number: int, where: list[int]
) -> None:
    files = dict(workbook_package())
    assert findings(pack(files), "决算.xlsx") == []
    charts = sorted(name for name in files if name.startswith("xl/charts/chart"))
    now = altered_part(files, charts[number % len(charts)], KEPT, where)
    (finding,) = findings(pack(files), "决算.xlsx")
    assert (finding.code, finding.severity, finding.place.part) == ("JX207", "error", "drawing")
    assert finding.place.cell == finding.related[0].place.cell
    assert same(finding.stated, now)


def test_a_figure_altered_in_the_data_is_told_once() -> None:
    """The labels that it no longer agrees with, and the shares of its series, are consequences."""
    page = package()
    cell = re.search(r'<table data-kind="chart".*?<td[^>]*><data [^>]*>(\d+\.\d+)</data>', page, re.DOTALL)
    assert cell is not None
    altered, now = with_digit(page, cell.span(1), 0, 1)
    found = [(one.code, one.stated) for one in findings(altered.encode(), "决算.html")]
    assert found == [("JX202", now)]
