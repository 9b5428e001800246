"""What of the text is shown: changes accepted, fields by their results, no hidden text."""

import struct

import pytest
from tests.formats.doc.building import (
    DELETED,
    HIDDEN,
    SPECIAL,
    Part,
    Word,
    document_of,
    plain,
    texts_of,
)


def test_deleted_and_hidden_text_is_left_out() -> None:
    assert texts_of(Part([("新", b""), ("旧", DELETED), ("值", b""), ("藏", HIDDEN)])) == ["新值"]


def test_a_deleted_end_joins_paragraphs() -> None:
    joined = Part([("前", b"")], end_properties=DELETED)
    assert texts_of(joined, plain("后"), plain("另")) == ["前后", "另"]
    assert texts_of(plain("另"), joined) == ["另", "前"]


def test_control_characters() -> None:
    assert texts_of(plain("甲\x0b乙\x1e丙\x1f丁\x05\u200b\tX")) == ["甲\n乙-丙丁\tX"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x13 PAGEREF a \x14第3页\x15。", "第3页。"),
        ("甲\x13 IF \x13 REF b \x14内\x15 \x14外\x15乙", "甲外乙"),
        ("甲\x13 TOC \\o \x14目录\x15乙", "甲乙"),
        ("甲\x13 DATE 乙", "甲 DATE 乙"),
        ("甲\x15\x14乙", "甲乙"),
        ("\x13 EQ \\o\\ac(○,3) \x15项", "③项"),
        ("\x13 EQ \\f(1,2) \x14\x15项", "项"),
    ],
)
def test_fields_show_their_result(written: str, shown: str) -> None:
    assert texts_of(plain(written)) == [shown]


def test_a_table_of_contents_may_reach_over_paragraphs() -> None:
    assert texts_of(plain("\x13 TOC \x14一、甲"), plain("二、乙"), plain("\x15"), plain("正文")) == ["正文"]


def test_symbols() -> None:
    fonts = struct.pack("<HH", 1, 0)
    name = "Wingdings\0".encode("utf-16-le")
    fonts += bytes([39 + len(name)]) + bytes(39) + name
    tick = b"\x09\x6a" + struct.pack("<HH", 0, 0xF0FC)
    unknown = b"\x09\x6a" + struct.pack("<HH", 9, 0xF0FC)
    parts = [Part([("(", SPECIAL + tick), ("完成(1)", b""), ("(", SPECIAL + unknown)])]
    assert [b.text for b in document_of(Word(parts, tables={15: fonts})).blocks] == ["✓完成(1)"]


def test_page_breaks_part_no_paragraph_and_ends_of_sections_do() -> None:
    parts = [plain("前\x0c后"), plain("节末", end="\x0c"), plain("新节")]
    sections = struct.pack("<3I", 0, 7, 10) + bytes(24)
    found = document_of(Word(parts, tables={6: sections})).blocks
    assert [block.text for block in found] == ["前\n后", "节末", "新节"]


def test_pictures_and_objects_are_counted() -> None:
    picture, embedded = SPECIAL, SPECIAL + b"\x0a\x08\x01"
    parts = [Part([("图", b""), ("\x01", picture), ("\x01", embedded), ("\x01", SPECIAL + DELETED)])]
    document = document_of(Word(parts))
    assert [block.text for block in document.blocks] == ["图"]
    assert len(document.notes) == 2
    assert all("1 处" in note for note in document.notes)


def test_notes_follow_the_text() -> None:
    parts = [plain("正文\x02一"), plain("又\x02二"), plain("\x02注一"), plain("\x02注二"), plain("")]
    references = struct.pack("<3I", 2, 6, 9) + bytes(4)
    ranges = struct.pack("<4I", 0, 4, 8, 9)
    word = Word(parts, tables={2: references, 3: ranges}, lengths={"footnotes": 9})
    found = [(block.part, block.text) for block in document_of(word).blocks]
    assert found == [("body", "正文一"), ("body", "又二"), ("footnote", "注一"), ("footnote", "注二")]
    word.tables[3] = b"\xff" * 8
    assert [block.part for block in document_of(word).blocks] == ["body", "body"]


def test_text_boxes_without_anchor_come_after_the_body() -> None:
    parts = [plain("甲\x08"), plain("乙"), plain("框一"), plain("框二"), plain("")]
    record = struct.Struct("<iihIiI")
    boxes = struct.pack("<4I", 0, 3, 6, 7) + record.pack(0, 0, 0, 0, 77, 0) + record.pack(0, 0, 0, 0, 78, 0)
    boxes += bytes(22)
    anchors = struct.pack("<2I", 1, 5) + struct.pack("<i22x", 77)
    word = Word(parts, tables={56: boxes, 40: anchors}, lengths={"textboxes": 7})
    found = [(block.part, block.text) for block in document_of(word).blocks]
    assert found == [("body", "甲"), ("textbox", "框一"), ("body", "乙"), ("textbox", "框二")]
