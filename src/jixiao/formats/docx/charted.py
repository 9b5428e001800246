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

_Names: TypeAlias = "dict[tuple[int, int] | None, list[str]]"
"""By row and column of a chart, or None for its title, the names of the entries there."""


def in_charts(blocks: Iterable[Block], recorded: Recorded) -> Iterator[tuple[Spot, Mark]]:
    """A mark for each figure of a chart that has an entry."""
    wanted: dict[int, _Names] = {}
    for name, (chart, spot) in recorded.charts.items():
        wanted.setdefault(chart, {}).setdefault(spot, []).append(name)
    if not wanted:
        return
    printed = {entry.name: entry.printed for entry in recorded.ledger.entries}
    charts = [block for block in blocks if block.kind == "chart"]
    for block, names in _paired(charts, wanted, printed):
        texts = _texts(block)
        for spot, here in names.items():
            if spot in texts:
                for mark in _marks(texts[spot], here, printed):
                    yield (block.index, spot), mark


def _texts(block: Block) -> dict[tuple[int, int] | None, str]:
    return {None: block.text, **{(cell.row, cell.column): cell.text for cell in block.cells}}


def _marks(text: str, names: list[str], printed: dict[str, str]) -> Iterator[Mark]:
    """One after the other where they read as printed; a number that does not is somewhere in the rest.

    A value is one number as a whole, however its format prints it.
    """
    if len(names) == 1 and _value(text) is not None:
        yield Mark(0, len(text), "figure", names[0])
        return
    last = 0
    for name in names:
        start = text.find(printed[name], last)
        start, end = (last, len(text)) if start < 0 else (start, start + len(printed[name]))
        yield Mark(start, end, "figure", name)
        last = end if end < len(text) else last


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
    texts = _texts(block)
    pairs = [(texts.get(spot, ""), printed[name]) for spot, here in names.items() for name in here]
    return 2 * sum(_shows(text, number) for text, number in pairs) >= len(pairs)


def _shows(text: str, printed: str) -> bool:
    """Charts print values by a format, which may show more or fewer zeros at the end."""
    value = _value(text)
    return printed in text if value is None else value == _value(printed)


def _value(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
