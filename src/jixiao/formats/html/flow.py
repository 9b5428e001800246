"""The content of an element in reading order: texts and tables; what a reader does not see is left out.

The walk keeps its own stack, so that no depth of nesting can exhaust Python's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jixiao.core.numbering import parse_mark
from jixiao.formats.html.lists import List, is_hidden, open_list
from jixiao.formats.html.text import collapse, paragraphs

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

DROPPED: Final = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "header",
        "footer",
        "iframe",
        "frame",
        "object",
        "embed",
        "applet",
        "svg",
        "canvas",
        "audio",
        "video",
        "map",
        "input",
        "select",
        "textarea",
        "button",
        "datalist",
        "option",
        "optgroup",
        "progress",
        "meter",
        "dialog",
        "del",
        "rt",
        "rp",
        "title",
        "base",
        "link",
        "meta",
    ]
)
_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "math",
        "nobr",
        "o:p",
        "output",
        "q",
        "ruby",
        "rb",
        "s",
        "samp",
        "small",
        "span",
        "st1",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_LISTS: Final = ("ol", "ul", "menu")
_PRESERVED: Final = ("pre", "xmp", "plaintext", "listing")


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; ``heading``: 1 to 6 in a heading; ``item``: depth of the list; ``number`` as shown."""

    text: str
    heading: int = 0
    item: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that is still to be read."""

    node: LexborNode


Piece = Text | Table


def flow(root: LexborNode) -> list[Piece]:
    """The content below an element; tables within are told, not entered."""
    walk = _Walk()
    node = root.first_child
    stack: list[LexborNode] = []
    while True:
        if node is None:
            if not stack:
                break
            done = stack.pop()
            walk.leave(done)
            node = done.next
        elif walk.enter(node) and (below := node.first_child) is not None:
            stack.append(node)
            node = below
        else:
            node = node.next
    walk.flush()
    return walk.pieces


class _Walk:
    """The state of a walk: the open lists, and the text since the last block began or ended."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._buffer: list[str] = []
        self._lists: list[List] = []
        self._number: tuple[str, int | None] = ("", None)
        self._items = self._heading = self._preserved = 0

    def enter(self, node: LexborNode) -> bool:
        """Take note of an element or text; whether its children are to be visited."""
        tag = node.tag
        if tag == "-text":
            text = node.text_content or ""
            self._buffer.append(text.replace("\r\n", "\n") if self._preserved else collapse(text))
        if tag is None or tag.startswith("-") or tag in DROPPED or is_hidden(node):
            return False
        if tag == "br":
            self._buffer.append("\n")
            return False
        if tag == "table":
            self.flush()
            self.pieces.append(Table(node))
            return False
        if tag in _INLINE:
            return True
        self.flush()
        if node.first_child is not None:
            self._open(tag, node)
        elif tag == "li" and self._lists:
            self._lists[-1].take(node)
        return True

    def leave(self, node: LexborNode) -> None:
        """The end of an element that was entered and has children."""
        tag = node.tag or ""
        if tag in _INLINE:
            return
        self.flush()
        if tag in _LISTS:
            self._lists.pop()
        elif tag == "li":
            self._items -= 1
            self._number = ("", None)
        elif tag in _HEADINGS:
            self._heading = 0
        elif tag in _PRESERVED:
            self._preserved -= 1

    def flush(self) -> None:
        """End the current stretch of text."""
        if not self._buffer:
            return
        lines = paragraphs("".join(self._buffer))
        self._buffer.clear()
        for line in lines:
            text, (number, value) = line, self._number
            self._number = ("", None)
            if number:
                own = parse_mark(line)
                if own is not None and own.value == value:
                    number = ""  # the author typed the number as well
                else:
                    text = f"{number}{line}" if number.endswith("、") else f"{number} {line}"
            self.pieces.append(Text(text, self._heading, len(self._lists) if self._items else 0, number))

    def _open(self, tag: str, node: LexborNode) -> None:
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag in _LISTS:
            self._lists.append(open_list(node))
        elif tag == "li":
            self._items += 1
            if self._lists:
                self._number = self._lists[-1].take(node)
        elif tag in _PRESERVED:
            self._preserved += 1
