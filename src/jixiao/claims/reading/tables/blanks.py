"""Cells without content: signs of nothing, and the hints that a form prints for what is missing."""

import re
from collections.abc import Mapping, Sequence

from jixiao.core.numbering import parse_mark

_NOTHING = frozenset(("/", "—", "——", "-", "--", "无", "×"))
_WORDS = r"\s*(?:待补|待填|待定|请填|此处填)"
_BRACKETS = (("〔", "〕"), (r"\[", r"\]"), ("【", "】"), ("<", ">"))
_GAP = re.compile(  # 〔待补：因公出国（境）费〕: brackets of another kind may stand inside
    "|".join(
        rf"\s*{begin}{_WORDS}{inside}{end}\s*"
        for begin, inside, end in (
            *((begin, rf"[^{begin}{end}]*", end) for begin, end in _BRACKETS),
            ("[(（]", "[^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*", "[)）]"),
        )
    )
)
_FEWEST = 2


def is_gap(word: str) -> bool:
    """Whether a cell only says that something is missing: 〔待补：分值〕."""
    return _GAP.fullmatch(word) is not None


def tells_nothing(words: Mapping[int, str], filled: Sequence[int]) -> bool:
    """Whether a row is one of figures that are not there, and so no header.

    ``words`` are its cells by column, ``filled`` the columns of those that are not empty. It has gaps
    (〔待补：金额〕), signs of nothing in all columns but two, or a mark and the same words under all columns
    (不需填列).
    """
    if len(filled) > 1 and any(is_gap(words[c]) for c in filled[1:]):
        return True
    others = {words[c] for c in filled[1:]}
    if len(filled) > _FEWEST and sum(words[c] in _NOTHING for c in filled) >= len(filled) - _FEWEST:
        return True
    return len(filled) > _FEWEST and len(others) == 1 and parse_mark(words[filled[0]]) is not None
