"""Headings, paragraphs and items, and within them figures, gaps and emphasis."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Final

from jixiao.core.numbering import parse_mark
from jixiao.formats.html.write.figures import figure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.core.document import Block
    from jixiao.core.ledger import Entry, Ledger
    from jixiao.core.look import Mark

_LAST_HEADING: Final = 6
_YEAR: Final = re.compile(r"<data [^>]*>\d{4}</data>年度?|<[^>]*>|(?<!\d)\d{4}年度?")
"""A year in a title as HTML, or any other tag."""
_GAP: Final = "此处缺少数据，需补充"


@dataclass(slots=True)
class Context:
    """What every block may need: the entries of the ledger by name, the headings of the whole document."""

    ledger: Ledger | None
    headings: Sequence[tuple[str, Block]]
    entries: Mapping[str, Entry] = field(init=False)
    anchors: Mapping[int, str] = field(init=False)
    titled: bool = field(init=False)

    def __post_init__(self) -> None:
        """Look up once what is asked for often."""
        self.entries = {} if self.ledger is None else {entry.name: entry for entry in self.ledger.entries}
        self.anchors = {block.index: name for name, block in self.headings}
        self.titled = any(_is_title(block) for _, block in self.headings)


def headings(blocks: Sequence[Block]) -> list[tuple[str, Block]]:
    """The headings and titles with the names by which links reach them."""
    found = [block for block in blocks if (block.kind == "heading" or _is_title(block)) and not block.cells]
    return [(f"h{number}", block) for number, block in enumerate(found, start=1)]


def text_block(block: Block, context: Context) -> str:
    """A block without cells."""
    words = runs(block.text, block.marks, context)
    words = _YEAR.sub(_whole, words) if _is_title(block) else words
    style = block.look.style if block.look is not None else "body"
    if style == "contents":
        return _contents(words, context)
    shown = "" if style == "body" else f' class="{style}"'
    name = f' id="{context.anchors[block.index]}"' if block.index in context.anchors else ""
    if block.kind == "heading":
        level = min(max(block.level, 1), _LAST_HEADING)
        # the paper's title is the first level; how deep a heading lies below it is told to screen readers
        deeper = ""
        if context.titled and not _is_title(block):
            deeper = f' aria-level="{level + 1}"'
        return f"<h{level}{name}{shown or _numbered(block)}{deeper}>{words}</h{level}>"
    if _is_title(block):
        return f'<p{name}{shown} role="heading" aria-level="1">{words}</p>'
    if block.kind == "item" and not block.number:
        return f"<ul><li>{words}</li></ul>"
    return f"<p{shown}>{words}</p>" if words or block.look is not None else ""


def runs(text: str, marks: Sequence[Mark], context: Context) -> str:
    """The text with its marks as elements; of marks that overlap the first counts."""
    parts: list[str] = []
    done = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < done or mark.end > len(text) or mark.end <= mark.start:
            continue
        parts.append(plain(text[done : mark.start]))
        words = plain(text[mark.start : mark.end])
        if mark.kind == "gap":
            parts.append(f'<mark class="gap" title="{_GAP}">{words}</mark>')
        elif mark.kind == "strong":
            parts.append(f"<strong>{words}</strong>")
        else:
            parts.append(figure(mark.entry, context.entries.get(mark.entry), words))
        done = mark.end
    return "".join(parts) + plain(text[done:])


def plain(text: str) -> str:
    """Text as HTML; of several spaces in a row all are shown."""
    return escape(text).replace("\n", "<br>").replace("  ", "&nbsp; ").replace("  ", " &nbsp;")


def _whole(found: re.Match[str]) -> str:
    """A year that no line shall break; tags stay as they are."""
    year = found[0].endswith(("年", "年度"))
    return f'<span class="whole">{found[0]}</span>' if year else found[0]


def _is_title(block: Block) -> bool:
    return block.look is not None and block.look.style == "title"


def _numbered(block: Block) -> str:
    """A heading looks as its number demands: 一、（一）1.（1） differ (GB/T 9704-2012, 7.3.3)."""
    mark = parse_mark(block.number or block.text)
    return "" if mark is None else f' class="{mark.style.replace("_", "-")}"'


def _contents(words: str, context: Context) -> str:
    """The table of contents: links to the headings, which readers of the text leave out as navigation."""
    links = [
        f'<li class="level{min(max(block.level, 1), 3)}"><a href="#{name}">{escape(block.text)}</a></li>'
        for name, block in context.headings
        if not _is_title(block)
    ]
    title = f'<p class="contents">{words}</p>\n' if words else ""
    return f'{title}<nav class="contents" aria-label="目录"><ol>\n{chr(10).join(links)}\n</ol></nav>'
