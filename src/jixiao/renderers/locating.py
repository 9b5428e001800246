"""From a place back to the words that stand there."""

from dataclasses import dataclass, replace

from jixiao.core.document import Block, Cell, Document
from jixiao.core.place import Place


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch ``text[start:end]`` of a block, or of one of its cells."""

    block: Block
    cell: Cell | None
    text: str
    start: int
    end: int


def locate(document: Document | None, place: Place, quote: str = "") -> Spot | None:
    """The words at a place; None where the document has no such place.

    Places in text files count within a line and end with it; where ``quote`` begins there and goes on in
    the next line, the stretch is as long as the quote.
    """
    if document is None or not 0 <= place.block < len(document.blocks):
        return None
    block = document.blocks[place.block]
    cell = None
    if place.row is not None and place.column is not None:
        cell = next((c for c in block.cells if (c.row, c.column) == (place.row, place.column)), None)
        if cell is None:
            return None
    text = block.text if cell is None else cell.text
    shift = _shift(block, cell, place)
    start = min(max(place.start + shift, 0), len(text))
    end = min(max(place.end + shift, start), len(text))
    if quote and text.startswith(quote, start):
        end = max(end, start + len(quote))
    return Spot(block, cell, text, start, end)


def locate_read(document: Document | None, place: Place, quote: str = "") -> Spot | None:
    """As `locate`; at the label of a chart, or in the sheet behind it, with the words that are read there."""
    spot = locate(document, place, quote)
    if spot is None or place.part not in ("drawing", "workbook"):
        return spot
    at = (place.row, place.column)
    twin = next((one for one in spot.block.twins if (one.row, one.column) == at and one.text == quote), None)
    if twin is None:
        return spot
    if spot.cell is None:
        return Spot(replace(spot.block, text=twin.text), None, twin.text, 0, len(twin.text))
    cell = replace(spot.cell, text=twin.text)
    cells = tuple(cell if one is spot.cell else one for one in spot.block.cells)
    return Spot(replace(spot.block, cells=cells), cell, twin.text, 0, len(twin.text))


def _shift(block: Block, cell: Cell | None, place: Place) -> int:
    """What turns a column of the line into an offset of the text."""
    segments = block.segments if cell is None else cell.segments
    here = [s for s in segments if s.line == place.line]
    if place.line is None or not here:
        return 0
    segment = next((s for s in reversed(here) if s.column <= place.start), here[0])
    return segment.offset - segment.column
