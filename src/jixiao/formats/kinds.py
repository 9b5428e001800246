"""What a stretch of text is by its looks alone, for formats that do not say: heading, item or paragraph."""

import re
from typing import Final

from jixiao.core.document import BlockKind
from jixiao.core.numbering import parse_mark

LONGEST_HEADING: Final = 42
"""Characters; a numbered paragraph that is longer is an item."""

_AMOUNT: Final = re.compile(r"\d[\d.]*\s*[万亿元%％]")
_STOPS: Final = "。；;，,"


def classify(text: str) -> tuple[BlockKind, int, str]:
    """Kind, level and number of a paragraph: short and numbered is a heading, numbered an item."""
    mark = parse_mark(text)
    if mark is None:
        return "paragraph", 0, ""
    short = len(text) <= LONGEST_HEADING and text[-1] not in _STOPS and not _AMOUNT.search(text)
    return ("heading" if short else "item"), mark.level, mark.text
