"""What a paragraph is: a heading, an item of a list or running text."""

import re
from dataclasses import dataclass

from jixiao.core.document import BlockKind
from jixiao.core.numbering import parse_mark
from jixiao.formats.docx.numbering import Label
from jixiao.formats.docx.styles import BODY_TEXT_LEVEL, Style

_LONGEST_HEADING = 42
_LONGEST_STYLED_HEADING = 80
_SENTENCE_ENDS = "。；;，,"
_AMOUNT = re.compile(r"\d[\d.]*\s*[万亿元%％]")
_TITLES = ("title", "标题", "subtitle")


@dataclass(frozen=True, slots=True)
class Kind:
    """Kind, level and printed number of a text block."""

    kind: BlockKind
    level: int = 0
    number: str = ""


def classify(text: str, style: Style, label: Label | None, outline: int | None) -> Kind:
    """The kind of a paragraph by its number mark, its style and the outline level set on it directly.

    A sentence stays running text though its style says heading: authors pick styles for their looks.
    """
    mark = parse_mark(text)
    if mark is not None:
        number, level = mark.text, mark.level
    elif label is not None:
        number, level = label.text, label.level + 1
    else:
        number, level = "", 0
    outline = style.outline if outline is None else outline
    if _is_styled_heading(text, style, outline):
        return Kind("heading", level or (outline or 0) + 1, number)
    if mark is None and label is None:
        return Kind("paragraph")
    return Kind("heading" if mark is not None and _is_short(text) else "item", level, number)


def _is_styled_heading(text: str, style: Style, outline: int | None) -> bool:
    if outline is None or outline >= BODY_TEXT_LEVEL:
        return style.name in _TITLES and len(text) <= _LONGEST_STYLED_HEADING
    return len(text) <= _LONGEST_STYLED_HEADING and not (
        len(text) > _LONGEST_HEADING and _AMOUNT.search(text)
    )


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and text[-1] not in _SENTENCE_ENDS and _AMOUNT.search(text) is None
