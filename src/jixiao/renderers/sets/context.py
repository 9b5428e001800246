"""What stands around a figure in its own file: the headings above it, its sentence, or its row of a table."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from jixiao.core.document import Block, Cell, Document
from jixiao.core.place import Place
from jixiao.renderers.locating import Spot, locate

_NUMBER = re.compile(r"[-+−]?[\d,，]+(?:\.\d+[%％]?|[%％])")
_AROUND = 150
"""Characters of a long paragraph before and after the figure."""
_HEAD_ROWS = 2
_COLUMNS = 7
"""Columns of a table that fit beside those of another file."""


def context(document: Document | None, place: Place, quote: str, kind: str) -> str:
    """The figure in its surroundings as HTML; the words alone where the file has no such place.

    ``kind`` is the class of the mark around the figure.
    """
    spot = locate(document, place, quote)
    if document is None or spot is None:
        return f'<p class="words"><mark class="{kind}">{escape(quote)}</mark></p>'
    trail = "".join(f"<li>{escape(one)}</li>" for one in _headings(document, spot.block))
    above = f'<ol class="trail" aria-label="所在各节">{trail}</ol>' if trail else ""
    return above + (_table(spot, kind) if spot.cell is not None else _sentence(spot, kind))


def _headings(document: Document, block: Block) -> list[str]:
    """The headings above a block, in a workbook those of its sheet, the widest first."""
    found: list[Block] = []
    for one in reversed(document.blocks[: block.index]):
        wider = one.kind == "heading" and (not found or one.level < found[-1].level)
        if wider and one.text.strip() and one.sheet == block.sheet:
            found.append(one)
    return [" ".join(one.text.split()) for one in reversed(found)]


def _sentence(spot: Spot, kind: str) -> str:
    text = spot.text
    first, last = max(spot.start - _AROUND, 0), min(spot.end + _AROUND, len(text))
    before = ("…" if first else "") + escape(text[first : spot.start].lstrip())
    after = escape(text[spot.end : last].rstrip()) + ("…" if last < len(text) else "")
    return f'<p class="words">{before}{_marked(spot, kind)}{after}</p>'


def _marked(spot: Spot, kind: str) -> str:
    return f'<mark class="{kind}">{escape(spot.text[spot.start : spot.end])}</mark>'


def _table(spot: Spot, kind: str) -> str:
    """The head of the table, the row of the figure and those beside it; dashes where some are left out."""
    here = spot.cell
    if here is None:
        return ""
    height = max(cell.row + cell.row_span for cell in spot.block.cells)
    width = max(cell.column + cell.column_span for cell in spot.block.cells)
    rows = _kept(height, here.row, _HEAD_ROWS, 3)
    columns = _kept(width, here.column, 1, _COLUMNS - 1) if width > _COLUMNS else [*range(width)]
    covering = {
        (row, column): cell
        for cell in spot.block.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    lines = "".join(
        f"<tr{_gap(rows, number)}>{''.join(_cells(spot, kind, covering, (rows, columns), number))}</tr>"
        for number in range(len(rows))
    )
    name = spot.block.sheet or (f"表{spot.block.table + 1}" if spot.block.table is not None else "表")
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(name)}的一部分">'
        f"<table><tbody>{lines}</tbody></table></div>"
    )


def _kept(count: int, at: int, head: int, window: int) -> list[int]:
    """The first rows or columns, and those around one."""
    first = max(min(at - window // 2, count - window), 0)
    return sorted({*range(min(head, count)), *range(first, min(first + window, count))})


def _gap(kept: Sequence[int], number: int) -> str:
    """Marks a row or column before which others are left out."""
    return ' class="gap"' if number and kept[number] != kept[number - 1] + 1 else ""


def _cells(
    spot: Spot,
    kind: str,
    covering: dict[tuple[int, int], Cell],
    kept: tuple[list[int], list[int]],
    number: int,
) -> Iterator[str]:
    """The cells of one row that is shown; a merged one stands once, as wide as what is shown of it."""
    rows, columns = kept
    for at, column in enumerate(columns):
        cell = covering.get((rows[number], column))
        gap = _gap(columns, at)
        if cell is None:
            yield f"<td{gap}></td>"
            continue
        if _same(covering, cell, rows, number - 1, column) or (
            at and covering.get((rows[number], columns[at - 1])) is cell
        ):
            continue
        wide = sum(covering.get((rows[number], one)) is cell for one in columns)
        high = sum(covering.get((one, column)) is cell for one in rows)
        spans = (f' colspan="{wide}"' if wide > 1 else "") + (f' rowspan="{high}"' if high > 1 else "")
        text = escape(cell.text)
        if cell is spot.cell:
            before, after = escape(cell.text[: spot.start]), escape(cell.text[spot.end :])
            text = f"{before}{_marked(spot, kind)}{after}"
        yield f"<td{_classes(gap, cell.text)}{spans}>{text}</td>"


def _classes(gap: str, text: str) -> str:
    """Those of a cell: figures stand on the right."""
    if not _NUMBER.fullmatch(text.strip()):
        return gap
    return ' class="gap num"' if gap else ' class="num"'


def _same(
    covering: dict[tuple[int, int], Cell], cell: Cell, rows: list[int], number: int, column: int
) -> bool:
    """Whether the row above already shows the cell."""
    return number >= 0 and covering.get((rows[number], column)) is cell
