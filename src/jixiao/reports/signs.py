"""Signs of the private use area that carry marks through Jinja and Markdown.

A template is rendered to Markdown text, so whatever a printed number has to remember (its entry, that it is a
gap) travels as characters. Words of the dossier travel with their punctuation disguised: an asterisk that a
clerk typed is an asterisk and never emphasis.
"""

import re
from string import punctuation
from typing import Final

from jixiao.core.look import Mark, MarkKind

FIGURE: Final = "\ue000"  # number of the entry, MIDDLE, the printed characters, END
GAP: Final = "\ue001"
INSERT: Final = "\ue002"  # number of the insert, END; alone in its paragraph
MIDDLE: Final = "\ue003"
END: Final = "\ue004"
STRONG: Final = "\ue005"
_SHIFT: Final = 0xE100
_HIDDEN: Final = {ord(sign): chr(_SHIFT + ord(sign)) for sign in punctuation}
_SHOWN: Final = {ord(hidden): chr(sign) for sign, hidden in _HIDDEN.items()}
_OWN: Final = re.compile("[\ue000-\uf8ff]")
_TOKEN: Final = re.compile(f"{FIGURE}([0-9]+){MIDDLE}|[{GAP}{STRONG}]|{END}")
_INSERT: Final = re.compile(f"{INSERT}([0-9]+){END}")


def plain(text: str) -> str:
    """Words without signs of the private use area, which nobody can read anyway."""
    return _OWN.sub("\ufffd", text)


def disguised(text: str) -> str:
    """The words with their ASCII punctuation hidden from Markdown."""
    return text.translate(_HIDDEN)


def figure(number: int, printed: str) -> str:
    """A printed number of the entry."""
    return f"{FIGURE}{number}{MIDDLE}{disguised(printed)}{END}"


def gap(words: str) -> str:
    """A missing fact."""
    return f"{GAP}{disguised(plain(words))}{END}"


def insert(number: int) -> str:
    """A place for a table, form, chart or diagram: a paragraph of its own."""
    return f"\n\n{INSERT}{number}{END}\n\n"


def inserted(text: str) -> int | None:
    """The number of the insert that the paragraph stands for."""
    match = _INSERT.fullmatch(text.strip())
    return int(match[1]) if match else None


def undisguised(text: str) -> str:
    """The words as typed."""
    return text.translate(_SHOWN)


def opened(text: str) -> tuple[str, tuple[tuple[Mark, int], ...]]:
    """The text without signs, and its marks; a figure's mark comes with the number of its entry, else −1."""
    words: list[str] = []
    length = 0
    begun: list[tuple[MarkKind, int, int]] = []
    marks: list[tuple[Mark, int]] = []
    last = 0
    for match in _TOKEN.finditer(text):
        piece = undisguised(text[last : match.start()])
        words.append(piece)
        length += len(piece)
        last = match.end()
        if match[1]:
            begun.append(("figure", length, int(match[1])))
        elif match[0] == GAP:
            begun.append(("gap", length, -1))
        elif match[0] == STRONG:
            begun.append(("strong", length, -1))
        elif begun:
            kind, start, number = begun.pop()
            marks.append((Mark(start, length, kind), number))
    words.append(undisguised(text[last:]))
    return "".join(words), tuple(sorted(marks, key=lambda found: (found[0].start, -found[0].end)))
