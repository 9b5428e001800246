"""What a stretch of text is by its looks alone, for formats that do not say: heading, item or paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jixiao.core.numbering import parse_mark

if TYPE_CHECKING:
    from jixiao.core.document import BlockKind
    from jixiao.formats.numbering import Label

LONGEST_HEADING: Final = 42
"""Characters; a numbered paragraph that is longer is an item."""
BODY_TEXT_LEVEL: Final = 9
"""The outline level of Word that means running text."""

_AMOUNT: Final = re.compile(r"\d[\d.]*\s*[万亿元%％]")
_LONGEST_STYLED_HEADING: Final = 80
_TITLES: Final = ("title", "标题")
_STOPS: Final = "。；;，,"


def classify(text: str) -> tuple[BlockKind, int, str]:
    """Kind, level and number of a paragraph: short and numbered is a heading, numbered an item."""
    mark = parse_mark(text)
    if mark is None:
        return "paragraph", 0, ""
    short = len(text) <= LONGEST_HEADING and text[-1] not in _STOPS and not _AMOUNT.search(text)
    return ("heading" if short else "item"), mark.level, mark.text


def kind_of(text: str, label: Label | None, outline: int | None, style: str) -> tuple[BlockKind, int, str]:
    """Kind, level and printed number of a paragraph of a word processor.

    ``outline`` is its level from 0 (None: unsaid), ``style`` the name of its style in lower case. A sentence
    stays running text though its style says heading: authors pick styles for their looks.
    """
    kind, level, number = classify(text)
    if not number and label is not None:
        kind, level, number = "item", label.level + 1, label.text
    styled = style in _TITLES if outline is None else outline < BODY_TEXT_LEVEL
    if styled and (
        len(text) <= LONGEST_HEADING or (len(text) <= _LONGEST_STYLED_HEADING and "。" not in text)
    ):
        return "heading", level or (outline or 0) + 1, number
    return kind, level, number
