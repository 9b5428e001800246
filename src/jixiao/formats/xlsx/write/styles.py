"""How cells look: each combination of properties is one format of the workbook."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

Properties = dict[str, Any]

TEXT: Final[Properties] = {"font_name": "仿宋", "font_size": 12, "text_wrap": True, "valign": "vcenter"}
CELL: Final[Properties] = {
    "font_name": "宋体",
    "font_size": 10.5,
    "text_wrap": True,
    "valign": "vcenter",
    "border": 1,
    "border_color": "#555555",
}
HEAD: Final[Properties] = CELL | {"font_name": "黑体", "bg_color": "#EEF1F5", "align": "center"}
GAP: Final[Properties] = {"font_color": "#8A2A00", "bold": True}
GAP_CELL: Final[Properties] = GAP | {"bg_color": "#FFE9A8"}
LINK: Final[Properties] = {"font_color": "#1F4E79", "underline": 1, "align": "center"}

BY_STYLE: Final[dict[str, Properties]] = {
    "title": {"font_name": "宋体", "font_size": 18, "bold": True, "align": "center"},
    "subtitle": {"font_name": "楷体", "font_size": 14, "align": "center"},
    "caption": {"font_name": "黑体", "font_size": 12, "align": "center"},
    "unit": {"font_size": 10.5, "align": "right"},
    "note": {"font_size": 10.5},
    "attachment": {"font_name": "黑体"},
    "signature": {"align": "right", "indent": 4},
    "seal": {"align": "right", "indent": 4},
    "date": {"align": "right", "indent": 4},
    "contents": {"font_name": "黑体", "font_size": 14, "align": "center"},
}
BY_LEVEL: Final[dict[int, Properties]] = {
    1: {"font_name": "黑体", "font_size": 14},
    2: {"font_name": "黑体", "font_size": 13},
    3: {"font_name": "楷体", "font_size": 13},
    4: {"bold": True},
}

HIGHEST: Final = 409
"""Points, the most that Excel takes for a row."""
_LINE: Final = 1.35
_PIXELS: Final = 7
"""Of one unit of a column's width."""


@dataclass(slots=True)
class Styles:
    """The formats of one workbook."""

    book: Workbook
    made: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)

    def __call__(self, *properties: Properties) -> Format:
        """The format with these properties; later ones win."""
        merged: Properties = {}
        for some in properties:
            merged |= some
        key = tuple(sorted(merged.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(merged)
        return self.made[key]


def height(text: str, width: float, size: float) -> float:
    """Points that a wrapped text takes in a column so wide: not every office program fits rows itself."""
    per_line = max(int((width * _PIXELS - 8) / (size * 96 / 72 / 2)), 2)
    lines = sum(max(1, -(-columns(line) // per_line)) for line in text.split("\n"))
    return min(round(lines * size * _LINE + 4, 1), HIGHEST)


def columns(text: str) -> int:
    """Half widths of a text: a Chinese character takes two."""
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)
