"""Files made to do harm, small on the disk and made here; nothing of them runs."""

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import cache

from jixiao.formats.discovery import writer
from jixiao.formats.txt.read import read_text

PROGRAM = b"MZ\x90\x00\x03" + bytes(range(256)) * 4
PAGE = b"<!DOCTYPE html><html><body><script>alert(document.cookie)</script></body></html>"
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
_WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'
_MACRO_SHEET = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
ZEROS = 300 * 2**20


def packed(parts: dict[str, bytes | int]) -> bytes:
    """An archive of the parts; a number is so many zeros."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            with archive.open(name, "w") as part:
                for piece in _pieces(content):
                    part.write(piece)
    return file.getvalue()


def _pieces(content: bytes | int) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    zeros = bytes(2**20)
    for _ in range(content // len(zeros)):
        yield zeros


def honest(kind: str) -> bytes:
    """A file of that kind as an office program writes it."""
    format_ = writer(kind)
    assert format_ is not None
    data: bytes = format_.write(read_text("一、概况\n2023年支出80.00万元。\n", "a.txt"))
    return data


def with_parts(kind: str, **more: bytes) -> bytes:
    """The same with more parts, named with / for __ and . for DOT."""
    file = io.BytesIO(honest(kind))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in more.items():
            archive.writestr(name.replace("__", "/").replace("DOT", "."), content)
    return file.getvalue()


def _types(kind: bytes) -> bytes:
    return b'<?xml version="1.0"?><Types><Override PartName="/x" ContentType="' + kind + b'"/></Types>'


@cache
def bomb() -> bytes:
    """Small, and 600 MB when it is unpacked: packing so much takes seconds, and every field is sent the same."""
    return packed(
        {"[Content_Types].xml": _types(_WORD), "word/document.xml": ZEROS, "xl/workbook.xml": ZEROS}
    )


@cache
def bomb_of_text() -> bytes:
    """An archive of one file of 300 MB."""
    return packed({"a.txt": ZEROS})


HOSTILE: dict[str, Callable[[str], bytes]] = {
    "a program": lambda _: PROGRAM,
    "a page": lambda _: PAGE,
    "a picture with a script": lambda _: PICTURE,
    "a bomb": lambda _: bomb(),
    "a macro": lambda kind: with_parts(kind, **{
        f"{'xl' if kind == 'xlsx' else 'word'}__vbaProjectDOTbin": PROGRAM,
    }),
    "a macro by its kind": lambda _: packed({
        "[Content_Types].xml": _types(_MACRO_SHEET), "word/document.xml": b"<x/>", "xl/workbook.xml": b"<x/>",
    }),
    "a way out": lambda _: packed({
        "[Content_Types].xml": _types(_WORD), "word/document.xml": b"<x/>", "xl/workbook.xml": b"<x/>",
        "../../evil.txt": b"x",
    }),
    "an entity": lambda _: packed({
        "[Content_Types].xml": _types(_WORD), "word/document.xml": _ENTITY, "xl/workbook.xml": _ENTITY,
    }),
    "half a file": lambda kind: honest(kind)[:700],
}  # fmt: skip
"""What it is made to look like → its bytes; each is sent under an honest name."""

NAMES = (
    "../../../../tmp/evil.docx",
    "..\\..\\windows\\evil.docx",
    "C:\\evil.docx",
    "a\u202ecod.exe.docx",
    "a\r\nSet-Cookie: x=1.docx",
    'a"; filename="evil.exe.docx',
    "<script>alert(1)</script>.docx",
    "a\x00.exe.docx",
    "名" * 300 + ".docx",
)
