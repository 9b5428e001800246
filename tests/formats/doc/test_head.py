"""Which files are taken, and what is said of those that cannot be read."""

import struct

import pytest
from tests.formats.doc.building import Part, Word, plain
from tests.formats.doc.compound import compound

from jixiao.core.errors import ReadError
from jixiao.formats import discovery
from jixiao.formats.doc import fib
from jixiao.formats.doc.read import read
from jixiao.formats.doc.recognise import recognise
from jixiao.pipeline import check_bytes

GOOD = Word([plain("一、部门概况")]).build()
SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (GOOD, "报告.doc", True),
        (GOOD, "报告.wps", True),
        (GOOD, "报告.docx", True),
        (GOOD, "无名", True),
        (compound({"Workbook": b"x"}), "报告.doc", False),
        (compound({"Workbook": b"x"}), "报告.xls", False),
        (compound({"EncryptedPackage": b"x"}), "报告.doc", True),
        (SIGNATURE + bytes(600), "报告.doc", True),
        (SIGNATURE + bytes(600), "报告.xls", False),
        (b"PK\x03\x04", "报告.doc", False),
        ("文字".encode(), "报告.doc", False),
        (b"", "报告.doc", False),
    ],
)
def test_recognise(data: bytes, name: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert recognise(data, name) is expected


@pytest.mark.parametrize("name", ["报告.doc", "报告.wps", "报告.docx", "报告.txt"])
def test_read_whatever_the_name(name: str) -> None:
    document = discovery.read(GOOD, name)
    assert (document.format, [block.text for block in document.blocks]) == ("doc", ["一、部门概况"])


def test_nothing_is_written_into_it() -> None:
    assert discovery.annotator("doc") is None


def test_an_empty_document() -> None:
    assert read(Word([plain("")]).build(), "空.doc").blocks == ()
    report = check_bytes(Word([plain("")]).build(), "空.doc")
    assert report.error is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (Word([plain("甲")], flags=0x0300).build(), "encrypted"),
        (compound({"EncryptedPackage": b"x", "WordDocument": b"x"}), "encrypted"),
        (Word([plain("甲")], version=0x65).build(), "legacy_word"),
        (compound({"WordDocument": b"\xdc\xa5\x68\x00"}), "legacy_word"),
        (compound({"WordDocument": b"abcd"}), "damaged_document"),
        (compound({"WordDocument": b"\xec\xa5\xc1\x00" + bytes(40)}), "missing_part"),
        (Word([plain("甲")], flags=0).build(), "missing_part"),
        (compound({"WordDokument": b"x"}), "not_word"),
        (SIGNATURE + bytes(600), "damaged_archive"),
        (GOOD[:700], "damaged_archive"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "报告.doc")
    assert caught.value.code == code
    assert "。" in caught.value.message
    assert caught.value.message_en


def test_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fib, "MAX_CHARACTERS", 3)
    with pytest.raises(ReadError) as caught:
        read(GOOD, "报告.doc")
    assert caught.value.code == "too_large"


def _at(data: bytes, offset: int, form: str, *values: int) -> bytes:
    """The file with numbers of its head replaced."""
    start = data.index(struct.pack("<HH", 0xA5EC, 0xC1)) + offset
    return data[:start] + struct.pack(form, *values) + data[start + struct.calcsize(form) :]


def outcome(data: bytes) -> list[str] | str:
    """The texts of the blocks, or the code of the error."""
    try:
        return [block.text for block in read(data, "报告.doc").blocks]
    except ReadError as error:
        return error.code


@pytest.mark.parametrize("number", [1, 2, 3, 6, 12, 13, 15, 33, 40, 46, 47, 56, 73, 74])
@pytest.mark.parametrize("place", [(0xFFFFFFFF, 0xFFFFFFFF), (0, 0xFFFF), (4, 9), (0x7FFFFFFF, 1)])
def test_any_table_may_point_anywhere(number: int, place: tuple[int, int]) -> None:
    data = _at(Word([plain("甲"), plain("乙")]).build(), 0x9A + 8 * number, "<II", *place)
    assert outcome(data) in (["甲", "乙"], "damaged_document")


@pytest.mark.parametrize("number", range(8))
@pytest.mark.parametrize("length", [0, 1, 1000, 0x7FFFFFFF, 0xFFFFFFFF])
def test_stories_of_any_length(number: int, length: int) -> None:
    data = _at(Word([plain("甲"), plain("乙")]).build(), 0x4C + 4 * number, "<I", length)
    assert outcome(data) in (["甲", "乙"], ["甲"], [], ["乙"], "damaged_document", "too_large")


@pytest.mark.parametrize(
    "properties", [b"\xff" * 40, b"\x15\xc6\xff\xff", b"\x46\x66\xff\xff\xff\xff", b"\x49\x66"]
)
def test_senseless_properties_leave_the_text(properties: bytes) -> None:
    data = Word([plain("甲", properties), Part([("乙", properties)])]).build()
    assert [block.text for block in read(data, "报告.doc").blocks] == ["甲", "乙"]


def test_tables_within_tables_without_end() -> None:
    parts = [plain("甲", b"\x49\x66" + struct.pack("<i", depth)) for depth in (1, 5, 0x7FFFFFFF, -1)]
    found = read(Word(parts).build(), "报告.doc").blocks
    assert [cell.text for block in found for cell in block.cells if cell.text] == ["甲"] * 3
    assert found[-1].text == "甲"
