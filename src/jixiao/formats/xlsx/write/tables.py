"""One sheet with a table or chart: words above it, cells as numbers, formulas and texts, words below."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from jixiao.core.look import TableLook
from jixiao.formats.alignment import alignment, is_figure
from jixiao.formats.grids.grid import name_cell
from jixiao.formats.grids.marks import Spot
from jixiao.formats.xlsx.write.figures import Number, number
from jixiao.formats.xlsx.write.formulas import Formulas
from jixiao.formats.xlsx.write.styles import BY_STYLE, CELL, HEAD, TEXT, columns, height
from jixiao.formats.xlsx.write.totals import totals
from jixiao.formats.xlsx.write.words import clean_text, write_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.worksheet import Worksheet

    from jixiao.core.document import Block, Cell
    from jixiao.core.ledger import Entry
    from jixiao.formats.xlsx.write.plan import Page
    from jixiao.formats.xlsx.write.styles import Properties, Styles
    from jixiao.formats.xlsx.write.totals import Position

PORTRAIT: Final = 78
LANDSCAPE: Final = 118
"""Units of column width that fill the type area of A4, also where digits are wider than those of Excel."""
_NARROWEST: Final = 6
_WIDEST: Final = 40
_TALL: Final = 60
_SMALL: Final[Properties] = {"font_size": 9}


@dataclass(slots=True)
class Sheet:
    """A sheet in the making; rows and columns count from 0, ``top`` is the first row of the table."""

    sheet: Worksheet
    page: Page
    styles: Styles
    entries: Mapping[str, Entry]
    found: dict[str, Spot]
    """For each entry of the ledger where it stands, filled while writing."""
    widths: list[float] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)
    top: int = 0

    @property
    def rows(self) -> int:
        """Rows of the table."""
        return max(cell.row + cell.row_span for cell in self.page.table.cells)

    def write(self) -> None:
        """Everything but charts."""
        block = self.page.table
        self.widths = _widths(block, LANDSCAPE if self.page.landscape else PORTRAIT)
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)
        # the caption of a chart, which comes after it in the report, replaces its title
        titles = [block] if block.text and not self.page.above else []
        for words in (*titles, *self.page.above):
            self._text(self.top, words)
            self.top += 1
        self._table(block)
        for row, words in enumerate(self.page.below, start=self.top + self.rows):
            self._text(row, words)
        for row, points in self.heights.items():
            self.sheet.set_row(row, points)
        self._print()

    def _text(self, row: int, block: Block) -> None:
        """A text over the whole width of the table."""
        style = TEXT | BY_STYLE.get(block.look.style if block.look is not None else "caption", {})
        last = len(self.widths) - 1
        if last:
            self.sheet.merge_range(row, 0, row, last, "", self.styles(style))
        write_text(self.sheet, (row, 0), block.text, block.marks, self.styles, style)
        self.heights[row] = height(block.text, sum(self.widths), style["font_size"])
        for mark in block.marks:
            if mark.kind == "figure":
                self.found.setdefault(mark.entry, Spot(name_cell(row + 1, 1), mark.start))

    def _table(self, block: Block) -> None:
        look = (block.look.table if block.look is not None else None) or TableLook()
        numbers = {id(cell): number(cell) for cell in block.cells}
        formulas = Formulas()
        for cell in block.cells:
            entry, found = self._entry(cell), numbers[id(cell)]
            if entry is not None and found is not None:
                formulas.note(entry, found, self.top + cell.row + 1, cell.column + 1)
        written = self._formulas(block, numbers, formulas)
        blank = self.styles(CELL)
        covered = {(row, column) for cell in block.cells for row, column in _positions(cell)}
        for row in range(self.rows):
            for column in range(len(self.widths)):
                if (row, column) not in covered:
                    self.sheet.write_blank(self.top + row, column, None, blank)
        for cell in block.cells:
            in_head = cell.row < look.header_rows
            style = self._style(cell, look, in_head=in_head)
            self._cell(cell, numbers[id(cell)], written.get((cell.row, cell.column)), style)
            if cell.row_span == 1:
                self._grow(cell, style["font_size"])
        for row in look.tall_rows:
            at = self.top + row
            self.heights[at] = max(self.heights.get(at, 0), _TALL)
        if look.header_rows:
            self.sheet.repeat_rows(self.top, self.top + look.header_rows - 1)
            self.sheet.freeze_panes(self.top + look.header_rows, 0)
        last = name_cell(self.top + self.rows, len(self.widths))
        self.sheet.ignore_errors({"number_stored_as_text": f"A1:{last}"})

    def _formulas(
        self, block: Block, numbers: Mapping[int, Number | None], formulas: Formulas
    ) -> dict[Position, str]:
        """The formulas by row and column of the table: those of the ledger, and those of totals."""
        known = {
            (cell.row, cell.column): found for cell in block.cells if (found := numbers[id(cell)]) is not None
        }
        computed: dict[Position, str] = {}
        for cell in block.cells:
            entry, found = self._entry(cell), known.get((cell.row, cell.column))
            if entry is not None and found is not None:
                formula = formulas.formula(entry, found, self.top + cell.row + 1, cell.column + 1)
                if formula is not None:
                    computed[cell.row, cell.column] = formula
        return totals(block, known, frozenset(computed), self.top) | computed

    def _cell(self, cell: Cell, found: Number | None, formula: str | None, style: Properties) -> None:
        row, column = self.top + cell.row, cell.column
        if cell.row_span > 1 or cell.column_span > 1:
            last = row + cell.row_span - 1, column + cell.column_span - 1
            self.sheet.merge_range(row, column, *last, "", self.styles(style))
        for mark in cell.marks:
            if mark.kind == "figure":
                whole = (mark.start, mark.end) == (0, len(cell.text))
                self.found[mark.entry] = Spot(name_cell(row + 1, column + 1), None if whole else mark.start)
        if found is None:
            write_text(self.sheet, (row, column), cell.text, cell.marks, self.styles, style)
            return
        shown = self.styles(style, {"num_format": found.code})
        if formula is None:
            self.sheet.write_number(row, column, found.stored, shown)
        else:
            self.sheet.write_formula(row, column, formula, shown, float(found.stored))

    def _entry(self, cell: Cell) -> Entry | None:
        marks = [mark for mark in cell.marks if mark.kind == "figure"]
        return self.entries.get(marks[0].entry) if len(marks) == 1 else None

    @staticmethod
    def _style(cell: Cell, look: TableLook, *, in_head: bool) -> Properties:
        head = bool(cell.text) and (in_head or (cell.look is not None and cell.look.head))
        style = (HEAD if head else CELL) | {"align": alignment(cell)}
        return style | _SMALL if look.small else style

    def _grow(self, cell: Cell, size: float) -> None:
        """Room for the lines of a cell."""
        row = self.top + cell.row
        width = sum(self.widths[cell.column : cell.column + cell.column_span])
        self.heights[row] = max(self.heights.get(row, 18), height(cell.text, width, size))

    def _print(self) -> None:
        self.sheet.set_paper(9)
        if self.page.landscape:
            self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.8, right=0.8, top=0.9, bottom=0.9)
        self.sheet.center_horizontally()


def _positions(cell: Cell) -> list[tuple[int, int]]:
    return [
        (row, column)
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    ]


def _widths(block: Block, room: int) -> list[float]:
    """Widths of the columns: as the look says, else as long as the words, within the room of the page."""
    count = max(cell.column + cell.column_span for cell in block.cells)
    look: Any = block.look.table if block.look is not None else None
    least, natural = [float(_NARROWEST)] * count, [0.0] * count
    for cell in block.cells:
        if cell.column_span > 1:
            continue
        longest = max(map(columns, clean_text(cell.text).split("\n")))
        natural[cell.column] = max(natural[cell.column], min(longest * 1.1 + 2, _WIDEST))
        if is_figure(cell.text):  # a number that has no room shows as ###
            least[cell.column] = max(least[cell.column], longest * 1.2 + 2)
    if look is not None and len(look.widths) == count and sum(look.widths):
        wanted = [room * width / sum(look.widths) for width in look.widths]
    else:
        natural = [max(pair) for pair in zip(natural, least, strict=True)]
        scale = room / sum(natural)
        wanted = [width * (min(scale, 1.6) if scale > 1 else max(scale, 0.5)) for width in natural]
    return [round(max(pair), 1) for pair in zip(wanted, least, strict=True)]
