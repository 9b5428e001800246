"""Word files of the years before 2007 for tests, built byte by byte from the parts that matter."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.formats.doc.compound import compound

from jixiao.formats.doc.read import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.core.document import Block, Document

TEXT_STARTS = 2048
PAGE = 512
STORIES = ("body", "footnotes", "headers", "macros", "comments", "endnotes", "textboxes", "header_boxes")
IN_TABLE, ROW_END = b"\x16\x24\x01", b"\x17\x24\x01"
DELETED, HIDDEN, SPECIAL = b"\x00\x08\x01", b"\x3c\x08\x01", b"\x55\x08\x01"


@dataclass
class Part:
    """A paragraph: runs of text with their properties, the sign that ends it, its own properties."""

    runs: Sequence[tuple[str, bytes]]
    end: str = "\r"
    properties: bytes = b""
    style: int = 0
    end_properties: bytes = b""


@dataclass
class Piece:
    """Characters up to ``stop`` in one byte each or two; ``prm`` as the piece table has it."""

    stop: int
    narrow: bool = False
    prm: int = 0


@dataclass
class Word:
    """The file; ``order`` is that of the pieces on the disk, ``groups`` are what their prm may name."""

    parts: Sequence[Part]
    pieces: Sequence[Piece] = ()
    order: Sequence[int] = ()
    groups: Sequence[bytes] = ()
    tables: dict[int, bytes] = field(default_factory=dict)
    lengths: dict[str, int] = field(default_factory=dict)
    """Characters of the stories behind the body."""
    flags: int = 0x0200
    version: int = 0xC1
    data: bytes | None = None

    def build(self) -> bytes:
        """The bytes of the file."""
        streams = {"WordDocument": b"", "1Table": b""}
        streams["WordDocument"], streams["1Table"] = self._streams()
        if self.data is not None:
            streams["Data"] = self.data
        return compound(streams)

    def _streams(self) -> tuple[bytes, bytes]:
        units = [unit for part in self.parts for unit in _units(part)]
        pieces = list(self.pieces) or [Piece(len(units))]
        starts = [0, *(piece.stop for piece in pieces)][:-1]
        offsets = [0] * len(pieces)
        main = bytearray(TEXT_STARTS)
        characters: list[tuple[int, bytes]] = []
        paragraphs: list[tuple[int, bytes]] = []
        for number in self.order or range(len(pieces)):
            piece = pieces[number]
            offsets[number] = len(main)
            for code, run, paragraph in units[starts[number] : piece.stop]:
                _grow(characters, len(main), run)
                _grow(paragraphs, len(main), paragraph)
                main += chr(code).encode("cp1252") if piece.narrow else struct.pack("<H", code)
        end = len(main)
        main += bytes(-len(main) % PAGE)
        tables = dict(self.tables)
        tables[12] = _listed(main, characters, end, character=True)
        tables[13] = _listed(main, paragraphs, end, character=False)
        tables[33] = self._clx(pieces, starts, offsets)
        return _head(main, tables, len(units), self)

    def _clx(self, pieces: Sequence[Piece], starts: Sequence[int], offsets: Sequence[int]) -> bytes:
        groups = b"".join(b"\x01" + struct.pack("<H", len(group)) + group for group in self.groups)
        positions = struct.pack(f"<{len(pieces) + 1}I", *starts, pieces[-1].stop)
        records = b"".join(
            struct.pack("<HIH", 0, offset * 2 | 0x40000000 if piece.narrow else offset, piece.prm)
            for piece, offset in zip(pieces, offsets, strict=True)
        )
        return groups + b"\x02" + struct.pack("<I", len(positions) + len(records)) + positions + records


def _units(part: Part) -> Iterable[tuple[int, bytes, bytes]]:
    """Each unit of UTF-16 with the properties of its run and its paragraph."""
    paragraph = struct.pack("<H", part.style) + part.properties
    for text, run in (*part.runs, (part.end, part.end_properties)):
        written = text.encode("utf-16-le")
        for (code,) in struct.iter_unpack("<H", written):
            yield code, run, paragraph


def _grow(found: list[tuple[int, bytes]], offset: int, properties: bytes) -> None:
    if not found or found[-1][1] != properties:
        found.append((offset, properties))


def _listed(main: bytearray, runs: list[tuple[int, bytes]], end: int, *, character: bool) -> bytes:
    """One page for each run, behind the text; the list of the pages."""
    bounds = [*(offset for offset, _ in runs), end]
    pages: list[int] = []
    for (first, last), (_, properties) in zip(pairwise(bounds), runs, strict=True):
        page = bytearray(PAGE)
        page[:8] = struct.pack("<2I", first, last)
        size = len(properties)
        if character:
            if properties:
                page[8] = 32
                page[64 : 65 + size] = bytes([size]) + properties
        else:
            page[8] = 32
            head = bytes([(size + 1) // 2]) if size % 2 else bytes([0, size // 2])
            page[64 : 64 + len(head) + size] = head + properties
        page[-1] = 1
        pages.append(len(main) // PAGE)
        main += page
    return struct.pack(f"<{len(bounds)}I", *bounds) + struct.pack(f"<{len(pages)}I", *pages)


def _head(main: bytearray, tables: dict[int, bytes], length: int, word: Word) -> tuple[bytes, bytes]:
    stream = bytearray(b"\0" * 8)
    struct.pack_into("<HH", main, 0, 0xA5EC, word.version)
    struct.pack_into("<H", main, 0x0A, word.flags)
    lengths = {**dict.fromkeys(STORIES, 0), **word.lengths}
    lengths["body"] = length - sum(word.lengths.values())
    struct.pack_into("<8I", main, 0x4C, *(lengths[name] for name in STORIES))
    struct.pack_into("<H", main, 0x98, 93)
    for number, table in tables.items():
        struct.pack_into("<II", main, 0x9A + 8 * number, len(stream), len(table))
        stream += table
    return bytes(main), bytes(stream)


def plain(text: str, properties: bytes = b"", end: str = "\r", style: int = 0) -> Part:
    """A paragraph of plain text."""
    return Part([(text, b"")], end, properties, style)


def cells(*texts: str, rules: bytes) -> list[Part]:
    """A row of cells and its end."""
    found = [Part([(text, b"")], "\x07", IN_TABLE) for text in texts]
    return [*found, Part([], "\x07", IN_TABLE + ROW_END + rules)]


def definition(edges: Sequence[int], flags: Sequence[int] = ()) -> bytes:
    """The operation that defines a row: edges and the flags of each cell."""
    count = len(edges) - 1
    marks = [*flags, *[0] * (count - len(flags))]
    body = bytes([count]) + struct.pack(f"<{count + 1}h", *edges)
    body += b"".join(struct.pack("<H18x", mark) for mark in marks)
    return b"\x08\xd6" + struct.pack("<H", len(body) + 1) + body


def document_of(word: Word) -> Document:
    """What is read of the file."""
    return read(word.build(), "报告.doc")


def texts_of(*parts: Part) -> list[str]:
    """The texts of the blocks of such a file."""
    return [block.text for block in document_of(Word(parts)).blocks]


def grid_of(block: Block) -> list[tuple[int, int, int, int, str]]:
    """Row, column, spans and text of each cell."""
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in block.cells]
