"""Encodings of text files, recognised by content."""

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.core.errors import ReadError
from jixiao.formats import discovery
from jixiao.formats.txt.decode import decode, decoded
from jixiao.formats.txt.recognise import recognise

TEXT = "全年支出48.00万元，执行率94.00%。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_known_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_utf_16_of_either_order() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT
    assert decode(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")) == TEXT


def test_a_broken_byte_after_a_mark_is_replaced() -> None:
    assert decode(codecs.BOM_UTF8 + TEXT.encode("utf-8") + b"\xff").startswith(TEXT)


@pytest.mark.parametrize("data", [b"\xff\xff\xff\xff" * 30, b"\x01\x02\x03\x04" * 30, b"\x81"])
def test_what_is_no_text_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(ReadError) as refused:
        decode(data)
    assert refused.value.code == "not_text"
    assert "UTF-8" in str(refused.value)


def test_recognised_by_marks_and_the_absence_of_nul() -> None:
    assert recognise(TEXT.encode("utf-8"), "x")
    assert recognise(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "x")
    assert not recognise(b"abc\x00def", "x.txt")


REPORT = "2023年度部门整体支出绩效自评报告\n一、年初预算35.32万元，全年支出33.44万元，执行率94.68%。\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding: str) -> None:
    data = (REPORT * 3).encode(encoding)
    assert recognise(data, "x.txt")
    assert decode(data) == REPORT * 3
    assert discovery.read(data, "x.txt").blocks[0].text.startswith("2023年度")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("陈䶮，𠮷野，㙍镇，鿏，𰻞".encode("gb18030"), "陈䶮，𠮷野，㙍镇，鿏，𰻞"),
        (b"\xd0\xd5\xfe\x59\xc3\xfb", "姓龴名"),
        (b"\xfe\x9f\xb3\xc2", "䶮陈"),
    ],
    ids=["four bytes", "given a place in 2022", "not the private place of GBK"],
)
def test_rare_characters_of_gb18030(data: bytes, text: str) -> None:
    assert decode(data) == text


def test_lines_of_two_encodings() -> None:
    first, second = REPORT.splitlines(keepends=True)
    found = decoded(first.encode("utf-8") + second.encode("gb18030"))
    assert found.text == REPORT
    assert "混用" in found.note


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_bad_bytes_are_told(encoding: str) -> None:
    data = bytearray((REPORT * 10).encode(encoding))
    data[-5:-5] = b"\xff"
    document = discovery.read(bytes(data), "x.txt")
    assert document.blocks[0].text == REPORT.splitlines()[0]
    assert any("1 处字符无法解码" in note for note in document.notes), document.notes


def test_a_sound_file_has_no_note() -> None:
    assert discovery.read(REPORT.encode("gb18030"), "x.txt").notes == ()


@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co"]), min_size=1
    )
)
def test_whatever_is_written_in_gb18030_or_utf_8_is_read(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text
    assert decode(text.encode("utf-8")) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    with contextlib.suppress(ReadError):
        found = decoded(data)
        assert (
            ("\ufffd" in found.text) <= bool(found.note) or "\ufffd".encode() in data or b"\xfd\xff" in data
        )
