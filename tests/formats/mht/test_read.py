"""Web pages in one file: recognised by content, read as the page in them."""

import base64
import quopri
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support import ROOT

from jixiao.core.document import Document
from jixiao.core.errors import ReadError
from jixiao.formats import discovery
from jixiao.formats.html.write import write as write_page
from jixiao.formats.mht import read as reading
from jixiao.formats.mht.read import read
from jixiao.formats.mht.recognise import recognise
from jixiao.formats.txt.read import read_text
from jixiao.pipeline import check_bytes

REPORTS = sorted((ROOT / "examples").glob("*/report-as-published-figures.txt"))


def mht(page: bytes, charset: str = "utf-8", encoding: str = "quoted-printable", before: str = "") -> bytes:
    """The page in one file, with a picture behind it."""
    body = quopri.encodestring(page) if encoding == "quoted-printable" else base64.encodebytes(page)
    head = (
        f'{before}MIME-Version: 1.0\nContent-Type: multipart/related; boundary="----=_x"; type="text/html"\n\n'
        f"This document is a web page in one file.\n\n------=_x\nContent-Location: file:///C:/a.htm\n"
        f'Content-Transfer-Encoding: {encoding}\nContent-Type: text/html; charset="{charset}"\n\n'
    )
    tail = "\n------=_x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n------=_x--\n"
    return (head.encode() + body + tail.encode()).replace(b"\n", b"\r\n")


PAGE = "<html><body><p>一、部门概况<table><tr><td>甲<td>12.5<tr><td>乙<td>0</table></body></html>"


@pytest.mark.parametrize(
    ("charset", "codec"),
    [
        ("utf-8", "utf-8"),
        ("gb2312", "gb18030"),
        ("unicode", "utf-16"),
        ("x-none", "gb18030"),
        ("ascii", "utf-8"),
    ],
)
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("before", ["", "From: <Saved by Blink>\nSubject: x\n"])
def test_a_page_of_any_character_set(charset: str, codec: str, encoding: str, before: str) -> None:
    document = discovery.read(mht(PAGE.encode(codec), charset, encoding, before), "报告.doc")
    assert document.format == "mht"
    assert [block.text for block in document.blocks] == ["一、部门概况", ""]
    assert [cell.text for cell in document.blocks[1].cells] == ["甲", "12.5", "乙", "0"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (mht(PAGE.encode()), True),
        (b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>x", True),
        (b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx", False),
        ("说明\nMIME-Version: 1.0\nContent-Type: text/html\n".encode(), False),
        (b"", False),
        (PAGE.encode(), False),
    ],
)
def test_recognise(data: bytes, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert recognise(data, "a.mht") is expected


def test_a_page_called_doc_is_read_as_a_page() -> None:
    word = '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">'
    assert discovery.read((word + PAGE).encode(), "报告.doc").format == "html"


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name)
def test_the_findings_are_those_of_the_page(path: Path) -> None:
    page = write_page(read_text(path.read_text(encoding="utf-8"), "report.txt"))
    found = [
        [
            (finding.code, finding.stated, finding.computed, finding.quote)
            for finding in check_bytes(*file).findings
        ]
        for file in ((page, "报告.html"), (mht(page), "报告.mht"))
    ]
    assert found[0] == found[1] != []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\nplain\n--x--\n",
            "no_page",
        ),
        (mht(PAGE.encode())[:120], "no_page"),
        (b"MIME-Version: 1.0\n" + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 60, "too_deep"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "报告.mht")
    assert caught.value.code == code
    assert caught.value.message_en


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    with pytest.raises(ReadError) as caught:
        read(mht(PAGE.encode()), "报告.mht")
    assert caught.value.code == "too_large"


@given(st.integers(0, 2000), st.binary(max_size=20))
def test_damaged_files_are_read_or_refused(place: int, bytes_there: bytes) -> None:
    data = mht(PAGE.encode())
    try:
        document = read(data[:place] + bytes_there + data[place + len(bytes_there) :], "报告.mht")
    except ReadError:
        return
    assert isinstance(document, Document)
