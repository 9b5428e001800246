"""A package has its parts in order, and a section of the narrative for each of its tables (domain 6.2)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.claims.final_accounts.recognising import Package
from jixiao.claims.final_accounts.rule import Answer, Compared, NotApplicable, Rule
from jixiao.claims.final_accounts.titles import Kind, kind_of_section, kind_of_title, squeezed
from jixiao.core.document import Block
from jixiao.core.observation import Observation

KIND = "accounts_parts"
NO_PART, NO_SECTION, ORDER = "accounts_part_missing", "accounts_section_missing", "accounts_order"
_PART = re.compile(r"^第[一二三四五六七八九]部分")
_CONTENTS = re.compile(r"\d$|[.…·]{3}")
"""How a line of the table of contents ends: in dots and a page."""
_PARTS = (
    ("概况", re.compile(r"概况|基本情况")),
    ("决算情况说明", re.compile(r"说明|分析")),
    ("名词解释", re.compile(r"名词|术语")),
)
_SECTIONS: tuple[Kind, ...] = (
    "total",
    "receipts",
    "spending",
    "appropriation",
    "general",
    "basic",
    "publics",
    "funds",
    "capital",
)
_ANYWHERE = {"publics"}
"""Places set the three publics in various orders."""
_FEWEST_PARTS, _FEWEST_SECTIONS = 3, 4


def _ask(package: Package) -> Iterator[Answer]:
    blocks = package.reading.document.blocks
    headings = [b for b in blocks if b.kind == "heading" and _CONTENTS.search(b.text) is None]
    parts = [(b, squeezed(b.text)) for b in headings if _PART.match(squeezed(b.text))]
    sections: dict[Kind, Block] = {}
    for block in headings:
        kind = kind_of_section(block.text)
        if kind is not None and kind_of_title(block.text) is None and block.text not in dict(parts).values():
            sections.setdefault(kind, block)
    whole = len(parts) >= _FEWEST_PARTS
    if whole:
        yield from _of_parts(parts)
    if len(sections) >= _FEWEST_SECTIONS:
        yield from _of_sections(package, sections)
    elif not whole:
        yield NotApplicable("文中没有分部分、分节的决算说明", "the document has no parts and sections")


def _of_parts(parts: list[tuple[Block, str]]) -> Iterator[Answer]:
    found: list[Block] = []
    for name, pattern in _PARTS:
        block = next((block for block, title in parts if pattern.search(title)), None)
        if block is None:
            yield _fault(NO_PART, parts[0][0], name)
            continue
        found.append(block)
        yield Compared()
    yield from _ordered(found)


def _of_sections(package: Package, sections: dict[Kind, Block]) -> Iterator[Answer]:
    last: Block | None = None
    for kind in _SECTIONS:
        table = package.table(kind)
        if kind in sections:
            last = sections[kind]
            yield Compared()
        elif table is not None:
            yield _fault(NO_SECTION, last or next(iter(sections.values())), table.name)
    yield from _ordered([sections[kind] for kind in _SECTIONS if kind in sections and kind not in _ANYWHERE])


def _ordered(blocks: list[Block]) -> Iterator[Answer]:
    """The first that stands before what it should follow."""
    for before, after in pairwise(blocks):
        if after.index < before.index:
            yield _fault(ORDER, after, before.text.strip())
            return


def _fault(fault: str, block: Block, wanted: str) -> Observation:
    return Observation(
        kind=KIND,
        verdict="fails",
        quote=block.text.strip(),
        place=block.place(0, len(block.text)),
        stated=block.text.strip(),
        computed=wanted,
        fault=fault,
    )


RULES = (
    Rule("JX470", KIND, "各部分、各节齐全，次序正确", "Parts and sections are complete, in order", _ask),
)
