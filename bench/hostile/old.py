"""Old binary documents, PDF, OFD and RTF: broken containers, lies about lengths, cycles, passwords."""

import struct
import zlib
from collections.abc import Callable
from functools import partial

from bench.hostile.archives import archive

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512
_LOCKED = struct.pack("<HHHHHHIIHHH", 0x809, 16, 0x600, 5, 0, 0, 0, 0, 0x2F, 54, 1) + bytes(52)
"""The beginning of a workbook with a password."""


def compound(name: str, data: bytes, chain: tuple[int, ...] = ()) -> bytes:
    """A compound file with one stream; ``chain`` replaces the chain of its sectors."""
    data = data.ljust(4096, b"\x00")
    sectors = -(-len(data) // _SECTOR)
    table = [_FAT, _END, *range(3, sectors + 2), _END]
    for place, value in enumerate(chain):
        table[2 + place] = value
    table += [_FREE] * (_SECTOR // 4 - len(table))
    header = (
        bytes.fromhex("d0cf11e0a1b11ae1")
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
        + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
        + struct.pack("<I", 0)
        + struct.pack("<I", _FREE) * 108
    )
    return (
        header
        + struct.pack(f"<{_SECTOR // 4}I", *table)
        + _entry("Root Entry", 5, _END, 0, 1)
        + _entry(name, 2, 2, len(data), _FREE)
        + _entry("", 0, 0, 0, _FREE) * 2
        + data.ljust(sectors * _SECTOR, b"\x00")
    )


def _entry(name: str, kind: int, first: int, size: int, child: int) -> bytes:
    encoded = name.encode("utf-16-le")
    length = len(encoded) + 2 if name else 0
    return (
        encoded.ljust(64, b"\x00")
        + struct.pack("<HBBIII", length, kind, 1, _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<IQ", first, size)
    )


def pdf(objects: list[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1."""
    body = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return body + table + b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(body))


def _pdf_of_cycle() -> bytes:
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"])


def _pdf_with_password() -> bytes:
    secret = b"<%s>" % (b"ab" * 32)
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
            b"<</Filter/Standard/V 2/R 3/Length 128/P -4/O %s/U %s>>" % (secret, secret),
        ],
        b"/Root 1 0 R /Encrypt 4 0 R /ID[<00><00>]",
    )


def _pdf_bomb() -> bytes:
    packed = zlib.compress(zlib.compress(b" " * (512 * 2**20), 9), 9)
    stream = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(packed), packed)
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            stream,
        ]
    )


def files() -> dict[str, Callable[[], bytes]]:
    """By file name."""
    ofd = (
        b'<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>%s</ofd:DocRoot>'
        b"</ofd:DocBody></ofd:OFD>"
    )
    fib = struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0x804, 0, 0x0200) + bytes(880)
    locked = struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0x804, 0, 0x0300) + bytes(880)
    return {
        "加密.docx": partial(compound, "EncryptedPackage", b"\x01" * 5000),
        "扇区成环.doc": partial(compound, "WordDocument", fib, (2, 2, 2)),
        "加密.doc": partial(compound, "WordDocument", locked),
        "半截.doc": lambda: compound("WordDocument", fib)[:700],
        "加密.xls": partial(compound, "Workbook", _LOCKED),
        "谎报长度.xls": partial(compound, "Workbook", struct.pack("<HHHH", 0x809, 0xFFFF, 0x600, 5)),
        "页树成环.pdf": _pdf_of_cycle,
        "加密.pdf": _pdf_with_password,
        "截断.pdf": lambda: _pdf_of_cycle()[:40],
        "页面炸弹.pdf": _pdf_bomb,
        "穿越.ofd": partial(archive, [("OFD.xml", ofd % b"../../../etc/passwd")]),
        "实体.ofd": partial(archive, [("OFD.xml", b'<!DOCTYPE a [<!ENTITY b "c">]>' + ofd % b"&b;")]),
        "无文档.ofd": partial(archive, [("OFD.xml", ofd % b"Doc_0/Document.xml")]),
        "百万括号.rtf": lambda: rb"{\rtf1" + b"{" * 1_000_000,
    }
