"""OpenDocument spreadsheets: texts as shown, repeats within a budget, what is hidden, broken or hostile."""

import pytest
from bench.hostile.archives import archive

from jixiao.core.errors import ReadError
from jixiao.formats import discovery
from jixiao.formats.ods import read as module
from jixiao.formats.ods.read import read

KIND = b"application/vnd.oasis.opendocument.spreadsheet"
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style", "drawing")
)


def made(body: str, styles: str = "", *, parts: tuple[tuple[str, bytes], ...] = (), head: str = "") -> bytes:
    """A spreadsheet with this body."""
    content = f"""{head}<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>
        <office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"""
    return archive([("mimetype", KIND), ("content.xml", content.encode()), *parts])


def sheet(rows: str, attributes: str = 'table:name="表1"') -> str:
    return f"<table:table {attributes}>{rows}</table:table>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def cell(text: str | None = None, attributes: str = "") -> str:
    inner = "" if text is None else f"<text:p>{text}</text:p>"
    return f"<table:table-cell {attributes}>{inner}</table:table-cell>"


def cells(data: bytes) -> dict[str | None, str]:
    found = {cell.reference: cell.text for block in read(data, "a.ods").blocks for cell in block.cells}
    return {name: text for name, text in found.items() if text}


HEAD = row(cell("项目"), cell("数"))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (cell("90.67%", 'office:value-type="percentage" office:value="0.9067"'), "90.67%"),
        (cell(None, 'office:value-type="percentage" office:value="0.9067"'), "90.67%"),
        (cell(None, 'office:value-type="float" office:value="12.50"'), "12.5"),
        (cell(None, 'office:value-type="float" office:value="1E999999"'), "1E999999"),
        (cell(None, 'office:value-type="boolean" office:boolean-value="true"'), "TRUE"),
        (cell(None, 'office:value-type="date" office:date-value="2023-12-31T00:00:00"'), "2023-12-31"),
        (cell(None, 'office:value-type="string" office:string-value="文字"'), "文字"),
        (cell("", 'office:value-type="float" office:value="5"'), ""),  # a format that shows nothing
        (cell('甲<text:s text:c="2"/>乙<text:tab/>丙<text:line-break/>丁'), "甲  乙\t丙\n丁"),
        (cell("甲\n   <text:span>乙<text:a>丙</text:a></text:span>"), "甲 乙丙"),
        (cell("甲</text:p><text:p>乙"), "甲\n乙"),
        (
            "<table:table-cell><office:annotation><text:p>批注</text:p></office:annotation><text:p>数</text:p></table:table-cell>",
            "数",
        ),
        (
            cell(
                "<text:ruby><text:ruby-base>汉</text:ruby-base><text:ruby-text>han</text:ruby-text></text:ruby>"
            ),
            "汉",
        ),
    ],
)
def test_what_a_cell_shows(one: str, expected: str) -> None:
    assert cells(made(sheet(HEAD + row(cell("a"), one)))).get("B2", "") == expected


def test_repeats_and_merged_cells() -> None:
    rows = HEAD
    rows += row(
        cell("甲", 'table:number-columns-repeated="2"'),
        cell("乙"),
        attributes='table:number-rows-repeated="2"',
    )
    rows += row(
        cell(None, 'table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="2"'
    )
    rows += row(
        cell("1", 'table:number-rows-spanned="2" table:number-columns-spanned="2"'),
        "<table:covered-table-cell/>",
        cell("2"),
    )
    rows += row('<table:covered-table-cell table:number-columns-repeated="2"/>', cell("3"))
    assert cells(made(sheet(rows))) == {
        "A1": "项目", "B1": "数", "A2": "甲", "B2": "甲", "C2": "乙", "A3": "甲", "B3": "甲", "C3": "乙",
        "A6": "1", "C6": "2", "C7": "3",
    }  # fmt: skip


def test_a_whole_sheet_of_repeated_cells_is_cut() -> None:
    bomb = row(
        cell("炸", 'table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="1048576"'
    )
    document = read(made(sheet(HEAD + bomb) + sheet(HEAD, 'table:name="表2"')), "a.ods")
    assert sum(len(block.cells) for block in document.blocks) < 400_000
    assert document.notes == (
        "工作簿的单元格超过 300000 个，工作表“表1”只读取了前面的部分。",
        "工作簿的单元格超过 300000 个，工作表“表2”没有读取。",
    )


def test_the_budget_holds_for_all_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CELLS", 5)
    document = read(made("".join(sheet(HEAD + HEAD, f'table:name="表{n}"') for n in range(3))), "a.ods")
    assert sum(len(block.cells) for block in document.blocks) == 6  # the last row is told whole


def test_hidden_sheets_rows_and_columns_are_read_and_noted() -> None:
    styles = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    rows = (
        '<table:table-column table:visibility="collapse"/>'
        + HEAD
        + row(cell("a"), cell("1"), attributes='table:visibility="collapse"')
    )
    document = read(made(sheet(rows, 'table:name="甲" table:style-name="h"'), styles), "a.ods")
    assert document.notes == (
        "工作表“甲”是隐藏的，也已读取。",
        "工作表“甲”有隐藏的内容（1 行、1 处列），也已读取。",
    )


def test_formulas_without_a_result_are_noted() -> None:
    rows = HEAD + row(cell("a"), cell(None, 'table:formula="of:=SUM([.A1])"'))
    assert "1 个公式没有保存计算结果" in "".join(read(made(sheet(rows)), "a.ods").notes)


def test_tables_within_cells_and_links_are_no_sheets() -> None:
    inner = f"<table:table-cell>{sheet(row(cell('内')))}<text:p>外</text:p></table:table-cell>"
    linked = f"<table:dde-links><table:dde-link>{sheet(HEAD)}</table:dde-link></table:dde-links>"
    document = read(made(sheet(HEAD + row(cell("a"), inner) + row(cell("b"), cell("2"))) + linked), "a.ods")
    assert cells(made(sheet(HEAD + row(cell("a"), inner) + row(cell("b"), cell("2"))))) == {
        "A1": "项目", "B1": "数", "A2": "a", "B2": "外", "A3": "b", "B3": "2",
    }  # fmt: skip
    assert [block.sheet for block in document.blocks] == ["表1"]


LOCKED = ("META-INF/manifest.xml", b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (made("", parts=(LOCKED,)), "encrypted"),
        (made(""), "no_sheets"),
        (made("".join(sheet("", f'table:name="{n}"') for n in range(501))), "too_many_sheets"),
        (made(sheet(HEAD)[:-9]), "bad_xml"),
        (made(sheet(row(cell("炸" * 9000, 'table:number-columns-repeated="3000"')))), "too_much_text"),
        (made(sheet(HEAD), head='<!DOCTYPE a [<!ENTITY b "c">]>'), "doctype"),
        (archive([("mimetype", KIND)]), "missing_part"),
        (made(sheet(HEAD))[:300], "damaged_archive"),
        (made(sheet(HEAD) + " " * (50 * 2**20)), "suspicious_compression"),
    ],
)
def test_refused(data: bytes, expected: str) -> None:
    with pytest.raises(ReadError) as caught:
        discovery.read(data, "a.ods")
    assert caught.value.code == expected
    assert caught.value.message.endswith("。")


def test_an_odt_is_none() -> None:
    data = archive([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")])
    assert discovery.detect(data, "a.ods") != "ods"
