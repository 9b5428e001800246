"""A table as bands that pages are filled with: cells, their lines, and what of them shows on a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from jixiao.core.look import TableLook
from jixiao.formats.docx.write.columns import alignments, is_figure, widths
from jixiao.formats.docx.write.text import shifted
from jixiao.formats.ofd.write.breaking import broken, length
from jixiao.formats.ofd.write.canvas import Shade, Stroke, Thing, Type, line_things

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.document import Block, Cell

WIDEST: Final = 63
"""Columns; more leave no room for a sign."""
PADDING: Final = 70
_MARGIN: Final = 66
"""Above and below the text of a cell together."""
_LOW: Final = {False: 397, True: 340}
_TALL: Final = 1418
"""Rows with room for a seal."""
_TYPES: Final = {
    False: (Type("body", 210, 290, 105), Type("black", 210, 290, 105)),
    True: (Type("body", 180, 250, 90), Type("black", 180, 250, 90)),
}
_HEAD_COLOUR: Final = "242 242 242"


@dataclass(slots=True)
class Slot:
    """A cell on the grid, with the lines of its text."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    cell: Cell | None = None
    lines: list[tuple[int, int]] = field(default_factory=list)
    is_head: bool = False


class Grid:
    """The table of a block, ``width`` twentieths of a point wide; a row higher than ``most`` may be cut.

    ``bands`` are the heights of what is not cut; ``head_bands`` of them stand again where the table goes on.
    """

    def __init__(self, block: Block, width: int, most: int) -> None:
        cells = block.cells
        given = block.look.table if block.look is not None else None
        look = given or TableLook()
        heads = look.header_rows if given is not None else _heads(cells)
        self._types = _TYPES[look.small]
        rows = max(cell.row + cell.row_span for cell in cells)
        columns = max(cell.column + cell.column_span for cell in cells)
        found = widths(cells, columns, look.widths, width, self._types[0].half)
        self._edges = list(accumulate(found, initial=0))
        self._aligned = alignments(cells, heads)
        self._slots = _slots(cells, rows, columns)
        for slot in self._slots:
            self._fill(slot, heads)
        heights = self._heights(rows, look)
        self.bands, firsts = _bands(heights, most)
        self._tops = list(accumulate(self.bands, initial=0))
        self._first = firsts
        """The first band of each row, and the number of all."""
        head_bands = firsts[min(heads, rows)]
        self.head_bands = head_bands if self._tops[head_bands] <= most and heads < rows else 0

    def drawn(self, first: int, last: int, taken: dict[int, int]) -> list[Thing]:
        """The bands from ``first`` to ``last`` (not included), relative to the upper left of the first.

        ``taken`` knows how many lines of which slot stand on earlier pages, and is brought up to date.
        """
        shades: list[Thing] = []
        words: list[Thing] = []
        level: set[tuple[int, int]] = set()
        upright: set[tuple[int, int, int]] = set()
        base = self._tops[first]
        for number, slot in enumerate(self._slots):
            begin, end = self._first[slot.row], self._first[slot.row + slot.rows]
            if begin >= last or end <= first:
                continue
            top = self._tops[max(begin, first)] - base
            bottom = self._tops[min(end, last)] - base
            left, right = slot.column, slot.column + slot.columns
            for column in range(left, right):
                level |= {(top, column), (bottom, column)}
            upright |= {(left, top, bottom), (right, top, bottom)}
            if slot.is_head:
                edges = self._edges
                shades.append(Shade(edges[left], top, edges[right], bottom, _HEAD_COLOUR))
            words += self._text(number, top, bottom, taken, is_last=end <= last)
        return shades + self._strokes(level, upright) + words

    def _strokes(self, level: set[tuple[int, int]], upright: set[tuple[int, int, int]]) -> list[Thing]:
        """The sides of cells, those that meet end to end as one line."""
        found: list[Thing] = []
        runs: list[tuple[int, int, int]] = []
        for top, column in sorted(level):
            if runs and runs[-1][0] == top and runs[-1][2] == column:
                runs[-1] = (top, runs[-1][1], column + 1)
            else:
                runs.append((top, column, column + 1))
        found += [Stroke(self._edges[left], top, self._edges[right], top) for top, left, right in runs]
        sides: list[tuple[int, int, int]] = []
        for column, top, bottom in sorted(upright):
            if sides and sides[-1][0] == column and sides[-1][2] >= top:
                sides[-1] = (column, sides[-1][1], max(bottom, sides[-1][2]))
            else:
                sides.append((column, top, bottom))
        found += [Stroke(self._edges[column], top, self._edges[column], end) for column, top, end in sides]
        return found

    def _text(
        self, number: int, top: int, bottom: int, taken: dict[int, int], *, is_last: bool
    ) -> list[Thing]:
        """The lines of a cell that stand between ``top`` and ``bottom``, in the middle where they are all."""
        slot = self._slots[number]
        cell = slot.cell
        done = taken.get(number, 0)
        if cell is None or done >= len(slot.lines):
            return []
        kind = self._types[slot.is_head]
        room = max((bottom - top - _MARGIN // 2) // kind.pitch, 0)
        count = len(slot.lines) - done
        count = count if is_last else min(count, room)
        taken[number] = done + count
        at = top + max(bottom - top - count * kind.pitch, 0) // 2
        left, right = self._edges[slot.column] + PADDING, self._edges[slot.column + slot.columns] - PADDING
        align = self._aligned[cell.row, cell.column]
        found: list[Thing] = []
        for start, end in slot.lines[done : done + count]:
            text = cell.text[start:end]
            spare = max(right - left - length(text.rstrip()) * kind.half, 0)
            shift = {"left": 0, "center": spare // 2}.get(align, spare)
            things, _ = line_things(text, shifted(cell.marks, start, end), kind, left + shift)
            found += [thing.moved(0, at) for thing in things]
            at += kind.pitch
        return found

    def _fill(self, slot: Slot, heads: int) -> None:
        if slot.cell is None:
            return
        slot.is_head = slot.row < heads or (slot.cell.look is not None and slot.cell.look.head)
        width = self._edges[slot.column + slot.columns] - self._edges[slot.column]
        if slot.cell.text:
            room = (width - 2 * PADDING) // self._types[0].half
            slot.lines = broken(slot.cell.text, room, hanging=False)

    def _heights(self, rows: int, look: TableLook) -> list[int]:
        found = [_TALL if row in look.tall_rows else _LOW[look.small] for row in range(rows)]
        for slot in sorted(self._slots, key=lambda slot: slot.rows):
            span = slice(slot.row, slot.row + slot.rows)
            needed = len(slot.lines) * self._types[0].pitch + _MARGIN
            missing = needed - sum(found[span])
            if missing > 0:
                share, rest = divmod(missing, slot.rows)
                found[span] = [height + share for height in found[span]]
                found[slot.row + slot.rows - 1] += rest
        return found


def _bands(heights: Sequence[int], most: int) -> tuple[list[int], list[int]]:
    """The heights of the bands, and the first band of each row."""
    bands: list[int] = []
    firsts = [0]
    for height in heights:
        count = 1 if height <= most else -(-height // 290)
        part = height // count
        bands += [part] * (count - 1) + [height - part * (count - 1)]
        firsts.append(len(bands))
    return bands, firsts


def _heads(cells: Sequence[Cell]) -> int:
    """The rows of headings in a table of which nothing is said: the first, where it holds no figure."""
    first = [cell for cell in cells if cell.row == 0]
    is_head = all(cell.row_span == 1 and not is_figure(cell.text) for cell in first)
    return int(is_head and len(cells) > len(first) > 1)


def _slots(cells: Sequence[Cell], rows: int, columns: int) -> list[Slot]:
    """The cells, one that would cover the place of another without its span, and empty places."""
    owner: dict[tuple[int, int], Slot] = {}
    found: list[Slot] = []
    for cell in cells:
        if (cell.row, cell.column) not in owner:
            slot = Slot(cell.row, cell.column, cell=cell)
            owner[cell.row, cell.column] = slot
            found.append(slot)
    for slot in found:
        merged = slot.cell
        if merged is None or merged.row_span == merged.column_span == 1:
            continue
        covered = [
            (row, column)
            for row in range(merged.row, merged.row + merged.row_span)
            for column in range(merged.column, merged.column + merged.column_span)
        ]
        if all(owner.get(place, slot) is slot for place in covered):
            slot.rows, slot.columns = merged.row_span, merged.column_span
            owner.update(dict.fromkeys(covered, slot))
    found += [
        Slot(row, column) for row in range(rows) for column in range(columns) if (row, column) not in owner
    ]
    return found
