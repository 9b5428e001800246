"""Which block goes to which sheet: the text to one, each table to its own, a form with all its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.formats.xlsx.write.naming import Names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jixiao.core.document import Block, Document

TEXT: Final = "正文"
SOURCES: Final = "数据来源"

_LONGEST_FORM_TEXT: Final = 120
_MOST_FORM_TEXTS: Final = 16
_ABOVE: Final = ("caption", "unit")
_BELOW: Final = ("note",)


@dataclass(slots=True)
class Line:
    """A line of the text sheet: a block's text, or a reference to the sheet where its table stands."""

    block: Block
    sheet: str = ""


@dataclass(slots=True)
class Page:
    """A sheet with one table or chart, and the texts above and below it."""

    name: str
    table: Block
    above: list[Block] = field(default_factory=list)
    below: list[Block] = field(default_factory=list)
    landscape: bool = False


@dataclass(slots=True)
class Plan:
    """The lines of the text sheet, and the sheets after it."""

    lines: list[Line]
    pages: list[Page]
    text: str = ""
    """The name of the text sheet; empty where all text is on the sheets of forms."""
    sources: str = ""


def plan(document: Document) -> Plan:
    """Deal out the blocks. Names are taken in the order of the sheets."""
    names = Names((TEXT, SOURCES))
    found = Plan([], [])
    for landscape, blocks in _sections(document.blocks):
        if _is_form(blocks):
            at = next(number for number, block in enumerate(blocks) if block.cells)
            above, below = list(blocks[:at]), list(blocks[at + 1 :])
            name = names.take(_title(above) or _words(above) or f"表{len(found.pages) + 1}")
            found.pages.append(Page(name, blocks[at], above, below, landscape))
        else:
            _deal(blocks, found, names, landscape=landscape)
    if all(line.sheet for line in found.lines):
        found.lines.clear()  # a list of the sheets alone says nothing that their tabs do not say
    if found.lines or not found.pages:
        found.text = TEXT
    if document.ledger is not None:
        found.sources = SOURCES
    return found


def _sections(blocks: Sequence[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """Blocks from one page turn to the next; True for landscape."""
    section: list[Block] = []
    landscape = False
    for block in blocks:
        page = block.look.page if block.look is not None else ""
        if page and section:
            yield landscape, section
            section = []
        landscape = page == "landscape" if page else landscape
        section.append(block)
    if section:
        yield landscape, section


def _is_form(blocks: Sequence[Block]) -> bool:
    """One table with few short words around it: title, unit, who filled it in."""
    texts = [block for block in blocks if not block.cells]
    return (
        [block.kind for block in blocks if block.cells] == ["table"]
        and len(texts) <= _MOST_FORM_TEXTS
        and all(block.kind == "paragraph" and block.look is not None for block in texts)
        and all(block.look.diagram is None and block.look.style != "body" for block in texts if block.look)
        and all(len(block.text) <= _LONGEST_FORM_TEXT for block in texts)
    )


def _deal(blocks: Sequence[Block], found: Plan, names: Names, *, landscape: bool) -> None:
    """Text to the text sheet; captions, units and notes go with their table."""
    index = 0
    while index < len(blocks):
        end = index
        while end < len(blocks) and _style(blocks[end]) in _ABOVE and not blocks[end].cells:
            end += 1
        if _style(blocks[index]) == "contents":  # the tabs of the sheets are the contents
            index += 1
            continue
        block = blocks[end] if end < len(blocks) else None
        if block is None or not block.cells or (block.kind == "chart" and end > index):
            found.lines.append(Line(blocks[index]))
            index += 1
            continue
        above = list(blocks[index:end])
        index = end + 1
        below: list[Block] = []
        if block.kind == "chart":  # its caption comes after it
            if index < len(blocks) and _style(blocks[index]) == "caption":
                above.append(blocks[index])
                index += 1
        else:
            while index < len(blocks) and _style(blocks[index]) in _BELOW:
                below.append(blocks[index])
                index += 1
        name = names.take(_words(above) or block.text or f"表{len(found.pages) + 1}")
        found.pages.append(Page(name, block, above, below, landscape))
        if above or block.text:
            found.lines.append(Line(above[0] if above else block, name))


def _style(block: Block) -> str:
    return block.look.style if block.look is not None else ""


def _title(blocks: Sequence[Block]) -> str:
    return next((block.text for block in blocks if _style(block) == "title"), "")


def _words(blocks: Sequence[Block]) -> str:
    return next((block.text for block in blocks if _style(block) == "caption"), "")
