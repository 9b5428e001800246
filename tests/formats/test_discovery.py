"""Formats are found by their folders, and files are recognised by content, not by extension."""

import subprocess
import sys

import pytest
from tests.formats.test_archive import pack

from jixiao.core.errors import ReadError
from jixiao.formats import discovery

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def error_of(data: bytes, name: str = "x.txt") -> ReadError:
    with pytest.raises(ReadError) as caught:
        discovery.read(data, name)
    return caught.value


def test_formats_are_found_and_text_comes_last() -> None:
    names = list(discovery.formats())
    assert {"html", "txt", "xlsx"} <= set(names)
    assert names[-1] == "txt"


def test_extensions() -> None:
    known = discovery.extensions()
    assert {".txt", ".xlsx", ".html", ".htm"} <= set(known)
    assert list(known) == sorted(known)
    assert all(ending.startswith(".") and ending == ending.lower() for ending in known)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("一、部门概况".encode(), "txt"),
        ("一、部门概况".encode("gb18030"), "txt"),
        (b"<!DOCTYPE html><p>x", "html"),
        (b"%PDF-1.7 text only", "pdf"),
        (b"\x89PNG text only", None),
        (OLE + b"x" * 5000, None),
        (b"\x00\x01\x02\x03" * 100, None),
    ],
)
def test_detect_by_content_whatever_the_name(data: bytes, kind: str | None) -> None:
    assert discovery.detect(data, "x.bin") == kind


def test_reads_text() -> None:
    document = discovery.read("一、部门概况\n".encode(), "a.docx")
    assert (document.format, document.blocks[0].text) == ("txt", "一、部门概况")


def test_empty() -> None:
    assert error_of(b"").code == "empty"


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "MAX_FILE_BYTES", 10)
    error = error_of(b"x" * 11)
    assert error.code == "too_large"
    assert "MB" in error.message


def test_unknown_format_names_what_it_looks_like_and_where_the_known_ones_are_listed() -> None:
    error = error_of(b"Rar!\x1a\x07\x00")
    assert error.code == "unknown_format"
    assert "RAR" in error.message
    assert "xlsx" in error.message
    assert "jixiao formats" in error.message
    assert "jixiao formats" in error.message_en


def test_other_containers_are_named() -> None:
    assert "OFD" in error_of(pack(("OFD.xml", b"<x/>"))).message
    assert "压缩包" in error_of(pack(("a.txt", b"x"))).message
    assert error_of(OLE + bytes(100)).code == "legacy_format"
    assert error_of(OLE + "EncryptedPackage".encode("utf-16-le")).code == "encrypted"
    assert error_of(pack(("xl/workbook.xml", b"<x/>" * 100))[:60]).code == "damaged_archive"


def test_verbs_are_optional() -> None:
    assert discovery.annotator("txt") is None
    assert discovery.annotator("no_such_format") is None
    assert discovery.annotator("../core") is None
    assert hasattr(discovery.annotator("xlsx"), "annotate")
    assert hasattr(discovery.writer("html"), "write")


def test_a_defect_of_a_reader_is_an_error_of_that_file_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_data: bytes, _name: str) -> None:
        raise RecursionError

    monkeypatch.setattr("jixiao.formats.txt.read.read", fail)
    error = error_of(b"text")
    assert error.code == "reader_failed"
    assert "RecursionError" in error.message


def test_recognising_loads_no_heavy_library() -> None:
    code = (
        "import sys; from jixiao.formats import discovery; discovery.detect(b'x', 'x.txt'); "
        "print([m for m in ('lxml', 'openpyxl', 'selectolax', 'python_calamine', 'docx') if m in "
        "sys.modules])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert shown.stdout.strip() == "[]"


@pytest.mark.parametrize("kind", sorted(discovery.formats()))
def test_every_format_tells_what_it_reads(kind: str) -> None:
    module = discovery.formats()[kind]
    assert all(module.TITLE)
    assert all(module.READS)
    assert module.EXTENSIONS
    assert {"read", "unpack"} & discovery.abilities(kind)
