"""Names that our own workbooks define, so that reading one again needs no guess of what is a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jixiao.formats.grids.grid import parse_range
from jixiao.formats.ledgers import NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.formats.grids.grid import Grid, Merge

TABLE: Final = "_jixiao_table_"
CHART: Final = "_jixiao_chart_"
"""With a number behind: the cells of a table, of the data of a chart."""
TEXT: Final = "_jixiao_text"
"""A cell of the sheet of the text, on which nothing is a table."""
POINTER: Final = "→ "
BOX: Final = "▪ "
"""On that sheet, before the name of another sheet and before a box of a diagram: no text of the report."""
SOURCES: Final = "_jixiao_sources"
"""A cell of the sheet that tells where the numbers come from; that sheet is no part of the report."""

COLUMNS: Final = ("编号", "位置", "起始字", "印出的数", "数值", "单位", "小数位", "来源", "事实", "公式")
"""Of that sheet. 起始字 is where the figure begins in its cell, from 1; blank where it is the whole cell."""
HEAD: Final = {
    "报告种类": "kind",
    "单位": "department",
    "年度": "year",
    "规则": "rulebook",
    "数据指纹": "facts-digest",
}
"""The rows before the headings of the columns, after a first one: words and fields of the ledger."""
HEAD_ROW: Final = len(HEAD) + 2
"""The row of the headings, from 1."""
ORIGINS: Final = {"fact": "事实", "computed": "计算", "words": "文字中的数", "template": "模板自带"}

_TARGET: Final = re.compile(r"=?(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!]+))!(?P<cells>[$A-Za-z0-9:]+)")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure stands on a sheet: its cell, and from which character on, None for the whole cell."""

    cell: str
    start: int | None


def marked_ranges(names: Mapping[str, str]) -> dict[str, list[tuple[Merge, bool]]]:
    """By sheet the ranges of its tables from top to bottom, and whether each is the data of a chart."""
    found: dict[str, list[tuple[Merge, bool]]] = {}
    for name, target in names.items():
        if not name.startswith((TABLE, CHART)):
            continue
        sheet, cells = _target(target)
        merge = parse_range(cells)
        if sheet and merge is not None:
            found.setdefault(sheet, []).append((merge, name.startswith(CHART)))
    return {sheet: sorted(ranges) for sheet, ranges in found.items()}


def text_sheet(names: Mapping[str, str]) -> str:
    """The name of the sheet of the text; empty if there is none."""
    return _target(names.get(TEXT, ""))[0]


def sources_sheet(names: Mapping[str, str]) -> str:
    """The name of the sheet of sources; empty if there is none."""
    return _target(names.get(SOURCES, ""))[0]


def marked_cells(names: Mapping[str, str]) -> dict[tuple[str, str], list[str]]:
    """By sheet and cell the entries of the ledger that stand there, sorted by name."""
    found: dict[tuple[str, str], list[str]] = {}
    for name in sorted(names):
        sheet, cell = _target(names[name]) if NAME.fullmatch(name) else ("", "")
        if sheet and ":" not in cell:
            found.setdefault((sheet, cell.replace("$", "")), []).append(name)
    return found


def drop_pointers(grid: Grid) -> None:
    """Take out of the sheet of the text what only leads to other sheets or outlines a diagram."""
    for row in [row for row, texts in grid.rows.items() if texts.get(1, "").startswith((POINTER, BOX))]:
        del grid.rows[row]


def _target(target: str) -> tuple[str, str]:
    found = _TARGET.fullmatch(target.strip())
    if found is None:
        return "", ""
    return (found["quoted"] or found["plain"]).replace("''", "'"), found["cells"]
