"""What a paragraph is: a heading, an item of a list or running text, by its style and by its looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.formats.docx.styles import BODY_TEXT_LEVEL
from jixiao.formats.kinds import LONGEST_HEADING, classify

if TYPE_CHECKING:
    from jixiao.core.document import BlockKind
    from jixiao.formats.docx.paragraphs import Paragraph

_LONGEST_STYLED_HEADING = 80
_TITLES = ("title", "标题")


def kind_of(text: str, paragraph: Paragraph) -> tuple[BlockKind, int, str]:
    """Kind, level and printed number.

    A sentence stays running text though its style says heading: authors pick styles for their looks.
    """
    kind, level, number = classify(text)
    label = paragraph.label
    if not number and label is not None:
        kind, level, number = "item", label.level + 1, label.text
    outline = paragraph.outline
    styled = paragraph.style.name in _TITLES if outline is None else outline < BODY_TEXT_LEVEL
    if styled and (
        len(text) <= LONGEST_HEADING or (len(text) <= _LONGEST_STYLED_HEADING and "。" not in text)
    ):
        return "heading", level or (outline or 0) + 1, number
    return kind, level, number
