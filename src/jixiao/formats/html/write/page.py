"""The whole page: head, sections of one orientation each, the blocks in them, the ledger."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from jixiao.core.look import Properties
from jixiao.formats.html.write.ledger import ledger_script
from jixiao.formats.html.write.pictures import picture
from jixiao.formats.html.write.tables import table
from jixiao.formats.html.write.texts import Context, headings, text_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.document import Block, Document

_ABOVE: Final = ("caption", "unit")
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""Whatever the words of the report try, the page fetches and runs nothing."""


def page(document: Document) -> str:
    """The page as text; it fetches nothing and runs nothing."""
    properties = document.properties or Properties()
    title = properties.title or document.name
    context = Context(document.ledger, headings(document.blocks))
    sections = [
        f'<section class="sheet{" wide" if wide else ""}">\n{_blocks(blocks, context)}\n</section>'
        for wide, blocks in _sections(document.blocks)
    ]
    style = files(__package__).joinpath("style.css").read_text(encoding="utf-8")
    parts = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        *_metadata(properties),
        f"<title>{'（草稿）' if properties.draft else ''}{escape(title)}</title>",
        f"<style>\n{style.strip()}\n</style>",
        "</head>",
        '<body class="draft">' if properties.draft else "<body>",
        "<main>",
        *sections,
        "</main>",
        *ledger_script(document.ledger),
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(parts)


def _metadata(properties: Properties) -> list[str]:
    """What the page says of itself, where the report says so."""
    named = (
        ("author", properties.author),
        ("description", properties.subject),
        ("keywords", properties.keywords),
        ("dcterms.created", properties.created),
    )
    return [
        '<meta name="generator" content="jixiao">',
        *(f'<meta name="{name}" content="{escape(said)}">' for name, said in named if said),
    ]


def _sections(blocks: Sequence[Block]) -> list[tuple[bool, list[Block]]]:
    """The blocks by page orientation, True for landscape; a section begins where a block asks for a page."""
    sections: list[tuple[bool, list[Block]]] = []
    for block in blocks:
        asked = block.look.page if block.look is not None else ""
        if asked or not sections:
            sections.append((asked == "landscape", []))
        sections[-1][1].append(block)
    return sections


def _blocks(blocks: Sequence[Block], context: Context) -> str:
    """The blocks of a section; captions become part of their table, chart or diagram."""
    parts: list[str] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        above = _captioned(blocks, index)
        if above:
            captions = [text_block(caption, context) for caption in blocks[index : index + above]]
            parts.append(table(blocks[index + above], context, captions))
            index += above + 1
        elif block.kind == "table" and block.cells:
            parts.append(table(block, context, []))
            index += 1
        elif (block.kind == "chart" and block.cells) or (block.look is not None and block.look.diagram):
            below = _caption_below(blocks, index + 1)
            parts.append(picture(block, context, below))
            index += 1 + (below is not None)
        else:
            parts.append(text_block(block, context))
            index += 1
    return "\n".join(part for part in parts if part)


def _captioned(blocks: Sequence[Block], index: int) -> int:
    """How many caption and unit lines from here on lead to a table; 0 if they lead to none."""
    end = index
    while end < len(blocks) and _style(blocks[end]) in _ABOVE and not blocks[end].cells:
        end += 1
    leads = end < len(blocks) and blocks[end].kind == "table" and bool(blocks[end].cells)
    return end - index if leads else 0


def _caption_below(blocks: Sequence[Block], index: int) -> Block | None:
    """The caption that follows a chart or diagram, unless it is that of a table."""
    if index >= len(blocks) or _style(blocks[index]) != "caption" or blocks[index].cells:
        return None
    return None if blocks[index].text.lstrip().startswith("表") else blocks[index]


def _style(block: Block) -> str:
    return block.look.style if block.look is not None else ""
