"""Where the figures at the labels of a drawing come from: the entries of the cells that they repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.formats.drawing.told import Spot, Told
from jixiao.formats.html.write.figures import origin

if TYPE_CHECKING:
    from jixiao.core.document import Block
    from jixiao.core.ledger import Entry
    from jixiao.formats.drawing.told import Describe
    from jixiao.formats.html.write.texts import Context


def described(block: Block, context: Context) -> Describe:
    """What each label of this chart says: the names of its entries, their facts, their origin in words."""
    marks = {None: block.marks} | {(cell.row, cell.column): cell.marks for cell in block.cells}

    def entries(cell: tuple[int, int] | None) -> list[Entry]:
        names = (mark.entry for mark in marks.get(cell, ()) if mark.kind == "figure")
        return [context.entries[name] for name in names if name in context.entries]

    def describe(spot: Spot) -> Told:
        own = entries(spot.cell)
        if not own:
            return Told({})
        behind, hint = own, "\n".join(origin(entry) for entry in own)
        if spot.share is not None and spot.cell is not None:
            column = spot.cell[1]
            cells = (cell for cell in marks if cell is not None and cell[1] == column)
            behind = [entry for cell in cells for entry in entries(cell)]
            hint = f"来源：计算\n公式：本项 ÷ 各项之和 × 100（印 {spot.share} 位小数）\n本项——{hint}"
        facts = dict.fromkeys(fact for entry in behind for fact in entry.facts)
        attributes = {"data-entry": " ".join(entry.name for entry in own), "data-facts": " ".join(facts)}
        return Told({key: said for key, said in attributes.items() if said}, hint)

    return describe
