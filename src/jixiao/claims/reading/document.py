"""A whole document, read: its numbers, statements, tables, sections, year and body."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jixiao.claims.reading.bare import MoneyUnits
from jixiao.claims.reading.body import body_of
from jixiao.claims.reading.builder import Builder
from jixiao.claims.reading.glued import GluedCells, outside
from jixiao.claims.reading.glued_points import point_tokens
from jixiao.claims.reading.level_points import LevelPoints
from jixiao.claims.reading.list_numbers import Lists
from jixiao.claims.reading.script import plain
from jixiao.claims.reading.statements import Context, Statement
from jixiao.claims.reading.tables.column_pattern import Pattern
from jixiao.claims.reading.tables.form_header import has_header
from jixiao.claims.reading.tables.patterns import column_patterns
from jixiao.claims.reading.tables.placing import place_rows
from jixiao.claims.reading.tables.table import TableReading, read_table
from jixiao.claims.reading.tokens import Token, cell_tokens, find_tokens
from jixiao.claims.reading.unit_lines import unit_above
from jixiao.claims.reading.units import declared_unit, throughout
from jixiao.core.document import Block, Document
from jixiao.core.numbering import Mark, parse_mark
from jixiao.core.quantity import Quantity, Unit

if TYPE_CHECKING:
    from jixiao.claims.scores.scored import Scored
    from jixiao.claims.sums.runs import Entry

_YEAR = re.compile(r"((?:19|20)\d\d)\s?年")
_FACTS = re.compile(r"\d")


@dataclass(slots=True)
class Paragraph:
    """A text block with its plain text, tokens and statements."""

    block: Block
    text: str
    tokens: list[Token] = field(default_factory=list)
    bare: list[Token] = field(default_factory=list)
    """Figures of the cells of a form whose table was lost; no statement has them."""
    points: list[Token] = field(default_factory=list)
    """Those of its tokens that are points."""
    statements: list[Statement] = field(default_factory=list)
    section: int = 0
    first_sentence: int = 0
    list_number: int = 0
    mark: Mark | None = None
    """The number mark that it begins with."""
    scores: "list[Scored] | None" = field(default=None, repr=False)
    """What it tells of scores, made on first use."""


@dataclass(slots=True)
class Reading:
    """Everything that extractors work on."""

    document: Document
    paragraphs: list[Paragraph]
    tables: list[TableReading]
    tokens: list[Token]
    statements: list[Statement]
    year: int | None = None
    title: str = ""
    body: str = ""
    sections: list[tuple[str, ...]] = field(default_factory=list)
    """For each section number the path of headings above it."""

    @property
    def quantities(self) -> list[Quantity]:
        """All numbers, in order."""
        return [token.build() for token in self.tokens]

    def paragraph_of(self, block: int) -> Paragraph | None:
        """The paragraph of a block, None for a table."""
        return self._by_block.get(block)

    def text_of(self, token: Token) -> str:
        """The plain text of the paragraph that a token stands in; as printed in a table."""
        paragraph = self._by_block.get(token.block.index)
        return token.block.text if paragraph is None else paragraph.text

    def add(self, paragraph: Paragraph) -> None:
        """Append a paragraph."""
        self.paragraphs.append(paragraph)
        self._by_block[paragraph.block.index] = paragraph

    is_form: bool = False
    """It has the header of a self-evaluation form."""
    patterns: list[Pattern] = field(default_factory=list)
    """What holds among the columns of the tables."""
    sequences: "dict[str, list[Entry]]" = field(default_factory=dict, repr=False)
    """Sequences of amounts that several extractors search, made on first use."""
    made: dict[object, object] = field(default_factory=dict, repr=False)
    """What functions made of it on first use (see ``once``), by the function."""
    _by_block: dict[int, Paragraph] = field(default_factory=dict, repr=False)


def read_document(document: Document) -> Reading:
    """Read a document."""
    reader = _Reader(document)
    for block in document.blocks:
        if block.kind in ("table", "chart"):
            reader.read_table(block)
        else:
            reader.read_text(block)
    reading = reader.reading
    for position, statement in enumerate(reading.statements):
        statement.index = position
    for table in reading.tables:
        if table.block.kind == "table":
            if document.format == "txt":
                place_rows(table)
            reading.patterns.extend(column_patterns(table))
    _set_prevailing(reading.tokens)
    return reading


_MONEY = re.compile(r"金额|预算|决算|支出|收入|资金|执行数|经费")
_LONE_FIGURE = re.compile(r"\s*\d+\.\d+\s*\|?\s*")


class _Reader:
    """Reads block after block, remembering the headings, marks and units told so far."""

    def __init__(self, document: Document) -> None:
        self.texts = {block.index: plain(block.text) for block in document.blocks}
        self.reading = Reading(
            document,
            [],
            [],
            [],
            [],
            year=_document_year(document, self.texts),
            title=_title(document),
            body=body_of(document),
            sections=[()],
        )
        self.sentence = 0
        self.unit: Unit | None = None
        self.sheet: str | None = None
        self.headings: list[tuple[int, str]] = []
        self.order: list[str] = []
        self.lists = Lists()
        self.money = MoneyUnits(self.texts.values())
        self.usual = next((unit for text in self.texts.values() if (unit := throughout(text))), None)
        self.glued = GluedCells()
        self.levels = LevelPoints()
        self.reading.is_form = has_header(
            "|".join(cell.text for cell in block.cells) or block.text for block in document.blocks
        )

    def read_table(self, block: Block) -> None:
        """Take in a table or chart."""
        reading = self.reading
        if block.sheet != self.sheet:  # a unit line tells nothing of another sheet
            self.unit, self.sheet = None, block.sheet
        above = self.unit or unit_above(reading.document, self.texts, block.index) or self._told_once(block)
        table = read_table(block, self.texts[block.index], above)
        table.section = len(reading.sections) - 1
        self._number(table.tokens)
        reading.tables.append(table)

    def _told_once(self, block: Block) -> Unit | None:
        """The unit that the text gives all its amounts, for a table of money."""
        header = "".join(cell.text for cell in block.cells if cell.row <= 1)
        return self.usual if self.usual is not None and _MONEY.search(header) is not None else None

    def read_text(self, block: Block) -> None:
        """Take in a heading, paragraph or item."""
        reading, text = self.reading, self.texts[block.index]
        self.unit, self.sheet = (declared_unit(text) if len(text) < 80 else None), block.sheet
        lone = reading.is_form and _LONE_FIGURE.fullmatch(text) is not None  # a cell of a form: no mark
        mark = None if lone else parse_mark(text) or self._run_in(block, text)
        level = self._level(mark)
        if block.kind == "heading" or (mark is not None and len(text) < 60):
            self.headings = [entry for entry in self.headings if entry[0] < level]
            self.headings.append((level, text))
            reading.sections.append(tuple(title for _, title in self.headings))
        paragraph = Paragraph(
            block,
            text,
            section=len(reading.sections) - 1,
            first_sentence=self.sentence,
            list_number=self.lists.number(mark),
            mark=mark,
        )
        if _FACTS.search(text):
            self._read_facts(paragraph, mark, level)
        elif reading.is_form:
            self.glued.tokens(text, block, skip=0)  # the header of what follows
            self.levels.tokens(text, block, skip=0)
        self.sentence += 1
        reading.add(paragraph)

    def _run_in(self, block: Block, text: str) -> Mark | None:
        """The mark of an item that begins with a figure: 23.50万元运转经费, between items 22 and 24."""
        if not text[:1].isdigit():
            return None
        below = block.index + 1
        after = parse_mark(self.texts[below]) if below in self.texts else None
        return self.lists.run_in(text, after)

    def _level(self, mark: Mark | None) -> int:
        """The depth of a mark among the styles in use, the outermost 0; a known style closes those below."""
        if mark is None:
            return 0
        if mark.style in self.order:
            del self.order[self.order.index(mark.style) + 1 :]
        else:
            self.order.append(mark.style)
        return len(self.order) - 1

    def _read_facts(self, paragraph: Paragraph, mark: Mark | None, level: int) -> None:
        """The tokens and statements of a paragraph with figures, its own mark left out."""
        block, text, reading = paragraph.block, paragraph.text, self.reading
        skip = len(text) - len(text.lstrip()) + len(mark.text) if mark is not None else 0
        paragraph.tokens = find_tokens(text, block, skip=skip)
        self.money.give(text, paragraph.tokens)
        paragraph.points = [token for token in paragraph.tokens if token.unit.kind == "score"]
        if reading.is_form:
            glued = self.glued.tokens(text, block, skip=skip)
            glued += outside(point_tokens(text, block, skip=skip), glued)
            glued += outside(self.levels.tokens(text, block, skip=skip), glued)
            if glued:
                paragraph.tokens = outside(paragraph.tokens, glued)
            known = [*paragraph.tokens, *glued]
            paragraph.bare = [*glued, *cell_tokens(text, block, known, skip=skip)]
        known = [*paragraph.tokens, *paragraph.bare]
        self._number(sorted(known, key=lambda token: token.start) if paragraph.bare else known)
        above = self.headings[-1][1] if self.headings else ""
        context = Context(
            block=block.index,
            first_sentence=self.sentence,
            year=self.reading.year,
            mark_style=mark.style if mark else "",
            mark_level=level + 1 if mark else 0,
            section=paragraph.section,
            list_number=paragraph.list_number,
            subject=_subject(text, mark.text if mark else "") or above,
        )
        builder = Builder(" " * skip + text[skip:], paragraph.tokens, context, len(self.reading.statements))
        paragraph.statements = builder.build()
        self.reading.statements.extend(paragraph.statements)
        self.sentence = builder.sentence

    def _number(self, tokens: list[Token]) -> None:
        """Give tokens their place in the document's order."""
        known = self.reading.tokens
        for index, token in enumerate(tokens, start=len(known)):
            token.index = index
        known.extend(tokens)


_SUBJECT = re.compile(r"\s*(?:项目名称\s?[:为]\s?)?([^，,。；;:〔\[]{3,60}?)\s*(?=[，,:〔\[。]|项目全年|$)")


def _subject(text: str, mark: str) -> str:
    """What an item of a list is about: the words after its mark, to the first pause."""
    if not mark:
        return ""
    found = _SUBJECT.match(text, text.find(mark) + len(mark))
    return found[1].strip() if found else ""


def _document_year(document: Document, texts: dict[int, str]) -> int | None:
    """The fiscal year that the document is about: named in its title, else the year named most."""
    for block in document.blocks[:6]:
        found = _YEAR.findall(texts[block.index])
        if found and len(texts[block.index]) < 60:
            return int(found[0])
    years = Counter(int(year) for text in texts.values() for year in _YEAR.findall(text))
    return max(years, key=lambda year: (years[year], year)) if years else None


def _title(document: Document) -> str:
    for block in document.blocks[:8]:
        if (
            not block.cells
            and re.search(r"报告|说明|决算|预算|情况|公开|自评|评价", block.text)
            and len(block.text) < 80
        ):
            return block.text
    return next((block.text for block in document.blocks if block.text), "")[:80]


_SHORT = 100
"""Whole amounts below it are written as exactly as the amounts beside them."""


def _set_prevailing(tokens: list[Token]) -> None:
    """Give every figure the decimals that its list, column, or else the document, writes its unit with."""
    everywhere: dict[tuple[str, str], list[int]] = {}
    nearby: dict[tuple[int, int, str, str], list[int]] = {}
    rounded: list[tuple[Token, tuple[str, str], tuple[int, int, str, str]]] = []
    for token in tokens:
        kind = token.unit.kind
        if kind in ("count", "score") or token.number == 0:
            token.prevailing = token.decimals
            continue
        unit: tuple[str, str] = (kind, token.unit.word if kind == "yuan" else "")
        everywhere.setdefault(unit, []).append(token.decimals)
        column = token.cell.column if token.cell is not None else -1
        place: tuple[int, int, str, str] = (token.block.index, column, *unit)
        nearby.setdefault(place, []).append(token.decimals)
        rounded.append((token, unit, place))
    beside = {key: _prevailing(decimals, 3) for key, decimals in nearby.items()}
    overall = {key: _prevailing(decimals, 5) or 0 for key, decimals in everywhere.items()}
    for token, unit, place in rounded:
        near = beside[place]
        if near is None and _is_short(token) and not overall[unit]:
            near = min((other for other in nearby[place] if other), default=None)
        token.prevailing = max(token.decimals, near if near is not None else overall[unit])


def _is_short(token: Token) -> bool:
    """8万元 beside 4.35万元: zeros were dropped, for ±0.5 is too much of so short a figure."""
    return (
        token.unit.kind == "yuan" and not token.decimals and not token.approximate and token.number < _SHORT
    )


def _prevailing(decimals: list[int], least: int) -> int | None:
    """The decimals that at least seven in ten figures have at their most; None for too few figures."""
    if len(decimals) < least:
        return None
    common, times = Counter(decimals).most_common(1)[0]
    if times * 10 >= len(decimals) * 7:
        return common
    return 0
