"""A chart against itself: what is drawn and what it is drawn from must be the same figures.

Who opens a chart for editing gets what is in its data; who reads the paper sees the drawing. The two are one
statement told twice, so where they differ one of them is wrong, whatever the document says elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from jixiao.core.finding import Related
from jixiao.core.interval import EXACT, Interval, decimal, round_half_up
from jixiao.core.observation import Observation
from jixiao.core.recorded import origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jixiao.claims.reading.document import Reading
    from jixiao.core.document import Block, Cell
    from jixiao.core.ledger import Entry, Ledger
    from jixiao.core.place import Place
    from jixiao.core.twin import Twin

KIND = "chart"

_NUMBER: Final = re.compile(r"[-−－+]?\d[\d,]*(?:\.\d+)?[%％]?")
_SMALL: Final = re.compile(r"[-−－+]?\d[\d,]{0,39}(?:\.\d+)?")
_ZERO: Final = re.compile(r"0(?:\.0+)?[%％]?")
_BLANKS: Final = re.compile(r"\s+")
_CUT: Final = "…"
_BLANK: Final = "（空白）"
_FAULTS: Final = {"drawing": "chart_label", "workbook": "chart_workbook", "cache": "chart_cache"}


def extract(reading: Reading) -> Iterator[Observation]:
    """One observation for each twin of a cell, or of the title, of a chart."""
    for block in reading.document.blocks:
        if block.twins:
            cells = {(cell.row, cell.column): cell for cell in block.cells}
            for twin in block.twins:
                cell = _cell_of(twin, cells)
                if twin.row is None or cell is not None:
                    yield _compared(block, cells, cell, twin, reading.document.ledger)


def _cell_of(twin: Twin, cells: Mapping[tuple[int, int], Cell]) -> Cell | None:
    return None if twin.row is None or twin.column is None else cells.get((twin.row, twin.column))


def _compared(
    block: Block,
    cells: Mapping[tuple[int, int], Cell],
    cell: Cell | None,
    twin: Twin,
    ledger: Ledger | None,
) -> Observation:
    text = data = block.text if cell is None else cell.text
    here = block.place(0, len(text), cell)
    there = _place_of(twin, here)
    fault, about = _FAULTS[twin.source], _about(cells, cell)
    if twin.share is not None and cell is not None:
        fault = "chart_share"
        text, about = _share(cells, cell, twin.share)
    untold = not text and (cell is None or twin.share is not None)
    if untold or _agree(text, twin.text, rounds=twin.source != "drawing"):
        return Observation(KIND, "holds", twin.text, there, twin.text, text, about)
    data_of = [block] if cell is None else [cell]
    if twin.share is not None:
        data_of = [one for one in cells.values() if cell is not None and one.column == cell.column]
    if any(_altered(one, ledger) for one in data_of):  # the root is there, and the ledger tells of it
        return Observation(KIND, "undecidable", twin.text, there, twin.text, text, about)
    entry = _recorded(data_of[0], ledger)
    if entry is not None and fault == "chart_label":
        fault, about = "chart_label_altered", origin(entry)
    # nobody sees the figures behind a chart of Word: the finding stands at the one that is printed
    sides = [(twin.text or _BLANK, there), (text or _BLANK, here)]
    (stated, place), (computed, elsewhere) = reversed(sides) if twin.source == "workbook" else sides
    if fault in _FAULTS.values():  # neither is proven right
        about = f"{stated} ≠ {computed}（{about}）"
    return Observation(
        KIND,
        "fails",
        stated,
        place,
        stated,
        computed,
        about,
        fault,
        proven=_NUMBER.findall(text) != _NUMBER.findall(twin.text),
        related=(Related(data if fault == "chart_share" else computed, elsewhere),),
    )


def _place_of(twin: Twin, cell: Place) -> Place:
    """Where a twin stands: at the label of the cell, or in the sheet behind the chart."""
    inside = replace(cell, start=0, end=len(twin.text))
    if twin.source == "workbook":
        return replace(inside, part="workbook", sheet=twin.sheet, cell=twin.reference)
    return replace(inside, part="drawing")


def _about(cells: Mapping[tuple[int, int], Cell], cell: Cell | None) -> str:
    """What the figure is: the names of its category and series."""
    if cell is None:
        return "标题"
    spots = ((cell.row, 0), (0, cell.column))
    names = [cells[spot].text for spot in spots if spot in cells and spot != (cell.row, cell.column)]
    if not cell.row or not cell.column:
        return "系列名称" if not cell.row else "类别名称"
    return "，".join(name for name in names if name)


def _agree(text: str, twin: str, *, rounds: bool) -> bool:
    """Whether the two read the same: as text, or as numbers.

    What a program printed twice from one value must be the same number. A value that is stored (``rounds``)
    agrees with every print that rounds it.
    """
    one, other = _BLANKS.sub("", text), _BLANKS.sub("", twin)
    if one == other or (other.endswith(_CUT) and one.startswith(other.removesuffix(_CUT))):
        return True
    if rounds and not other and _ZERO.fullmatch(one):  # a blank is drawn as nothing, as zero is
        return True
    if (
        not _NUMBER.fullmatch(one)
        or not _NUMBER.fullmatch(other)
        or (one[-1] in "%％") != (other[-1] in "%％")
    ):
        return False
    try:
        shown, value = _value(one), _value(other)
    except ValueError:  # beyond all size
        return False
    if not rounds:
        return shown == value
    decimals = len(one.rstrip("%％").partition(".")[2])
    return Interval.printed(shown, decimals).meets(Interval.exact(value))


def _value(text: str) -> Decimal:
    return decimal(text.rstrip("%％").replace(",", "").replace("−", "-").replace("－", "-"))


def _share(cells: Mapping[tuple[int, int], Cell], cell: Cell, decimals: int) -> tuple[str, str]:
    """The share of a value in its series as a label prints it, and its formula; "" where it has none."""
    texts = {one.row: one.text for one in cells.values() if one.column == cell.column and one.row}
    values = {row: abs(_value(text)) for row, text in texts.items() if _SMALL.fullmatch(text)}
    whole = sum(values.values(), Decimal(0))
    if cell.row not in values or not whole:
        return "", ""
    share = round_half_up(EXACT.divide(100 * values[cell.row], whole), decimals)
    return f"{share:f}%", f"{cell.text} ÷ {whole:f} × 100"


def _recorded(told: Block | Cell, ledger: Ledger | None) -> Entry | None:
    """The one entry that the ledger has of a text."""
    figures = [mark for mark in told.marks if mark.kind == "figure"]
    if ledger is None or ledger.unreadable or len(figures) != 1:
        return None
    return ledger.entry(figures[0].entry)


def _altered(told: Block | Cell, ledger: Ledger | None) -> bool:
    """Whether a figure in the data is no longer as the ledger has it."""
    if ledger is None or ledger.unreadable:
        return False
    for mark in told.marks:
        entry = ledger.entry(mark.entry) if mark.kind == "figure" else None
        if entry is not None and not _agree(told.text[mark.start : mark.end], entry.printed, rounds=False):
            return True
    return False
