"""The blocks of a Document as strips: titles, headings, paragraphs, tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from jixiao.core.look import Look
from jixiao.formats.docx.write.contents import contents_title, is_listed
from jixiao.formats.docx.write.headings import heading_level, is_part
from jixiao.formats.docx.write.sections import PITCH, TEXT_HEIGHT, TEXT_WIDTH
from jixiao.formats.docx.write.signing import signing
from jixiao.formats.docx.write.text import shifted
from jixiao.formats.docx.write.titles import title_indents
from jixiao.formats.ofd.write.breaking import broken, length
from jixiao.formats.ofd.write.canvas import Thing, Type, Words, line_things
from jixiao.formats.ofd.write.grid import WIDEST, Grid
from jixiao.formats.ofd.write.strips import Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.document import Block, Cell
    from jixiao.core.look import Mark

_PLAIN: Final = Look()
_HEADS: Final = ("title", "subtitle")
_CONTENTS_DEPTH: Final = 2
_KEPT_ROWS: Final = 8
"""A table of so few rows stays on one page."""
_WIDEST_GAP: Final = 2
"""A line is stretched to its full width where it lacks no more than so many half widths per ten signs."""


_TYPE: Final = Type()


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set; lengths in twentieths of a point, ``indent`` in half widths."""

    type: Type = _TYPE
    align: Literal["both", "center", "left", "right"] = "both"
    before: int = 0
    after: int = 0
    indent: int = 0
    keep: bool = False


_SMALL = Type("body", 210, 320, 105)
BODY: Final = Style(indent=4)
_STYLES: Final = {
    "body": BODY,
    "title": Style(Type("title", 440, 700, 220), "center", PITCH, keep=True),
    "subtitle": Style(Type("script"), "center", after=PITCH, keep=True),
    "caption": Style(Type("black", 240, 400, 120), "center", 120, 60),
    "unit": Style(_SMALL, "right", keep=True),
    "note": Style(_SMALL, "both", 60, 120),
    "attachment": Style(Type("black"), "left", keep=True),
    "signature": Style(align="right", keep=True),
    "seal": Style(align="right", keep=True),
    "date": Style(align="right"),
    "contents": Style(Type("title", 440, 700, 220), "center", after=PITCH, keep=True),
}
_HEADINGS: Final = {1: Type("black"), 2: Type("script"), 3: Type("body", bold=True)}
_BELOW_TABLE: Final = 240


class Flow:
    """Turns blocks into strips, in order; ask ``strips`` once."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._page: str = (_look(blocks[0]).page if blocks else "") or "portrait"
        self._found: list[Strip] = []
        self._turn: str = self._page
        """The orientation that the next strip begins."""
        self._new_page = False
        self._listed = [block for block in blocks if is_listed(block)]
        self._has_parts = any(is_part(block) for block in self._listed)

    def strips(self) -> list[Strip]:
        """All of them; none for a document without blocks."""
        for number, block in enumerate(self._blocks):
            look = _look(block)
            if look.page not in ("", self._page):
                self._page = self._turn = look.page
            elif number and (look.page or _look(self._blocks[number - 1]).style == "contents"):
                self._new_page = True
            self._block(number, block, look)
        return self._found

    def _block(self, number: int, block: Block, look: Look) -> None:
        if look.diagram is not None and not block.cells:
            self._diagram(block, look)
        elif block.kind == "heading" and block.text and look.style not in _HEADS:
            level = self._level(block)
            align: Literal["center", "left"] = "center" if is_part(block) else "left"
            kind = _HEADINGS.get(heading_level(block), Type())
            style = Style(kind, align, indent=0 if is_part(block) else 4, keep=True)
            self._paragraph(block.text, block.marks, style, heading=(level, block.text, block.index))
        elif look.style == "contents":
            self._contents(block)
        elif (block.text or not block.cells) and not self._is_captioned(number, block):
            self._text(number, block, look)
        if block.cells:
            if look.chart is not None and look.chart.unit:  # a drawing would have it at its axis
                self._paragraph(f"单位：{look.chart.unit}", (), _STYLES["unit"])
            captioned = block.kind == "chart" and self._following(number, "caption") is not None
            self._table(block, keep=look.keep or captioned)

    def _text(self, number: int, block: Block, look: Look) -> None:
        style = _STYLES[look.style]
        before, after, right, left = style.before, style.after, 0, 0
        following = self._following(number)
        if look.style == "title":
            left, right = title_indents(block.text, TEXT_WIDTH[self._page])
            if following is not None and _look(following).style not in _HEADS:
                after = PITCH
        elif (place := signing(self._blocks, number)) is not None:
            right, before = place
        if block.kind == "chart" and look.style == "body":
            style = _STYLES["caption"]
        keep = (
            style.keep
            or look.keep
            or bool(block.cells)
            or signing(self._blocks, number + 1) is not None
            or (look.style == "caption" and following is not None and bool(following.cells))
        )
        style = replace(style, before=before, after=after, keep=keep)
        self._paragraph(block.text, block.marks, style, (left, right))

    def _paragraph(
        self,
        text: str,
        marks: Sequence[Mark],
        style: Style,
        sides: tuple[int, int] = (0, 0),
        heading: tuple[int, str, int] | None = None,
    ) -> None:
        """One paragraph; ``sides`` are what it leaves free at the left and right."""
        kind = style.type
        width = TEXT_WIDTH[self._page] - sum(sides)
        text = text.replace("\t", "\u3000").replace("\r", " ")
        found = broken(text, width // kind.half, style.indent)
        below_table = _BELOW_TABLE if self._is_after_table() else 0
        for number, (start, end) in enumerate(found):
            is_last = number + 1 == len(found)
            left = sides[0] + (style.indent * kind.half if number == 0 else 0)
            goes_on = not is_last and text[end : end + 1] != "\n"
            shift, spread = _set(text[start:end], style, width - left + sides[0], goes_on=goes_on)
            things, _ = line_things(text[start:end], shifted(marks, start, end), kind, left + shift, spread)
            room = style.before if number == 0 else 0
            self._add(
                Strip(
                    height=room + kind.pitch + (style.after if is_last else 0),
                    things=tuple(thing.moved(0, room) for thing in things) if room else tuple(things),
                    before=max(below_table - room, 0) if number == 0 else 0,
                    keep=style.keep,
                    heading=heading if number == 0 else None,
                )
            )

    def _contents(self, block: Block) -> None:
        self._paragraph(contents_title(block), (), _STYLES["contents"])
        for heading in self._listed:
            level = self._level(heading)
            if level <= _CONTENTS_DEPTH:
                kind = Type("black") if level == 1 else Type()
                left = (level - 1) * 2 * kind.half
                things = tuple(line_things(heading.text.replace("\n", " "), (), kind, left)[0])
                self._add(Strip(kind.pitch, things, contents=heading.index))

    def _table(self, block: Block, *, keep: bool) -> None:
        """The table; ``keep`` its last row on the page of what follows."""
        columns = max(cell.column + cell.column_span for cell in block.cells)
        if columns > WIDEST:
            self._lines(block)
            return
        if self._is_after_table():
            self._add(Strip(_BELOW_TABLE, keep=True))
        grid = Grid(block, TEXT_WIDTH[self._page], TEXT_HEIGHT[self._page] // 2)
        count = len(grid.bands)
        kept = count - 1 if count <= _KEPT_ROWS else grid.head_bands
        for band, height in enumerate(grid.bands):
            stays = band < kept if band + 1 < count else keep
            self._add(Strip(height, keep=stays, grid=grid, band=band))

    def _lines(self, block: Block) -> None:
        """A table too wide for any page, a row a paragraph."""
        rows: dict[int, list[Cell]] = {}
        for cell in block.cells:
            rows.setdefault(cell.row, []).append(cell)
        for _, cells in sorted(rows.items()):
            self._paragraph("\u3000".join(cell.text for cell in cells), (), _STYLES["note"])

    def _diagram(self, block: Block, look: Look) -> None:
        """The boxes in words: a flow in one line, a tree with a box a line, moved in by its depth."""
        diagram = look.diagram
        if diagram is None:
            return
        if diagram.kind == "flow":
            self._paragraph(" → ".join(node.text for node in diagram.nodes), (), replace(BODY, indent=0))
        else:
            depths: list[int] = []
            for node in diagram.nodes:
                depths.append(0 if node.under is None else depths[node.under] + 1)
                style = Style(Type("body", 240, 400, 120), "left", keep=True)
                self._paragraph(node.text, (), style, (depths[-1] * 480, 0))
        if block.text:
            self._paragraph(block.text, block.marks, _STYLES["caption"])

    def _level(self, block: Block) -> int:
        """In the outline, from 1; below parts all others stand one deeper."""
        return heading_level(block) + (self._has_parts and not is_part(block))

    def _is_captioned(self, number: int, block: Block) -> bool:
        """Whether the caption below a chart tells its title."""
        caption = self._following(number, "caption") if block.kind == "chart" else None
        return caption is not None and block.text in caption.text

    def _following(self, number: int, style: str = "") -> Block | None:
        """The next block, if it has the style."""
        following = self._blocks[number + 1] if number + 1 < len(self._blocks) else None
        return following if following is not None and style in ("", _look(following).style) else None

    def _is_after_table(self) -> bool:
        return bool(self._found) and self._found[-1].grid is not None

    def _add(self, strip: Strip) -> None:
        self._found.append(replace(strip, page=self._turn, new_page=self._new_page))
        self._turn, self._new_page = "", False


def _set(text: str, style: Style, width: int, *, goes_on: bool) -> tuple[int, int]:
    """How far a line is moved to the right, and by how much it is stretched."""
    half = style.type.half
    spare = max(width - length(text.rstrip()) * half, 0)
    if style.align == "center":
        return spare // 2, 0
    if style.align == "right":
        return spare, 0
    fits = spare * 10 <= len(text) * half * _WIDEST_GAP
    return (0, spare) if style.align == "both" and goes_on and fits else (0, 0)


def page_number(number: int, width: int) -> list[Thing]:
    """— 1 —: at the right of odd pages and the left of even ones, one sign within (GB/T 9704, 7.5)."""
    kind = Type("number", 280, 400, 140)
    text = f"— {number} —"
    taken = length(text) * kind.half
    left = width - taken - 280 if number % 2 else 280
    return line_things(text, (), kind, left)[0]


def contents_end(strip: Strip, page: int, width: int) -> list[Thing]:
    """The leader and the page number that end a line of the table of contents."""
    words = [thing for thing in strip.things if isinstance(thing, Words)]
    if not words:
        return []
    last = words[-1]
    kind = last.type
    start = last.left + last.width
    shown = str(page)
    room = (width - start) // kind.half - length(shown) - 2
    leader = "…" * max(room // 2, 1)
    text = f"{leader}{shown}"
    return line_things(text, (), kind, width - length(text) * kind.half)[0]


def _look(block: Block) -> Look:
    return block.look or _PLAIN
