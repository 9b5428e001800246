"""Names that our own workbooks define, so that reading one again needs no guess of what is a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jixiao.formats.xlsx.sheet import parse_range

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jixiao.formats.xlsx.sheet import Merge

TABLE: Final = "_jx_table_"
CHART: Final = "_jx_chart_"
"""With a number behind: the cells of a table, of the data of a chart."""
TEXT: Final = "_jx_text"
"""A cell of the sheet of the text, on which nothing is a table."""
SOURCES: Final = "_jx_sources"
"""A cell of the sheet that tells where the numbers come from; that sheet is no part of the report."""

_TARGET: Final = re.compile(r"=?(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!]+))!(?P<cells>[$A-Za-z0-9:]+)")


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


def _target(target: str) -> tuple[str, str]:
    found = _TARGET.fullmatch(target.strip())
    if found is None:
        return "", ""
    return (found["quoted"] or found["plain"]).replace("''", "'"), found["cells"]
