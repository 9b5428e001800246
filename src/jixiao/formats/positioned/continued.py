"""Tables that go on over pages: repeated header rows, rows and merged cells that the page break parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jixiao.formats.positioned.grids import NEAR
from jixiao.formats.positioned.tables import apart, breaks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.formats.positioned.tables import Slot, Table

_HEADER_ROWS: Final = 5
"""At most so many rows are repeated on each page."""
_FIGURE: Final = re.compile(r"[-+≥≤=<>]?\s*[\d.,]+\s*[%％]?")


def continues(table: Table, following: Table) -> bool:
    """Whether a table at the head of a page goes on with the one at the foot of the page before."""
    if following.page != table.page + 1 and following.page != table.page:
        return False
    if abs(table.left - following.left) > NEAR or abs(table.right - following.right) > NEAR:
        return False
    ours = apart(edge for slot in table.slots for edge in (slot.left, slot.right))
    theirs = apart(edge for slot in following.slots for edge in (slot.left, slot.right))
    fewer, more = sorted((ours, theirs), key=len)
    return all(any(abs(edge - other) <= NEAR for other in more) for edge in fewer)


def extend(table: Table, following: Table) -> None:
    """Put the rows of a table's next page at its end, without the header rows that are repeated there."""
    first = _repeated(table, following)
    rest = [slot for slot in following.slots if slot.row >= first]
    head = {id(slot): _above(table, slot) for slot in rest if slot.row == first}
    parted = _is_rest(table, following, [(head[id(slot)], slot) for slot in rest if id(slot) in head])
    shift = table.rows - first - parted
    kept = []
    for slot in rest:
        above = head.get(id(slot))
        merged = above is not None and not slot.lines and (above.row_span > 1 or slot.row_span > 1)
        if above is not None and (parted or merged):
            above.lines.extend(slot.lines)
            above.breaks = breaks(above)
            above.row_span = slot.row + slot.row_span + shift - above.row
        else:
            slot.row += shift
            kept.append(slot)
    table.slots.extend(kept)
    table.rows = following.rows + shift
    table.page, table.top, table.bottom = following.page, following.top, following.bottom


def _repeated(table: Table, following: Table) -> int:
    """How many rows at the head of the page are those at the head of the table."""
    for count in range(min(_HEADER_ROWS, following.rows - 1, table.rows), 0, -1):
        ours = [(slot.row, slot.text) for slot in table.slots if slot.row < count]
        theirs = [(slot.row, slot.text) for slot in following.slots if slot.row < count]
        whole = all(slot.row + slot.row_span <= count for slot in following.slots if slot.row < count)
        if whole and ours == theirs and any(text for _, text in ours):
            return count
    return 0


def _above(table: Table, slot: Slot) -> Slot | None:
    """The cell at the foot of the table that stands over a cell of the next page."""
    for above in table.slots:
        same = abs(above.left - slot.left) <= NEAR and abs(above.right - slot.right) <= NEAR
        if same and above.row + above.row_span == table.rows:
            return above
    return None


def _is_rest(table: Table, following: Table, pairs: Sequence[tuple[Slot | None, Slot]]) -> bool:
    """Whether the first row of a page (each cell behind the one above it) is the rest of a row.

    Then the other cells are empty, and a full line at the very foot of the page before goes on at its head.
    """
    goes_on = begun = False
    for above, slot in pairs:
        if above is None or slot.row_span > 1:
            return False
        if not slot.lines:
            begun = begun or bool(above.lines)
            continue
        if not above.lines or breaks(above, slot.lines[0])[-1]:
            return False
        if _FIGURE.fullmatch(slot.text) and _FIGURE.fullmatch(above.text):
            return False
        last, first = above.lines[-1], slot.lines[0]
        goes_on = goes_on or (
            table.bottom - last.bottom < last.size and first.top - following.top < first.size
        )
    return goes_on and begun
