"""Charts of Word files: what is written is read again, in the chart and in the workbook behind it."""

import io
import re
import subprocess
from decimal import ROUND_HALF_UP, Context, Decimal
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl.chart.chartspace import ChartSpace
from openpyxl.xml.functions import fromstring, tostring
from tests.formats.docx.building import unpack
from tests.formats.docx.write.drawings.making import KINDS, Kind, chart, parts, word_file
from tests.support import require

from jixiao.core.document import Block
from jixiao.formats.docx.read import read

YEARS = (("", "收入总计", "支出总计"), ("2022年", "1924.37", "1924.37"), ("2023年", "1889.05", "1889.05"))
SHARES = (
    ("", "金额"),
    ("一般公共预算财政拨款收入", "1652.27"),
    ("事业收入", "0.00"),
    ("经营收入", ""),
    ("上级补助收入", "12.30"),
    ("附属单位上缴收入", "0.00"),
    ("其他收入", "3.02"),
)
MONTHS = (("", "支出进度"), *((f"{month}月", f"{month * 8}.10") for month in range(1, 13)))
RATES = (("", "执行率"), ("信访维稳工作经费", "82.15"), ("办公设备购置", "97.30"))
CHANGES = (("", "2022年", "2023年"), ("农林水支出", "-5.00", "12.00"), ("其他支出", "", "0.00"))
SAMPLES: tuple[tuple[Kind, tuple[tuple[str, ...], ...]], ...] = (
    ("column", YEARS),
    ("pie", SHARES),
    ("line", MONTHS),
    ("bar", RATES),
    ("column", CHANGES),
    ("line", YEARS),
)
# The library does not know that a label may be deleted or moved, the id of a link, a line end as separator,
# nor how leaders look.
UNKNOWN = re.compile(
    rb"<c:externalData.*</c:externalData>|(?<=/>)<c:delete val=\"1\"/>(?=</c:dLbl>)"
    rb"|(?<=/>)<c:layout><c:manualLayout><c:x.*?</c:layout>|<c:separator>\n</c:separator>|<c:leaderLines>.*</c:leaderLines>"
)
each_sample = pytest.mark.parametrize(("kind", "rows"), SAMPLES)
NUMBERS = st.decimals(min_value=-(10**14), max_value=10**14, places=2, allow_nan=False, allow_infinity=False)
LONG = st.decimals(min_value=0, max_value=10**23, places=2, allow_nan=False, allow_infinity=False)
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)


def texts(block: Block) -> list[list[str]]:
    rows = sorted({cell.row for cell in block.cells})
    return [[cell.text for cell in block.cells if cell.row == row] for row in rows]


def sheet(data: bytes) -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]


def assert_in_order(ours: etree._Element, theirs: etree._Element) -> None:
    """Every element of ours is in theirs, which may have more, and in the same order."""
    rest = iter(theirs)
    for child in ours:
        name = etree.QName(child).localname
        found = next((other for other in rest if etree.QName(other).localname == name), None)
        assert found is not None, f"{name} is not where it should be in {etree.QName(ours).localname}"
        assert_in_order(child, found)


def number(text: str) -> str | Decimal:
    """LibreOffice leaves out the noughts at the end."""
    return Decimal(text) if re.fullmatch(r"-?\d+\.?\d*", text) else text


@st.composite
def charts(draw: st.DrawFn) -> tuple[Kind, list[list[str]], int]:
    kind = draw(st.sampled_from(KINDS))
    decimals = draw(st.integers(0, 4))
    values = st.one_of(
        st.just(""),
        st.sampled_from(("0", "-0.01", "100")),
        NUMBERS.map(str),
        LONG.map(str),
    )
    columns = draw(st.integers(1, 5))
    rows = [["", *draw(st.lists(NAMES, min_size=columns, max_size=columns))]]
    for name in draw(st.lists(NAMES, min_size=1, max_size=12)):
        numbers = draw(st.lists(values, min_size=columns, max_size=columns))
        step = Decimal(1).scaleb(-decimals)
        rows.append([name, *(text and f"{round_up(Decimal(text), step):f}" for text in numbers)])
    return kind, rows, decimals


def round_up(value: Decimal, step: Decimal) -> Decimal:
    return Context(prec=200, rounding=ROUND_HALF_UP).quantize(value, step)


@given(charts())
def test_what_is_written_is_read_again(case: tuple[Kind, list[list[str]], int]) -> None:
    kind, rows, decimals = case
    block = chart(kind, rows, decimals=decimals)
    (found,) = read(word_file([block]), "a.docx").blocks
    assert (found.kind, found.text, texts(found)) == ("chart", "图", rows)
    book = sheet(parts(block)["word/embeddings/chart1.xlsx"])
    assert [[value for value in row[1:] if value is not None] for row in book[1:]] == [
        [pytest.approx(float(text), rel=1e-15) for text in row[1:] if text] for row in rows[1:]
    ]
    assert [row[0] for row in book] == [None, *(row[0] for row in rows[1:])]


@each_sample
def test_numbers_stand_as_printed(kind: Kind, rows: tuple[tuple[str, ...], ...]) -> None:
    made = parts(chart(kind, rows))
    book = unpack(made["word/embeddings/chart1.xlsx"])["xl/worksheets/sheet1.xml"].decode("utf-8")
    for text in (text for row in rows[1:] for text in row[1:] if text):
        assert f"<c:v>{text}</c:v>" in made["word/charts/chart1.xml"].decode("utf-8")
        assert f"<v>{text}</v>" in book


@each_sample
def test_another_library_knows_every_element_in_this_order(
    kind: Kind, rows: tuple[tuple[str, ...], ...]
) -> None:
    """Word refuses a chart whose elements are out of order; openpyxl knows the order of the schema."""
    whole = parts(chart(kind, rows))["word/charts/chart1.xml"]
    xml = UNKNOWN.sub(b"", whole)
    space = ChartSpace.from_tree(fromstring(xml))  # type: ignore[arg-type]  # openpyxl calls it so itself
    assert space is not None
    again = tostring(space.to_tree())
    assert_in_order(etree.fromstring(xml), etree.fromstring(again))


@each_sample
def test_the_workbook_is_where_the_chart_says(kind: Kind, rows: tuple[tuple[str, ...], ...]) -> None:
    files = parts(chart(kind, rows))
    space = etree.fromstring(files["word/charts/chart1.xml"])
    (link,) = space.findall("{*}externalData")
    relation = etree.fromstring(files["word/charts/_rels/chart1.xml.rels"])[0]
    assert set(link.attrib.values()) == {relation.get("Id")}
    assert relation.get("Target") == "../embeddings/chart1.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(files["word/embeddings/chart1.xlsx"]))
    for reference in space.iter("{*}f"):
        name, _, where = (reference.text or "").partition("!")
        found = book[name][where.replace("$", "")]
        cells = [row[0].value for row in found] if isinstance(found, tuple) else [found.value]
        parent = reference.getparent()
        assert parent is not None
        count = parent.find("{*}strCache/{*}ptCount")
        count = parent.find("{*}numCache/{*}ptCount") if count is None else count
        assert count is not None
        assert str(len(cells)) == count.get("val")


def test_zero_slices_have_no_label_and_shares_show() -> None:
    space = etree.fromstring(parts(chart("pie", SHARES))["word/charts/chart1.xml"])
    gone = [label for label in space.iter("{*}dLbl") if label.find("{*}delete") is not None]
    numbers = [number.get("val") for label in gone for number in label.findall("{*}idx")]
    assert numbers == ["1", "2", "4"]
    assert {element.get("val") for element in space.iter("{*}showPercent")} == {"1"}


def test_a_chart_of_which_nothing_is_known_stays_a_table() -> None:
    block = chart("pie", SHARES)
    (_, table) = read(word_file([Block(0, "chart", "图", cells=block.cells)]), "a.docx").blocks
    assert (table.kind, texts(table)) == ("table", [list(row) for row in SHARES])
    assert "word/charts/chart1.xml" not in parts(chart("pie", [["", "金额"]]))


def test_the_same_chart_gives_the_same_bytes() -> None:
    for kind, rows in SAMPLES:
        assert word_file([chart(kind, rows)]) == word_file([chart(kind, rows)])


def test_a_word_library_opens_it() -> None:
    word = docx.Document(io.BytesIO(word_file([chart(kind, rows) for kind, rows in SAMPLES])))
    assert len(word.inline_shapes) == len(SAMPLES)


def test_libreoffice_keeps_the_data_when_it_saves_the_file(tmp_path: Path) -> None:
    blocks = [chart(kind, rows, f"图{number}") for number, (kind, rows) in enumerate(SAMPLES)]
    (tmp_path / "a.docx").write_bytes(word_file(blocks))
    command = [
        require("soffice"),
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        *("--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "out"), str(tmp_path / "a.docx")),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    found = read((tmp_path / "out" / "a.docx").read_bytes(), "a.docx").blocks
    assert [block.text for block in found if block.kind == "chart"] == [block.text for block in blocks]
    for block, (_, rows) in zip((one for one in found if one.kind == "chart"), SAMPLES, strict=True):
        assert [list(map(number, row)) for row in texts(block)] == [list(map(number, row)) for row in rows]
