"""Whether a line goes on in the next one: a line is broken only where the next word found no room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jixiao.formats.positioned.lines import Line

_OPENING: Final = "（(《〈“‘【〔[「『￥¥"
_CLOSING: Final = "，。、；：！？）)》〉”’】〕]」』%％‰℃…·,.;:!?"
_WORD: Final = ".,%+-/:_@&"
_SLACK: Final = 0.3
"""Of the size of the font: justified and centred lines are not exact."""


def first_word(text: str) -> int:
    """How many characters at the start of a text are never parted: a word, a figure, a sign with brackets."""
    stop = 0
    while stop < len(text) and text[stop] in _OPENING:
        stop += 1
    if stop < len(text) and _is_word(text[stop]):
        while stop < len(text) and (_is_word(text[stop]) or text[stop] in _WORD):
            stop += 1
    else:
        stop += 1
    while stop < len(text) and text[stop] in _CLOSING:
        stop += 1
    return min(stop, len(text))


def is_full(line: Line, following: Line, right: float) -> bool:
    """Whether the first word of the following line found no room in a line that may reach to ``right``."""
    if following.text[0] in _CLOSING and following.text[0] not in "…·.":
        return True  # such a sign opens no line of its own
    stop = first_word(following.text)
    needed = following.edges[stop] - following.edges[0]
    return needed > right - line.right - _SLACK * line.size


def glue(before: str, after: str) -> str:
    """What stands between the texts of two lines that are joined: a blank between words of letters."""
    letters = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return " " if letters else ""


def _is_word(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()
