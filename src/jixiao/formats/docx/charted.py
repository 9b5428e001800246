"""Figures of charts: they have no bookmarks, their entries say in which chart, row and column they stand."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, TypeAlias

from jixiao.core.look import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jixiao.core.document import Block
    from jixiao.formats.docx.bookmarks import Spot
    from jixiao.formats.docx.ledger import Recorded

_Names: TypeAlias = "dict[tuple[int, int], str]"
"""By row and column of a chart the name of the entry there."""


def in_charts(blocks: Iterable[Block], recorded: Recorded) -> Iterator[tuple[Spot, Mark]]:
    """A mark over each value of a chart that has an entry."""
    wanted: dict[int, _Names] = {}
    for name, (chart, row, column) in recorded.charts.items():
        wanted.setdefault(chart, {})[row, column] = name
    if not wanted:
        return
    printed = {entry.name: entry.printed for entry in recorded.ledger.entries}
    charts = [block for block in blocks if block.kind == "chart"]
    for block, names in _paired(charts, wanted, printed):
        for cell in block.cells:
            spot = cell.row, cell.column
            if spot in names:
                yield (block.index, spot), Mark(0, len(cell.text), "figure", names[spot])


def _paired(
    charts: list[Block], wanted: dict[int, _Names], printed: dict[str, str]
) -> Iterator[tuple[Block, _Names]]:
    """Each chart with its entries.

    Where somebody took a chart out, those behind it have other numbers: half of its figures must be as
    recorded to know one again. A chart with fewer of them is the one of its number if all are there.
    """
    left = dict(enumerate(charts))
    unknown: dict[int, _Names] = {}
    for number, names in wanted.items():
        if number in left and _alike(left[number], names, printed):
            yield left.pop(number), names
        else:
            unknown[number] = names
    for number, names in list(unknown.items()):
        moved = next((key for key, block in left.items() if _alike(block, names, printed)), None)
        if moved is not None:
            yield left.pop(moved), unknown.pop(number)
    for number, names in unknown.items():
        if number in left and len(charts) > max(wanted):
            yield left.pop(number), names


def _alike(block: Block, names: _Names, printed: dict[str, str]) -> bool:
    texts = {(cell.row, cell.column): cell.text for cell in block.cells}
    same = sum(_equal(texts.get(spot, ""), printed[name]) for spot, name in names.items())
    return 2 * same >= len(names)


def _equal(text: str, printed: str) -> bool:
    """Charts print values by a format, which may show more or fewer zeros at the end."""
    try:
        return Decimal(text) == Decimal(printed)
    except InvalidOperation:
        return text == printed
