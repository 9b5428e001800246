"""Archives that are damaged, hostile or encrypted are refused with one clear error."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from jixiao.core.errors import ReadError
from jixiao.formats import archive as module
from jixiao.formats.archive import open_archive, parse_xml


def pack(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return stream.getvalue()


def code_of(action: Callable[[], object]) -> str:
    with pytest.raises(ReadError) as caught:
        action()
    assert caught.value.message.endswith("。")
    assert caught.value.message_en.endswith(".")
    return caught.value.code


def test_reads_what_is_there() -> None:
    archive = open_archive(pack(("a/b.xml", b"<a/>"), ("c.txt", "文".encode())))
    assert archive.names() == ["a/b.xml", "c.txt"]
    assert "c.txt" in archive
    assert archive.read("c.txt").decode("utf-8") == "文"


def test_missing_part() -> None:
    assert code_of(lambda: open_archive(pack(("a", b""))).read("b")) == "missing_part"


def test_something_else_under_the_name_of_a_zip() -> None:
    assert code_of(lambda: open_archive(b"%PDF-1.7")) == "not_a_zip"
    assert code_of(lambda: open_archive(b"")) == "not_a_zip"


@pytest.mark.parametrize("keep", [4, 30, 60, 100])
def test_truncated(keep: int) -> None:
    data = pack(("a", b"x" * 5000), ("b", b"y"))
    assert code_of(lambda: open_archive(data[:keep])) == "damaged_archive"


def test_flipped_bits_inside_a_part() -> None:
    data = bytearray(pack(("a", bytes(range(256)) * 40)))
    data[60:80] = b"\xff" * 20
    assert code_of(lambda: open_archive(bytes(data)).read("a")) == "damaged_archive"


def test_bomb_by_ratio() -> None:
    bomb = pack(("a", b"0" * 20_000_000))
    assert code_of(lambda: open_archive(bomb).read("a")) == "suspicious_compression"


def test_small_parts_may_compress_well() -> None:
    assert len(open_archive(pack(("a", b"0" * 2_000_000))).read("a")) == 2_000_000


def test_one_part_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ENTRY_BYTES", 100_000)
    assert code_of(lambda: open_archive(pack(("a", b"0" * 200_000))).read("a")) == "part_too_large"


def test_all_parts_together_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_TOTAL_BYTES", 100_000)
    archive = open_archive(pack(("a", b"0" * 60_000), ("b", b"0" * 60_000)))
    archive.read("a")
    assert code_of(lambda: archive.read("b")) == "archive_too_large"


def test_lying_header_is_not_believed() -> None:
    data = bytearray(pack(("a", b"0" * 20_000_000)))
    central = data.rfind(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 10)
    assert code_of(lambda: open_archive(bytes(data)).read("a")) == "damaged_archive"


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ENTRIES", 3)
    assert code_of(lambda: open_archive(pack(*((str(i), b"") for i in range(4))))) == "too_many_parts"


def test_encrypted_entry() -> None:
    data = bytearray(pack(("a", b"x")))
    central = data.rfind(b"PK\x01\x02")
    data[central + 8] |= 1
    assert code_of(lambda: open_archive(bytes(data))) == "encrypted"


def test_compound_files_are_named() -> None:
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    assert code_of(lambda: open_archive(ole)) == "legacy_format"
    assert code_of(lambda: open_archive(ole + "EncryptedPackage".encode("utf-16-le"))) == "encrypted"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_duplicated_names() -> None:
    assert code_of(lambda: open_archive(pack(("a", b"1"), ("A", b"2")))) == "duplicate_part"


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/etc/x", "C:/x", "..\\a"])
def test_path_traversal(name: str) -> None:
    assert code_of(lambda: open_archive(pack((name, b"")))) == "unsafe_name"


def test_nested_archive_is_listed_but_not_read() -> None:
    archive = open_archive(pack(("a.xlsx", pack(("b", b""))), ("c", b"x")))
    assert archive.names() == ["a.xlsx", "c"]
    assert archive.read("c") == b"x"
    assert code_of(lambda: archive.read("a.xlsx")) == "nested_archive"


def test_unusual_compression() -> None:
    assert (
        code_of(lambda: open_archive(pack(("a", b"x"), method=zipfile.ZIP_LZMA))) == "unsupported_compression"
    )


def test_xml() -> None:
    assert parse_xml("<?xml version='1.0'?><!-- <a --><甲>乙</甲>".encode()).text == "乙"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("before", ["", "<!-- <hidden -->"])
def test_doctype_is_refused(encoding: str, before: str) -> None:
    text = f'{before}<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
    assert code_of(lambda: parse_xml(text.encode(encoding))) == "doctype"


@pytest.mark.parametrize("data", [b"", b"<a>", b"\x00\x01", b"<a>" * 100_000, b"<a b='&x;'/>"])
def test_broken_xml(data: bytes) -> None:
    assert code_of(lambda: parse_xml(data)) == "bad_xml"


def test_entity_expansion() -> None:
    lines = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    text = f'<!-- <x --><!DOCTYPE a [<!ENTITY l0 "ha">{lines}]><a b="&l11;">&l11;</a>'
    assert code_of(lambda: parse_xml(text.encode())) in {"doctype", "bad_xml"}
