"""Reading PDF files made by hand: lines to paragraphs, tables, turned pages, scans, faults, bombs."""

from __future__ import annotations

import zlib

import pytest
from tests.formats.pdf.building import Sheet, assembled, image, pdf

from jixiao.core.document import Block, Document, boxes_of
from jixiao.core.errors import ReadError
from jixiao.formats import discovery
from jixiao.formats.pdf import bombs, opening
from jixiao.formats.scanned.installed import COMMAND, missing
from jixiao.pipeline import check_bytes

FULL = "字" * 35
"""A line from 90 to 510."""


def read(*sheets: Sheet) -> Document:
    return discovery.read(pdf(*sheets), "report.pdf")


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def rows(block: Block) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for cell in block.cells:
        found.setdefault(cell.row, []).append(cell.text)
    return list(found.values())


def error_of(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        discovery.read(data, "report.pdf")
    return caught.value


def test_lines_make_paragraphs() -> None:
    page = Sheet().text(250, 80, "一、收支情况").text(114, 110, "字" * 33).text(90, 130, "完成预算的98.5%。")
    page.text(114, 150, "第二段。")
    document = read(page)
    assert texts(document) == ["一、收支情况", "字" * 33 + "完成预算的98.5%。", "第二段。"]
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "paragraph"]
    assert document.format == "pdf"
    assert document.notes == ()


def test_every_character_knows_its_page_and_box() -> None:
    block = read(Sheet().text(114, 110, "字" * 33).text(90, 130, "完成98.5%。")).blocks[0]
    start = block.text.index("98.5%")
    place = block.place(start, start + 5)
    assert place.page == 1
    assert place.box == (114, 130, 174, 142)
    across = boxes_of(block.areas, 31, 35)
    assert across == [(1, (486, 110, 510, 122)), (1, (90, 130, 114, 142))]


def test_paragraphs_go_on_over_pages_without_headers_and_numbers() -> None:
    first = Sheet().text(200, 40, "某某局自评报告").text(114, 110, "字" * 33).text(90, 130, FULL)
    first.text(280, 800, "—1—")
    second = Sheet().text(200, 40, "某某局自评报告").text(90, 110, "执行率95%。").text(280, 800, "—2—")
    document = read(first, second)
    assert texts(document) == ["字" * 33 + FULL + "执行率95%。"]
    start = document.blocks[0].text.index("95%")
    assert document.blocks[0].place(start, start + 3).page == 2


def test_a_figure_at_the_margin_of_a_full_line_is_no_mark() -> None:
    page = Sheet().text(114, 110, "字" * 33).text(90, 130, "3.5万元，" + "字" * 29).text(90, 150, "3、末尾。")
    assert texts(read(page)) == ["字" * 33 + "3.5万元，" + "字" * 29 + "3、末尾。"]


XS: list[float] = [90, 200, 300, 400]


def test_tables_with_merged_cells() -> None:
    page = Sheet().grid(XS, [100, 120]).line(200, 140, 400, 140).line(90, 160, 400, 160)
    for x in XS:
        page.line(x, 120, x, 160)
    page.text(95, 104, "项目").text(205, 104, "预算").text(305, 104, "执行")
    page.text(95, 134, "支出").text(205, 124, "100.00").text(305, 124, "95.00")
    page.text(205, 144, "12.5").text(305, 144, "0")
    table = read(page).blocks[0]
    assert table.kind == "table"
    assert rows(table) == [["项目", "预算", "执行"], ["支出", "100.00", "95.00"], ["12.5", "0"]]
    assert table.cells[3].row_span == 2
    assert table.place(0, 6, table.cells[4]).box == (205, 124, 277, 136)


def test_a_row_written_in_one_go_is_cut_at_the_rules() -> None:
    page = Sheet().grid([90, 150, 210], [100, 120, 140]).text(90, 104, "单位数额五字十二三四")
    assert rows(read(page).blocks[0])[0] == ["单位数额五", "字十二三四"]


def test_tables_go_on_over_pages() -> None:
    first = (
        Sheet().grid(XS, [700, 720, 740]).text(95, 704, "项目").text(205, 704, "预算").text(305, 704, "执行")
    )
    first.text(95, 724, "甲").text(205, 724, "10").text(305, 724, "9").text(280, 800, "1")
    second = Sheet().grid(XS, [80, 100, 120]).text(95, 84, "项目").text(205, 84, "预算").text(305, 84, "执行")
    second.text(95, 104, "乙").text(205, 104, "20").text(305, 104, "18").text(280, 800, "2")
    document = read(first, second)
    assert len(document.blocks) == 1
    table = document.blocks[0]
    assert rows(table) == [["项目", "预算", "执行"], ["甲", "10", "9"], ["乙", "20", "18"]]
    assert table.place(0, 2, table.cells[7]).page == 2


def test_a_row_that_a_page_break_parts_is_one() -> None:
    first = (
        Sheet().grid(XS, [700, 720, 750]).text(95, 704, "项目").text(205, 704, "内容").text(305, 704, "值")
    )
    first.text(95, 724, "甲").text(205, 736, "安装监控设备若").text(305, 724, "9")
    second = Sheet().grid(XS, [80, 100, 120]).text(205, 82, "干台").text(95, 104, "乙").text(205, 104, "丙")
    assert rows(read(first, second).blocks[0]) == [
        ["项目", "内容", "值"],
        ["甲", "安装监控设备若干台", "9"],
        ["乙", "丙", ""],
    ]


def test_lines_in_a_cell_are_joined_where_the_word_found_no_room() -> None:
    page = (
        Sheet().grid([90, 200, 300], [100, 160, 180]).text(96, 104, "机关运行维护费用").text(96, 120, "支出")
    )
    page.text(206, 104, "甲").text(206, 120, "乙").text(96, 164, "合计").text(206, 164, "1")
    assert rows(read(page).blocks[0])[0] == ["机关运行维护费用支出", "甲\n乙"]


def test_a_table_without_rules() -> None:
    page = Sheet()
    for step, row in enumerate((("项目", "预算", "执行"), ("甲", "10.5", "9.5"), ("乙", "20", "18"))):
        for x, text in zip((90, 250, 400), row, strict=True):
            page.text(x, 100 + 20 * step, text)
    assert rows(read(page).blocks[0]) == [["项目", "预算", "执行"], ["甲", "10.5", "9.5"], ["乙", "20", "18"]]


def test_a_frame_around_the_page_is_no_table() -> None:
    page = Sheet().grid([50, 545], [50, 780]).text(114, 110, "正文。")
    assert [(block.kind, block.text) for block in read(page).blocks] == [("paragraph", "正文。")]


def test_two_columns_are_read_one_after_the_other() -> None:
    page = Sheet()
    for step in range(10):
        page.text(60, 100 + step * 20, "左" * 18).text(320, 100 + step * 20, "右" * 18)
    assert texts(read(page)) == ["左" * 180 + "右" * 180]


@pytest.mark.parametrize(
    ("rotate", "matrix"), [(90, "0 1 -1 0"), (180, "-1 0 0 -1"), (270, "0 -1 1 0"), (0, "0 1 -1 0")]
)
def test_turned_pages_are_read_as_they_are_seen(rotate: int, matrix: str) -> None:
    page = Sheet(rotate=rotate).text(300, 400, "执行率95%", matrix=matrix)
    document = read(page)
    assert texts(document) == ["执行率95%"]
    box = document.blocks[0].place(3, 6).box
    assert box is not None
    assert (box[2] - box[0], box[3] - box[1]) == (36, 12)


def test_a_slanted_watermark_is_left_out_and_told() -> None:
    page = (
        Sheet().text(114, 110, "这是报告的正文，文字较多。").text(200, 500, "草稿", matrix="0.7 0.7 -0.7 0.7")
    )
    document = read(page)
    assert texts(document) == ["这是报告的正文，文字较多。"]
    assert "第1页" in document.notes[0]


def test_compatible_forms_are_read_as_the_usual_characters() -> None:
    assert texts(read(Sheet().text(114, 110, "⽀出⻓期ﬁ１２％"))) == ["支出长期fi１２％"]


def test_scanned_pages_are_told_and_never_taken_for_empty() -> None:
    document = read(Sheet().text(114, 110, "正文。"), Sheet().raw(image(595, 842)))
    how = "" if missing() is None else f"（装上识别程序才能读：{COMMAND}）"
    assert document.notes == (f"第2页是扫描件或图片，没有可读取的文字，未读取{how}。",)
    assert "全部页面" in read(Sheet().raw(image(595, 842))).notes[0]
    assert read(Sheet().text(114, 110, "正文。"), Sheet()).notes == ()


def test_text_that_a_scanner_recognised_is_told() -> None:
    page = Sheet().raw(image(595, 842)).text(90, 110, FULL, mode=3).text(90, 130, FULL, mode=3)
    document = read(page, Sheet().text(114, 110, "正文。"))
    assert document.notes == ("第1页是扫描件，文字由扫描软件识别而来，可能有错，请对照原件。",)
    assert [block.part for block in document.blocks] == ["ocr", "body"]


def test_findings_on_recognised_text_are_no_errors() -> None:
    wrong = "全年预算100万元，支出50万元，预算执行率60%。"
    seen = check_bytes(pdf(Sheet().text(114, 110, wrong)), "a.pdf")
    scanned = Sheet().raw(image(595, 842)).text(114, 110, wrong, mode=3).text(114, 140, FULL, mode=3)
    recognised = check_bytes(pdf(scanned), "a.pdf")
    assert [finding.severity for finding in seen.findings] == ["error"]
    assert [finding.severity for finding in recognised.findings] == ["warning"]
    assert recognised.findings[0].fingerprint == seen.findings[0].fingerprint


def test_what_lies_outside_of_the_page_is_not_read() -> None:
    assert texts(read(Sheet().text(114, 110, "看得见").text(700, 110, "看不见"))) == ["看得见"]


def test_a_broken_table_of_objects_is_mended() -> None:
    data = pdf(Sheet().text(114, 110, "执行率95%"))
    whole = data.rindex(b"xref\n0")
    wrong = data[:whole] + data[whole:].replace(b"00000 n", b"00007 n").replace(b"00000000", b"00000009")
    for broken in (wrong, data[:whole]):
        assert texts(discovery.read(broken, "a.pdf")) == ["执行率95%"]
    assert texts(discovery.read(b"\r\n HTTP rest\n" + data, "a.pdf")) == ["执行率95%"]


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n" + b"\x00" * 5000, pdf(Sheet())[:200]])
def test_damaged_files_are_named_so(data: bytes) -> None:
    error = error_of(data)
    assert error.code == "damaged"
    assert "重新" in error.message


def test_encrypted_files_are_named_so() -> None:
    keys = "/Filter /Standard /V 1 /R 2 /Length 40 /P -4"
    secret = f"<< {keys} /O <{'41' * 32}> /U <{'42' * 32}> >>"
    identity = "/ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]"
    error = error_of(pdf(Sheet().text(114, 110, "密"), extra=f"/Encrypt {secret} {identity}"))
    assert error.code == "encrypted"
    assert "密码" in error.message


def test_too_many_pages() -> None:
    count = opening.MAX_PAGES + 1
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    ]
    objects[1] = f"<< /Type /Pages /Count {count} /Kids [{'3 0 R ' * count}] >>".encode()
    error = error_of(assembled(objects))
    assert error.code == "too_many_pages"
    assert str(opening.MAX_PAGES) in error.message


def test_pages_that_are_their_own_parents_end() -> None:
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R] >>"]
    try:
        document = discovery.read(assembled(objects), "a.pdf")
    except ReadError as error:
        assert error.code == "damaged"  # noqa: PT017  # either is an answer
    else:
        assert document.blocks == ()


@pytest.mark.parametrize("layers", [1, 2])
def test_a_stream_that_unpacks_to_very_much_is_refused(layers: int) -> None:
    packed = b" " * (bombs.MAX_STREAM + 1)
    for _ in range(layers):
        packed = zlib.compress(packed, 9)
    head = f"<< /Length {len(packed)} /Filter [{'/FlateDecode ' * layers}] >>\nstream\n".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        head + packed + b"\nendstream",
    ]
    assert error_of(assembled(objects)).code == "suspicious"


def bars(page: Sheet) -> Sheet:
    """A chart from 300 to 420, its labels in small print, a caption below it."""
    page.line(120, 400, 400, 400)
    for x, height in ((140, 60), (220, 90), (300, 20)):
        page.raw(f"0.2 0.4 0.8 rg {x} {842 - 400} 40 {height} re f")
        page.text(x, 400 - height - 10, "12.5", size=8).text(x, 404, "甲类", size=8)
    return page.text(108, 398, "0", size=8).text(160, 440, "图1预算与执行", size=8)


def test_labels_of_a_chart_are_left_out_and_told() -> None:
    page = bars(Sheet().text(114, 110, "字" * 33).text(90, 130, "完成预算。")).text(
        114, 470, "下一段没有标点的话"
    )
    document = read(page)
    assert texts(document) == ["字" * 33 + "完成预算。", "图1预算与执行", "下一段没有标点的话"]
    assert document.notes == ("第1页有图表，图中的文字和数字未读取。",)


def test_words_on_coloured_fields_are_text() -> None:
    page = Sheet().text(114, 300, "字" * 33)
    for step in range(4):
        y = 110 + 30 * step
        page.raw(f"1 1 0 rg 110 {842 - y - 14} 100 16 re f 0 g").text(114, y, "标出的话语。")
    document = read(page)
    assert texts(document) == [*["标出的话语。"] * 4, "字" * 33]
    assert document.notes == ()


def test_a_title_broken_by_hand_is_one() -> None:
    page = Sheet().text(190, 60, "某某市财政局某某", size=26).text(216, 110, "绩效自评报告", size=26)
    page.text(114, 170, "字" * 33).text(90, 190, "字" * 35)
    assert texts(read(page))[0] == "某某市财政局某某绩效自评报告"
