"""Tables with merged cells, which Markdown cannot write.

``{{ table(heads, rows, caption="…", unit="万元", merge=2) }}``: ``heads`` is one row of headings or several;
in them ``"<"`` belongs to the cell on its left and ``"^"`` to the one above. The first ``merge`` columns join
neighbours that say the same. Money is printed without its unit, which the heading names.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from jixiao.core.document import Block, Cell
from jixiao.core.look import CellLook, Look, TableLook
from jixiao.reports.inserts import Insert
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Traced, Unfit

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_LEFT: Final = "<"
_ABOVE: Final = "^"


def functions(printer: Printer) -> "Callables":
    """``table``; ``next_table`` and ``next_figure``: the number that the next one with a caption gets."""

    def table(  # noqa: PLR0913  # what is in it, and how it looks
        heads: Sequence[object],
        rows: Iterable[Sequence[object]],
        *,
        caption: str = "",
        unit: str = "",
        merge: int = 0,
        widths: Sequence[int] = (),
        small: bool = False,
        money_unit: str | None = None,
    ) -> str:
        """``money_unit`` prints amounts in another unit than the dossier's; empty tables are left out."""
        top = _heads(heads)
        body: list[list[str]] = [[_shown(printer, value, money_unit) for value in row] for row in rows]
        if not body:
            return ""
        columns = len(top[0])
        if any(len(row) != columns for row in top) or any(len(row) != columns for row in body):
            raise Unfit(f"表格“{caption}”各行的列数不一样，表头有{columns}列")
        look = TableLook(header_rows=len(top), widths=tuple(widths), small=small)
        block = _block([[str(cell) for cell in row] for row in top], _joined(body, merge), look)
        return printer.insert(Insert((block,), caption=caption, unit=unit))

    def next_table() -> str:
        return _next("表")

    def next_figure() -> str:
        return _next("图")

    def _next(kind: str) -> str:
        return str(1 + sum(1 for one in printer.inserts.members if one.caption and one.kind == kind))

    return {"table": table, "next_table": next_table, "next_figure": next_figure}


def grid_block(
    heads: list[list[str]], rows: Sequence[Sequence[object]], printer: Printer, *, small: bool = False
) -> Block:
    """A table as a block: rows of headings as ``table`` takes them, and rows of values."""
    body = [[_shown(printer, value, None) for value in row] for row in rows]
    return _block(heads, body, TableLook(header_rows=len(heads), small=small))


def _block(heads: list[list[str]], body: list[list[str]], look: TableLook) -> Block:
    cells = tuple(_cells([*heads, *body], len(heads)))
    return Block(0, "table", cells=cells, look=Look(table=look))


def _heads(heads: Sequence[object]) -> list[list[object]]:
    """The rows of headings: one, or several."""
    several: list[list[object]] = [[*head] for head in heads if isinstance(head, list | tuple)]
    return several or [[*heads]]


def _shown(printer: Printer, value: object, unit: str | None) -> str:
    if value is None:
        return ""
    if isinstance(value, Traced) and value.kind == "money":
        return printer.printed(value, bare=True, unit=unit)
    return str(value)


def _joined(body: list[list[str]], merge: int) -> list[list[str]]:
    """The rows with ``^`` where a leading column says what the row above says."""
    rows: list[list[str]] = []
    above: list[str] | None = None
    for row in body:
        same = 0
        while above is not None and same < merge and row[same] == above[same]:
            same += 1
        rows.append([_ABOVE] * same + row[same:])
        above = row
    return rows


def _cells(grid: list[list[str]], heads: int) -> Iterable[Cell]:
    for row, texts in enumerate(grid):
        for column, text in enumerate(texts):
            if text in (_LEFT, _ABOVE):
                continue
            width = _run(texts[column + 1 :], _LEFT)
            height = _run([below[column] for below in grid[row + 1 :]], _ABOVE)
            look = CellLook(head=row < heads)
            yield Cell(row, column, text, height + 1, width + 1, look=look)


def _run(texts: Sequence[str], sign: str) -> int:
    """How many of them in front are the sign."""
    return next((number for number, text in enumerate(texts) if text != sign), len(texts))
