"""A whole document, read: its numbers, statements, tables, sections, year and body."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jixiao.claims.reading.patterns import Pattern, column_patterns
from jixiao.claims.reading.script import plain
from jixiao.claims.reading.statements import Builder, Context, Statement
from jixiao.claims.reading.tables import TableReading, read_table
from jixiao.claims.reading.tokens import Token, find_tokens
from jixiao.claims.reading.units import declared_unit
from jixiao.core.document import Block, Document
from jixiao.core.numbering import Mark, parse_mark
from jixiao.core.quantity import Quantity, Unit

if TYPE_CHECKING:
    from jixiao.claims.reading.runs import Entry

_YEAR = re.compile(r"((?:19|20)\d\d)\s?年")
_BODY = re.compile(
    r"[\u4e00-\u9fff]{2,30}?(?:委员会|办公室|人民政府|管理局|[市县区省厅]委|中心|政府办|局|厅|院|校|处|站|所|会|办|镇|乡|街道|公司|学校|大学|医院)"
)
_FACTS = re.compile(r"\d")


@dataclass(slots=True)
class Paragraph:
    """A text block with its plain text, tokens and statements."""

    block: Block
    text: str
    tokens: list[Token] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    section: int = 0
    first_sentence: int = 0
    list_number: int = 0


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

    patterns: list[Pattern] = field(default_factory=list)
    """What holds among the columns of the tables."""
    sequences: "dict[str, list[Entry]]" = field(default_factory=dict, repr=False)
    """Sequences of amounts that several extractors search, made on first use."""
    _by_block: dict[int, Paragraph] = field(default_factory=dict, repr=False)


def read_document(document: Document) -> Reading:
    """Read a document."""
    texts = {block.index: plain(block.text) for block in document.blocks}
    year = _document_year(document, texts)
    reading = Reading(document, [], [], [], [], year=year, title=_title(document), body=_body(document))
    sentence = 0
    stack: list[tuple[int, str]] = []
    reading.sections.append(())
    unit: Unit | None = None
    order: list[str] = []
    lists = _Lists()
    for block in document.blocks:
        text = texts[block.index]
        if block.kind in ("table", "chart"):
            table = read_table(block, text, unit or _unit_above(document, texts, block.index), year)
            table.section = len(reading.sections) - 1
            for token in table.tokens:
                token.index = len(reading.tokens)
                reading.tokens.append(token)
            reading.tables.append(table)
            continue
        unit = declared_unit(text) if len(text) < 80 and declared_unit(text) is not None else None
        mark = parse_mark(text)
        if mark is not None:
            style = mark.style
            if style in order:
                del order[order.index(style) + 1 :]
            else:
                order.append(style)
        if block.kind == "heading" or (mark is not None and len(text) < 60):
            level = order.index(mark.style) if mark is not None else 0
            stack = [entry for entry in stack if entry[0] < level]
            stack.append((level, text))
            reading.sections.append(tuple(title for _, title in stack))
        paragraph = Paragraph(
            block,
            text,
            section=len(reading.sections) - 1,
            first_sentence=sentence,
            list_number=lists.number(mark),
        )
        skip = len(text) - len(text.lstrip()) + len(mark.text) if mark is not None else 0
        if _FACTS.search(text):
            paragraph.tokens = find_tokens(text, block, skip=skip)
            for token in paragraph.tokens:
                token.index = len(reading.tokens)
                reading.tokens.append(token)
            context = Context(
                block=block.index,
                first_sentence=sentence,
                year=year,
                mark_style=mark.style if mark else "",
                mark_level=order.index(mark.style) + 1 if mark else 0,
                section=paragraph.section,
                list_number=paragraph.list_number,
                subject=_subject(text, mark.text if mark else "") or (stack[-1][1] if stack else ""),
            )
            builder = Builder(text[:0] + text, paragraph.tokens, context, len(reading.statements))
            if skip:
                builder.text = " " * skip + text[skip:]
            paragraph.statements = builder.build()
            reading.statements.extend(paragraph.statements)
            sentence = builder.sentence
        sentence += 1
        reading.paragraphs.append(paragraph)
        reading._by_block[block.index] = paragraph
    for position, statement in enumerate(reading.statements):
        statement.index = position
    for table in reading.tables:
        if table.block.kind == "table":
            reading.patterns.extend(column_patterns(table))
    _set_prevailing(reading.tokens)
    return reading


@dataclass(slots=True)
class _Lists:
    """Tells lists of items apart: a new one begins where the numbers of a style do not go on."""

    last: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    made: int = 0

    def number(self, mark: Mark | None) -> int:
        """The number of the list that an item with this mark belongs to; 0 for none."""
        if mark is None:
            return 0
        if (
            mark.value <= self.last.get(mark.style, 0) - 2
            or mark.style not in self.numbers
            or mark.value == 1
        ):
            self.made += 1
            self.numbers[mark.style] = self.made
        self.last[mark.style] = mark.value
        return self.numbers[mark.style]


_SUBJECT = re.compile(r"\s*(?:项目名称\s?[:为]\s?)?([^，,。；;:〔\[]{3,60}?)\s*(?=[，,:〔\[。]|项目全年|$)")


def _subject(text: str, mark: str) -> str:
    """What an item of a list is about: the words after its mark, to the first pause."""
    if not mark:
        return ""
    found = _SUBJECT.match(text, text.find(mark) + len(mark))
    return found[1].strip() if found else ""


def _unit_above(document: Document, texts: dict[int, str], index: int) -> Unit | None:
    """A unit line within the three blocks above a table, or in its own title."""
    for above in range(index - 1, max(index - 4, -1), -1):
        if document.blocks[above].cells:
            return None
        if len(texts[above]) < 120 and (unit := declared_unit(texts[above])) is not None:
            return unit
    return None


def _document_year(document: Document, texts: dict[int, str]) -> int | None:
    """The fiscal year that the document is about: named in its title, else the year named most."""
    for block in document.blocks[:6]:
        found = _YEAR.findall(texts[block.index])
        if found and len(texts[block.index]) < 60:
            return int(found[0])
    years = Counter(int(year) for text in texts.values() for year in _YEAR.findall(text))
    return max(years, key=lambda year: (years[year], year)) if years else None


def _body(document: Document) -> str:
    """The body that the document is about: the first name of an office in its first lines."""
    for block in document.blocks[:8]:
        found = None if block.cells else _BODY.search(re.sub(r"(?:19|20)\d\d年度?|关于", "", block.text[:60]))
        if found is not None:
            return found.group()
    return ""


def _title(document: Document) -> str:
    for block in document.blocks[:8]:
        if (
            not block.cells
            and re.search(r"报告|说明|决算|预算|情况|公开|自评|评价", block.text)
            and len(block.text) < 80
        ):
            return block.text
    return next((block.text for block in document.blocks if block.text), "")[:80]


def _set_prevailing(tokens: list[Token]) -> None:
    """Give every figure the decimals that its list, column, or else the document, writes its unit with."""
    everywhere: dict[tuple[str, str], list[int]] = {}
    nearby: dict[tuple[int, int, str, str], list[int]] = {}
    for token in tokens:
        if token.unit.kind in ("count", "score") or token.number == 0:
            continue
        unit = (token.unit.kind, token.unit.word if token.unit.kind == "yuan" else "")
        everywhere.setdefault(unit, []).append(token.decimals)
        column = token.cell.column if token.cell is not None else -1
        nearby.setdefault((token.block.index, column, *unit), []).append(token.decimals)
    for token in tokens:
        if token.unit.kind in ("count", "score") or token.number == 0:
            token.prevailing = token.decimals
            continue
        unit = (token.unit.kind, token.unit.word if token.unit.kind == "yuan" else "")
        column = token.cell.column if token.cell is not None else -1
        near = _prevailing(nearby[(token.block.index, column, *unit)], 3)
        token.prevailing = max(
            token.decimals, near if near is not None else (_prevailing(everywhere[unit], 5) or 0)
        )


def _prevailing(decimals: list[int], least: int) -> int | None:
    """The decimals that at least seven in ten figures have at their most; None for too few figures."""
    if len(decimals) < least:
        return None
    common, times = Counter(decimals).most_common(1)[0]
    if times * 10 >= len(decimals) * 7:
        return common
    return 0
