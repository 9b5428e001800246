"""Encodings of text files, recognised by content."""

import codecs

import pytest

from jixiao.core.errors import ReadError
from jixiao.formats.txt.decode import decode
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
