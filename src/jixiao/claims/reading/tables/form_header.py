"""The header of a self-evaluation form as text: 分值 … 得分."""

import re
from collections.abc import Iterable

_WEIGHT = r"(?:分\s?值|权\s?重|标\s?准\s?分|满\s?分|配\s?分|赋\s?分)(?:\([^)]{0,8}\))?"
WEIGHT = rf"(?:参\s?考\s?)?{_WEIGHT}"
SCORE = r"(?:(?:实\s?际|自\s?评)?得\s?分|自\s?评\s?分|评\s?分)"
BLANK = r"[\s|]*"
HEADER = re.compile(rf"{WEIGHT}{BLANK}{SCORE}")
_SOME = re.compile(rf"{_WEIGHT}{BLANK}{SCORE}")
"""Found faster: it begins with a plain sign."""


def has_header(texts: Iterable[str]) -> bool:
    """Whether the cells and lines of a document have one."""
    return _SOME.search("|".join(texts)) is not None
