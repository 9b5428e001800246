"""Texts in cells: never a formula or a link by themselves, gaps and emphasis shown within."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from jixiao.formats.xlsx.write.styles import GAP, GAP_CELL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from jixiao.core.look import Mark
    from jixiao.formats.xlsx.write.styles import Properties, Styles

LONGEST: Final = 32_000
"""Excel takes 32,767 UTF-16 units in a cell."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_RAW: Final = ("<r>", "</r>")
"""What the library would take for the markup of a formatted text."""
_STRONG: Final[Properties] = {"bold": True}


def write_text(
    sheet: Worksheet,
    place: tuple[int, int],
    text: str,
    marks: Sequence[Mark],
    styles: Styles,
    style: Properties,
) -> None:
    """Put a text into a cell; whatever it begins with, it stays a text."""
    clean = clean_text(text)
    pieces = _pieces(clean, marks)
    if len(pieces) == 1 and pieces[0][1] == "gap":
        sheet.write_string(*place, clean, styles(style, GAP_CELL))
    elif len(pieces) > 1 and any(kind for _, kind in pieces):
        font = {key: value for key, value in style.items() if key.startswith("font") or key == "bold"}
        looks = {"": {}, "gap": GAP, "strong": _STRONG}
        parts: list[Any] = []
        for piece, kind in pieces:
            parts += [styles(font, looks[kind]), piece]
        whole = styles(style, {"bg_color": GAP_CELL["bg_color"]}) if _has_gap(pieces) else styles(style)
        sheet.write_rich_string(*place, *parts, whole)
    elif clean.startswith(_RAW[0]) and clean.endswith(_RAW[1]):
        sheet.write_rich_string(*place, styles(style), clean[:1], styles(style), clean[1:], styles(style))
    elif clean:
        sheet.write_string(*place, clean, styles(style))
    else:
        sheet.write_blank(*place, None, styles(style))


def clean_text(text: str) -> str:
    """Without halves of characters, which no file can hold; never longer than a cell can be."""
    clean = _SURROGATE.sub("\ufffd", text)
    while len(clean.encode("utf-16-le")) // 2 > LONGEST:
        clean = clean[: LONGEST // 2 if len(clean) <= LONGEST else LONGEST]
    return clean


def _pieces(text: str, marks: Sequence[Mark]) -> list[tuple[str, str]]:
    """The text cut at gaps and emphasis; figures look like the words around them."""
    pieces: list[tuple[str, str]] = []
    done = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        if mark.kind == "figure" or mark.start < done or not mark.start < mark.end <= len(text):
            continue
        pieces += [(text[done : mark.start], ""), (text[mark.start : mark.end], mark.kind)]
        done = mark.end
    pieces.append((text[done:], ""))
    return [(piece, kind) for piece, kind in pieces if piece]


def _has_gap(pieces: Sequence[tuple[str, str]]) -> bool:
    return any(kind == "gap" for _, kind in pieces)
