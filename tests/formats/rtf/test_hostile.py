"""RTF made to break readers is read, or refused with a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.core.document import Document
from jixiao.core.errors import ReadError
from jixiao.formats.rtf import tokens
from jixiao.formats.rtf.read import read
from jixiao.formats.rtf.recognise import recognise

PIECES = (
    b"{", b"}", b"\\", b"\\'", b"\\'d6", b"\\u21512", b"\\u99999999999", b"\\uc9", b"\\cell", b"\\row", b"\\trowd",
    b"\\cellx-5", b"\\cellx99999999", b"\\itap9999", b"\\intbl", b"\\nestcell", b"\\nestrow", b"\\par", b"\\pard",
    b"{\\*\\nesttableprops", b"{\\footnote", b"{\\shptxt", b"{\\field{\\*\\fldinst TOC", b"{\\fldrslt", b"{\\upr",
    b"{\\*\\ud", b"{\\listtext 1.", b"\\bin5", b"\\bin-5", b"{\\fonttbl", b"\\f1", b"\\fcharset2 x;", b"\\deleted",
    b"{\\stylesheet", b"\\s1", b"\\outlinelevel-3 ", b"\xff\xfe", b"a", " 合计".encode(), b"\\u-10176 ", b"{\\pict",
)  # fmt: skip


def test_recognise() -> None:
    assert recognise(b"{\\rtf1 x}", "a.doc")
    assert recognise(b"\xef\xbb\xbf\r\n{\\rtf1 x}", "a")
    assert not recognise(b"{\\rt", "a.rtf")
    assert not recognise(b"x {\\rtf1", "a.rtf")
    assert not recognise(b"", "a.rtf")


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_tokens_are_read(pieces: list[bytes]) -> None:
    assert isinstance(read(b"{\\rtf1 " + b"".join(pieces), "a.rtf"), Document)


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    assert isinstance(read(b"{\\rtf1 " + data, "a.rtf"), Document)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        read(b"{\\rtf1 " + b"{" * 5000, "a.rtf")
    assert caught.value.code == "too_deep"


def test_text_boxes_in_text_boxes_end_somewhere() -> None:
    document = read(b"{\\rtf1 " + b"{\\shptxt a" * 1900, "a.rtf")
    assert 0 < len(document.blocks) < 20


def test_too_many_tokens_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MAX_TOKENS", 10)
    with pytest.raises(ReadError) as caught:
        read(b"{\\rtf1 " + b"\\par " * 20, "a.rtf")
    assert caught.value.code == "too_large"


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    document = read(b"{\\rtf1 a\\par b", "a.rtf")
    assert [block.text for block in document.blocks] == ["a", "b"]
    assert any("没有结尾" in note for note in document.notes)


def test_what_follows_the_document_is_none_of_it() -> None:
    assert [block.text for block in read(b"{\\rtf1 a\\par}b\\par}", "a.rtf").blocks] == ["a"]


def test_binary_data_beyond_the_end() -> None:
    assert [block.text for block in read(b"{\\rtf1 a{\\pict\\bin99999999 xy}b}", "a.rtf").blocks] == ["a"]
