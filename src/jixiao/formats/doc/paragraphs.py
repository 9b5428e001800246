"""The properties of a paragraph: its style, list, outline level, and its place in tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.formats.doc.binary import Bytes
from jixiao.formats.doc.pages import Pages
from jixiao.formats.doc.rows import RowRules
from jixiao.formats.doc.sprms import number, sprms

if TYPE_CHECKING:
    from collections.abc import Callable

    from jixiao.formats.doc.fib import Fib
    from jixiao.formats.doc.pieces import Pieces
    from jixiao.formats.flat.paragraph import CellRule

_STYLE, _LEVEL, _LIST, _OUTLINE = 0x4600, 0x260A, 0x460B, 0x2640
_IN_TABLE, _ROW_END, _DEPTH, _DEEPER = 0x2416, 0x2417, 0x6649, 0x664A
_INNER_CELL, _INNER_ROW = 0x244B, 0x244C
_ELSEWHERE: Final = (0x6645, 0x6646, 0x646B)
"""More operations stand in the stream Data, at the offset told."""
_ROW_KIND: Final = 5
_LISTS: Final = range(1, 0x7FF)


@dataclass(frozen=True, slots=True)
class Properties:
    """What is said of a paragraph; None where nothing is. ``rules`` are those of the row that it ends."""

    style: int = 0
    list_number: int | None = None
    """0: in no list."""
    level: int | None = None
    outline: int | None = None
    depth: int = 0
    ends_row: bool = False
    ends_cell: bool = False
    """The end of a cell in a nested table, where the sign of an outer cell's end is not used."""
    rules: tuple[CellRule, ...] = field(default=())


class ParagraphTable:
    """The properties of the paragraphs by the position of their last character."""

    def __init__(self, fib: Fib, pieces: Pieces) -> None:
        self._fib = fib
        self._pieces = pieces
        self._pages = Pages(fib, "paragraphs")
        self._known: dict[tuple[int, bytes], Properties] = {}
        self._data: Bytes | None = None
        self.incomplete = False
        """Whether the stream with more operations could not be read."""

    def at(self, position: int) -> Properties:
        """The properties of the paragraph that ends with this character.

        Raises:
            ReadError: ``damaged_document``.
        """
        piece = self._pieces.piece(position)
        place = self._pages.at(self._pieces.offset(position))
        key = place, piece.changes
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._read(place, piece.changes)
        return found

    def _read(self, place: int, changes: bytes) -> Properties:
        main = self._fib.main
        group, style = b"", 0
        if place:
            size = main.u8(place)
            # a size of 0 means that the next byte tells it
            start, size = (place + 1, 2 * size - 1) if size else (place + 2, 2 * main.u8(place + 1))
            group = main.cut(start, size)
            style, group = number(group[:2]), group[2:]
        collected = Collected(self._elsewhere)
        collected.style = style
        collected.apply(group)
        collected.apply(changes)
        return collected.properties()

    def _elsewhere(self, offset: int) -> bytes:
        if self._data is None:
            try:
                self._data = Bytes(self._fib.data_stream(), "表格的属性", "table properties")
            except ReadError:
                self._data = Bytes(b"", "表格的属性", "table properties")
        try:
            return self._data.cut(offset + 2, self._data.u16(offset))
        except ReadError:
            self.incomplete = True
            return b""


class Collected:
    """Properties while operations are applied."""

    def __init__(self, elsewhere: Callable[[int], bytes] | None = None) -> None:
        self.style = 0
        self._elsewhere = elsewhere
        self._said: dict[int, int] = {}
        self._depth: int | None = None
        self._row = RowRules()

    def apply(self, group: bytes) -> None:
        """Apply a group of operations."""
        for operation, operand in sprms(group):
            if operation in _ELSEWHERE:
                if self._elsewhere is not None:
                    for more, its in sprms(self._elsewhere(number(operand))):
                        self._one(more, its)
            else:
                self._one(operation, operand)

    def _one(self, operation: int, operand: bytes) -> None:
        if operation == _STYLE:
            self.style = number(operand)
        elif operation == _DEPTH:
            self._depth = number(operand, signed=True)
        elif operation == _DEEPER:
            self._depth = (self._depth or 0) + number(operand, signed=True)
        elif operation >> 10 & 7 == _ROW_KIND:
            self._row.apply(operation, operand)
        else:
            self._said[operation] = number(operand)

    def properties(self) -> Properties:
        """What came of it."""
        said = self._said
        depth = self._depth if self._depth is not None and self._depth > 0 else int(bool(said.get(_IN_TABLE)))
        ends_row = bool(said.get(_INNER_ROW if depth > 1 else _ROW_END))
        listed = said.get(_LIST)
        return Properties(
            style=self.style,
            list_number=None if listed is None else listed if listed in _LISTS else 0,
            level=said.get(_LEVEL),
            outline=said.get(_OUTLINE),
            depth=depth,
            ends_row=ends_row,
            ends_cell=depth > 1 and bool(said.get(_INNER_CELL)),
            rules=tuple(self._row.rules()) if ends_row else (),
        )
