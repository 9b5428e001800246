"""White space and line breaks of a page, as a reader takes them."""

import re
from typing import Final

from jixiao.core.numbering import parse_mark

_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_INVISIBLE: Final = re.compile(r"[\u200b\u200c\u200d\u2060\ufeff\u00ad\x00-\x08\x0b\x0e-\x1f]")
_WRAP: Final = "\x1f"
"""Stands for white space with a line end in it: the source was wrapped there."""
_WIDE: Final = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’、。]"
_WRAPPED_CHINESE: Final = re.compile(rf"(?<={_WIDE}) *{_WRAP}[ {_WRAP}]*(?={_WIDE})")
_RUN: Final = re.compile(rf"[ {_WRAP}]+")
_INDENT: Final = re.compile(r"\s*(?:\u3000|\xa0\xa0)")
_ENDS: Final = tuple("。；：！？;:!?")
_SHORTEST_WRAPPED: Final = 20
_SHARE_OF_LONGEST: Final = 0.7


def collapse(text: str) -> str:
    """White space as browsers collapse it; a line end in the source is remembered."""
    text = _INVISIBLE.sub("", text)
    return _SPACES.sub(lambda found: _WRAP if "\n" in found.group() else " ", text)


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a stretch of text: a line break parts them only where it plainly does.

    A broken line is continued when it is about as long as the longest, does not end a sentence, and neither a
    blank line, an indent nor a number follows.
    """
    raw = [_tidy(line) for line in text.split("\n")]
    longest = max(map(len, raw))
    found: list[str] = []
    parted = True
    for line in raw:
        stripped = line.replace("\xa0", " ").strip()
        if not stripped:
            parted = parted or bool(found)
            continue
        if parted or _INDENT.match(line) or parse_mark(stripped) is not None:
            found.append(stripped)
        else:
            gap = " " if found[-1][-1].isascii() and stripped[0].isascii() else ""
            found[-1] += gap + stripped
        full = len(stripped) >= max(_SHORTEST_WRAPPED, _SHARE_OF_LONGEST * longest)
        parted = stripped.endswith(_ENDS) or not full
    return found


def _tidy(line: str) -> str:
    """One line with its white space collapsed, none where Chinese was wrapped in the source."""
    return _RUN.sub(" ", _WRAPPED_CHINESE.sub("", line))
