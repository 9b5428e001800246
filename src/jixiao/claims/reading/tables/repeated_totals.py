"""Totals whose parts stand beside them, group after group: 总计 拨款 自筹 总计 拨款 自筹.

Where the cells of a table were copied one a line, its columns are lost and the second header row with them.
Names that are told again in one order still tell how the figures of a row are divided.
"""

from collections.abc import Iterator
from itertools import pairwise

from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation, quantity
from jixiao.claims.reading.tables.table import TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER
from jixiao.core.document import Cell

_TOTALS = ("总计", "合计", "小计")
_SIZES = range(3, 7)
"""A total with two parts at least, and five at most."""
_SEVERAL = 2


def repeated_totals(table: TableReading) -> Iterator[Proposal]:
    """The totals of each group of figures; certain where most are what stands beside them."""
    cells = table.block.cells
    names = [at for at, cell in enumerate(cells) if cell.text in _TOTALS]
    if len(names) < _SEVERAL:
        return
    for first, second in pairwise(names):
        size = second - first
        texts = [cell.text for cell in cells[first : second + size]]
        if size in _SIZES and texts[:size] == texts[size:] and len(set(texts)) == size:
            groups = [
                run[at : at + size]
                for run in _runs(cells[second + size :], table.tokens)
                if len(run) == size * _SEVERAL
                for at in (0, size)
            ]
            held = sum(group[0].number == sum(part.number for part in group[1:]) for group in groups)
            certain = held >= _SEVERAL and held * 2 > len(groups)
            for group in groups:  # what units the columns have was lost with them; a group has one
                total, *parts = [quantity(token, NUMBER) for token in group]
                yield Proposal((equation("sum", total, parts),), asserted=certain)
            return


def _runs(cells: tuple[Cell, ...], tokens: list[Token]) -> Iterator[list[Token]]:
    """Figures of cells that follow each other, each alone in its cell."""
    by_cell = {id(token.cell): token for token in tokens}
    run: list[Token] = []
    for cell in cells:
        token = by_cell.get(id(cell))
        if token is not None and token.end - token.start == len(cell.text):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run
