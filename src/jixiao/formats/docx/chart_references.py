"""What a chart keeps of cells of its workbook: the cells, and where their copies stand in its block."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jixiao.formats.docx.charts import label_format, read_series, rows_of
from jixiao.formats.docx.names import C
from jixiao.formats.grids.grid import parse_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_AREA: Final = re.compile(
    r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!,()\[\]:\s]+))!(?P<range>\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)"
)
_BOOK: Final = re.compile(r"^\[[^\]]*\]")
_MOST_CELLS: Final = 5000
_CACHES: Final = {C + "strRef": C + "strCache", C + "numRef": C + "numCache"}


@dataclass(frozen=True, slots=True)
class Reference:
    """Cells in a row or column of a sheet, and what a chart keeps of them.

    Attributes:
        formula: as the chart has it, ``Sheet1!$B$2:$B$5``.
        count: of the cells that the chart has copies of; None where it does not say.
        column: of the block, in which the copies stand.
        rows: of the block, by the number of the cell in the range, from 0.
        formats: by which the chart prints the numbers, in the same way; None where it keeps text.
        kept: the copies themselves, as stored.
    """

    formula: str
    count: int | None
    column: int
    rows: dict[int, int]
    formats: dict[int, str] | None
    kept: dict[int, str]


def references(root: _Element) -> Iterator[Reference]:
    """Those of names, categories and values of every series; categories in levels are left out."""
    every = read_series(root)
    rows = {index: row for row, index in enumerate(rows_of([series for _, series in every]), start=1)}
    with_names = False
    for column, (element, series) in enumerate(every, start=1):
        yield from _references(element.find(C + "tx"), column, {0: 0}, None)
        if series.categories and not with_names:  # the names of the first series that has any count for all
            with_names = True
            for tag in ("cat", "xVal"):
                yield from _references(element.find(C + tag), 0, rows, None)
        for tag in ("val", "yVal"):
            yield from _references(element.find(C + tag), column, rows, label_format(element))


def _references(
    parent: _Element | None, column: int, rows: dict[int, int], label: str | None
) -> Iterator[Reference]:
    for element in () if parent is None else parent:
        cache = element.find(_CACHES[element.tag]) if element.tag in _CACHES else None
        formula = element.findtext(C + "f")
        if cache is None or not formula:
            continue
        formats = _formats(cache, label) if cache.tag == C + "numCache" else None
        count = cache.find(C + "ptCount")
        said = "" if count is None else count.get("val", "")
        kept = {
            int(point.get("idx", "")): (point.findtext(C + "v") or "").strip()
            for point in cache.iterchildren(C + "pt")
            if _is_small(point.get("idx", ""))
        }
        size = int(said) if _is_small(said) else None
        yield Reference(formula.strip(), size, column, rows, formats, kept)


def _formats(cache: _Element, label: str | None) -> dict[int, str]:
    """The format of every point; that of the whole stands at -1."""
    general = label or cache.findtext(C + "formatCode") or ""
    points = {
        int(point.get("idx", "")): label or point.get("formatCode") or general
        for point in cache.iterchildren(C + "pt")
        if _is_small(point.get("idx", ""))
    }
    return {-1: general, **points}


def _is_small(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 7


def cells_of(formula: str) -> tuple[str, list[tuple[int, int]]] | None:
    """The sheet and the cells (row, column, from 1) of a formula in order.

    None where it is no list of areas of one sheet, each in one row or column: a defined name, a whole column.
    A workbook in brackets is the one behind the chart, for that is where the chart looks.
    """
    inner = formula[1:-1] if formula.startswith("(") and formula.endswith(")") else formula
    sheet: str | None = None
    cells: list[tuple[int, int]] = []
    at = 0
    while at < len(inner):
        book = _BOOK.match(inner[at:])
        found = _AREA.match(inner, at + (book.end() if book else 0))
        if found is None:
            return None
        name = found["plain"] or _BOOK.sub("", found["quoted"].replace("''", "'"))
        area = parse_range(found["range"].replace("$", ""))
        if area is None or sheet not in {None, name}:
            return None
        top, left, bottom, right = area
        if (top != bottom and left != right) or (bottom - top) + (right - left) >= _MOST_CELLS - len(cells):
            return None
        sheet = name
        cells += [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
        at = found.end()
        if at < len(inner) and inner[at] != ",":
            return None
        at += 1
    return None if sheet is None else (sheet, cells)
