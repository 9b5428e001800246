"""Rows of a form set with blanks: 护路员就业 ≥420人 482人 15 15; 及时率 100% 91.7% 10 8.2 晚发1个月，扣1.8分.

Below a header of targets and values a row has figures with their units and words, and ends with a remark,
which may be a sentence: neither is running text, nor part of the row's name.
"""

import re
from collections.abc import Sequence

Item = tuple[int, int, str]

_ASKED = re.compile(r"(?:指标|目标|完成|实际|计划)值|年度目标|实际完成")
_POINTS = re.compile(r"分值|得分|权重|评分")
_PIECE = re.compile(r"\S+")
_FIGURE = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?[%％]?")
_SENTENCE = re.compile(r"[。；]$")
_FEWEST, _LONGEST = 3, 40
"""Cells of a row; characters of its remark."""
_NAME = 25
"""Characters of a name; what is longer is a sentence."""


def form_width(rows: Sequence[Sequence[Item]]) -> int:
    """How many columns the last header has, where it is one of targets and values; else 0."""
    header = next((row for row in reversed(rows) if not _has_figures(row)), ())
    return len(header) if _asks(header) else 0


def of_forms(rows: Sequence[Sequence[Item]]) -> list[bool]:
    """For each row, whether it stands below a header of targets and values, with no more cells than that."""
    width, found = 0, []
    for row in rows:
        if not _has_figures(row):
            width = len(row) if _asks(row) else 0
        found.append(0 < len(row) <= width)
    return found


def _has_figures(row: Sequence[Item]) -> bool:
    return any(_FIGURE.fullmatch(word) for _, _, word in row)


def _asks(header: Sequence[Item]) -> bool:
    words = [word for _, _, word in header]
    asked = sum(_ASKED.search(word) is not None for word in words)
    return asked > 1 and any(_POINTS.search(word) for word in words)


def form_row(index: int, line: str, width: int) -> tuple[Item, ...] | None:
    """A row of a form so wide that ends with its remark, or None."""
    pieces = [(found.start(), found.group()) for found in _PIECE.finditer(line.replace("\u3000", "  "))]
    if not _FEWEST <= len(pieces) <= width:
        return None
    *cells, (_, remark) = pieces
    words = [word for _, word in cells]
    points = sum(_FIGURE.fullmatch(word) is not None for word in words[1:])
    if not points or len(remark) > _LONGEST or _FIGURE.match(words[0]):
        return None
    if any(len(word) > _NAME or _SENTENCE.search(word) for word in words):
        return None
    return tuple((index, start, word) for start, word in pieces)
