"""The process that opens a workbook to import: bytes in, its cells out, as JSON.

``python -P -m jixiao.web.importing.worker``; bound as the guard's workers are, without Django. The answer is
``{"sheets": [[name, [[row, [[column, kind, text], …]], …]], …]}`` or ``{"fault": [chinese, english]}``;
kinds: ``s`` text, ``n`` number, ``b`` truth value, ``e`` an error of a formula, ``l`` a number too long.
"""

from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.web.worker_process import serve

if TYPE_CHECKING:
    from jixiao.formats.xlsx.raw import RawCell, RawGrid

MAX_CELLS: Final = 60_000
"""Filled cells of all sheets: several tables of 2,000 lines."""
LONGEST: Final = 1_001
"""Characters of a cell that are handed on: one more than the page takes, which then says so."""
_EXACT: Final = 15  # digits of a number that a spreadsheet keeps
_MACROS: Final = "xl/vbaProject.bin"
Cell = tuple[int, str, str]


def answered(data: bytes) -> dict[str, object]:
    """The cells of every sheet, or why there are none, in both languages."""
    try:
        return {"sheets": sheets(data)}
    except ReadError as error:
        return {"fault": [error.message, error.message_en]}


def sheets(data: bytes) -> list[tuple[str, list[tuple[int, list[Cell]]]]]:
    """The rows of every sheet that hold something.

    Raises:
        ReadError: it is no workbook, holds macros, is damaged or too large.
    """
    from jixiao.formats.xlsx.package import open_package
    from jixiao.formats.xlsx.raw import read_raw

    package = open_package(data)
    if _MACROS in package.archive:
        raise ReadError(
            "macros",
            "工作簿带有宏，不能导入。请另存为不带宏的 xlsx。",
            "The workbook has macros and cannot be imported. Save it as xlsx without macros.",
        )
    found, budget = [], MAX_CELLS
    for sheet in package.sheets:
        raw = read_raw(package, sheet, budget)
        budget -= raw.cells
        found.append((sheet.name, _rows(raw)))
    return found


def _rows(raw: "RawGrid") -> list[tuple[int, list[Cell]]]:
    rows = {
        row: {column: _told(cell) for column, cell in cells.items() if not cell.is_blank}
        for row, cells in raw.rows.items()
    }
    rows = {row: cells for row, cells in rows.items() if cells}
    for top, left, bottom, right in raw.merges:  # one department merged over the rows of its units
        first = rows.get(top, {}).get(left)
        if left == right and first is not None and bottom - top <= MAX_CELLS:
            for row in range(top + 1, bottom + 1):
                if row in rows:
                    rows[row].setdefault(left, first)
    return [
        (row, [(column, *told) for column, told in sorted(cells.items())])
        for row, cells in sorted(rows.items())
    ]


def _told(cell: "RawCell") -> tuple[str, str]:
    if cell.kind == "n" and (number := cell.number) is not None:
        text = f"{number.normalize():f}"
        digits = len(text.strip("-").replace(".", "").strip("0"))
        whole = len(text.strip("-").partition(".")[0])
        return ("l" if max(digits, whole) > _EXACT else "n"), text[:LONGEST]
    return ("e" if cell.kind in {"n", "e"} else cell.kind), cell.stored[:LONGEST]


if __name__ == "__main__":
    serve(answered)
