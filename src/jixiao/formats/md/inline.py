"""The inline content of a paragraph or cell as texts with their places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.core.numbering import parse_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from jixiao.core.document import Segment
    from jixiao.formats.md.source import Source

_BREAKS: Final = ("<br>", "<br/>", "<br />")


@dataclass(slots=True)
class Shown:
    """A stretch of shown text; ``segments`` lead to where it was written."""

    text: str = ""
    segments: list[Segment] = field(default_factory=list)
    pictures: int = 0

    def add(self, text: str, segments: Sequence[Segment] = ()) -> None:
        """Append text."""
        self.text += text
        self.segments += segments


def paragraphs(token: Token, source: Source, last: int) -> list[Shown]:
    """The paragraphs of an ``inline`` token that ends in line ``last`` (from 0).

    Lines go on as Markdown has them, but a line that begins with a number such as （一） is a paragraph,
    as its writer saw it; and so is what follows a hard break.
    """
    found = [Shown()]
    children = token.children or []
    for number, child in enumerate(children):
        if child.type == "hardbreak" or (child.type == "html_inline" and child.content.lower() in _BREAKS):
            found.append(Shown())
        elif child.type == "softbreak":
            after = next((one.content for one in children[number + 1 :] if one.content.strip()), "")
            if parse_mark(after) is not None:
                found.append(Shown())
            else:
                found[-1].add(_joint(found[-1].text, after))
        elif child.type in ("text", "code_inline", "text_special"):
            found[-1].add(child.content, source.place(child.content, len(found[-1].text), last))
        elif child.type == "image":
            found[-1].pictures += 1
            source.skip(str(child.attrGet("src") or ""), last)
        elif child.type == "link_close":
            source.skip("](", last)
    return [stripped for one in found if (stripped := _stripped(one)).text or stripped.pictures]


def cell_text(token: Token, source: Source, last: int) -> Shown:
    """The text of a cell, its breaks as line ends."""
    whole = Shown()
    for part in paragraphs(token, source, last):
        if whole.text:
            whole.add("\n")
        shift = len(whole.text)
        whole.add(part.text, [_moved(one, shift) for one in part.segments])
        whole.pictures += part.pictures
    return whole


def _joint(before: str, after: str) -> str:
    """What stands for the end of a line: a blank between Latin words, nothing in Chinese."""
    return " " if before[-1:].isascii() and after[:1].isascii() and before and after else ""


def _stripped(shown: Shown) -> Shown:
    text = shown.text.strip()
    cut = len(shown.text) - len(shown.text.lstrip())
    if not cut:
        return Shown(text, shown.segments, shown.pictures)
    segments = [_moved(one, -cut) for one in shown.segments]
    return Shown(text, [_from_start(one) for one in segments], shown.pictures)


def _moved(segment: Segment, shift: int) -> Segment:
    return type(segment)(segment.offset + shift, segment.line, segment.column)


def _from_start(segment: Segment) -> Segment:
    if segment.offset >= 0:
        return segment
    return type(segment)(0, segment.line, segment.column - segment.offset)
