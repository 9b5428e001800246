"""Word files are recognised by content."""

import pytest
from tests.formats.docx.building import build, pack, paragraph, unpack

from jixiao.core.errors import ReadError
from jixiao.formats.docx.read import read
from jixiao.formats.docx.recognise import recognise

GOOD = build(paragraph("文"))
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (GOOD, "报告.bin", True),
        (GOOD, "报告.xlsx", True),
        (pack({"xl/workbook.xml": b"<x/>"}), "报告.docx", False),
        (pack({"word/document.xml": b"<x/>"}), "a", True),
        (b"text", "报告.docx", False),
        (b"PK broken", "报告.docx", True),
        (b"PK broken", "报告.zip", False),
        (COMPOUND, "报告.docx", True),
        (COMPOUND, "报告.doc", False),
        (b"", "报告.docx", False),
    ],
)
def test_recognise(data: bytes, name: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert recognise(data, name) is expected


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK broken", "not_a_zip"),
        (COMPOUND, "legacy_format"),
        (pack({"a.txt": b"x"}), "no_main_part"),
        (pack({"word/document.xml": b"<w:document"}), "bad_xml"),
        (pack({"word/document.xml": b"<document/>"}), "no_body"),
        (pack({"word/document.xml": b"<!DOCTYPE x><document/>"}), "doctype"),
    ],
)
def test_files_that_cannot_be_read_say_why(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "报告.docx")
    assert caught.value.code == code
    assert caught.value.message
    assert caught.value.message_en


def test_the_main_part_may_have_another_name_and_case() -> None:
    parts = unpack(GOOD)
    moved = {name.replace("document.xml", "Main.XML"): content for name, content in parts.items()}
    moved["_rels/.rels"] = moved["_rels/.rels"].replace(b"word/document.xml", b"/word/main.xml")
    assert [block.text for block in read(pack(moved), "a").blocks] == ["文"]
    del moved["_rels/.rels"]
    moved["[Content_Types].xml"] = moved["[Content_Types].xml"].replace(b"document.xml", b"main.xml")
    assert [block.text for block in read(pack(moved), "a").blocks] == ["文"]


def test_the_strict_dialect() -> None:
    parts = unpack(build(paragraph("支出5万元", '<w:outlineLvl w:val="0"/>')))
    strict = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in parts.items()
    }
    assert [(block.kind, block.text) for block in read(pack(strict), "a").blocks] == [
        ("heading", "支出5万元")
    ]


def test_utf_16() -> None:
    parts = unpack(build(paragraph("支出5万元")))
    parts["word/document.xml"] = (
        "<?xml version='1.0' encoding='UTF-16'?>" + parts["word/document.xml"].decode("utf-8")
    ).encode("utf-16")
    assert [block.text for block in read(pack(parts), "a").blocks] == ["支出5万元"]
