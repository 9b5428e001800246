"""Tables: which rows are headers, what each column means, what each row is about."""

import re
from dataclasses import dataclass, field

from jixiao.claims.reading.script import plain
from jixiao.claims.reading.tables.blanks import tells_nothing
from jixiao.claims.reading.tables.codes import Code, CodeReader, code_columns
from jixiao.claims.reading.tables.columns import Column, columns_below
from jixiao.claims.reading.tables.halves import Grid, Texts, halves
from jixiao.claims.reading.tokens import Token, find_tokens
from jixiao.claims.reading.units import (
    CLASSIFIERS,
    NUMBER,
    bracketed_unit,
    declared_unit,
    known_unit,
    unit_of,
)
from jixiao.core.document import Block, Cell
from jixiao.core.numbering import parse_mark
from jixiao.core.quantity import Unit

_ORDINALS = r"(?:月|季度|周|日|岁|级|类|组|班|课|节|队|区|县|市|州|村|镇|乡|号)"
"""With a number before them they name a thing as often as they count: 3月, 2类, 5组."""
_WHOLE_NUMBER = re.compile(
    r"\s*(?:[≥≤><=]|>=|<=)?\s*[-+]?(?:\d[\d,]*)(?:\.\d+)?\s*"
    rf"(?:%|万元?|亿元?|元|分|年|(?!{_ORDINALS})(?:{CLASSIFIERS}))?\s*$"
)
_TOTAL = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[.、]\s?)?(?:本年|年度|全年)?(?:预算)?(?:收入|支出|资金|项目)?\s*(?:合\s*计|总\s*计|小\s*计|总\s*额|共\s*计|总\s*分|总\s*得分|总\s*数|累\s*计)|^\s*全[国省市州县区镇乡]\s*$"
)
_TOTAL_OF = re.compile(r"(?:合\s*计|小\s*计|总\s*计)\s*[:：]?\s*(?:\(|$)")
_OF_WHICH = re.compile(r"^\s*(?:\d[.、]\s*)?(?:#|其\s*中|其中[:：])")
_OF_WHICH_ALONE = re.compile(r"^\s*其\s*中\s*[:：]?\s*")
_CODES = re.compile(r"编码|代码|科目|(?:^|/)[类款项]$")
_FORM = frozenset(("full", "score", "target", "actual"))
_PERCENT_ROW = re.compile(r"%|占.{0,10}比(?!较)|比重|(?:增长|增减|下降|执行|完成)率|增幅|降幅")


@dataclass(slots=True)
class Row:
    """A row with figures: its label, tokens by column, and what kind of row it is."""

    number: int
    label: str
    tokens: dict[int, Token]
    texts: dict[int, str]
    is_total: bool = False
    of_which: bool = False
    of_percents: bool = False
    mark_style: str = ""
    mark_value: int = 0
    indent: int = 0
    columns: dict[int, Column] = field(default_factory=dict)
    segment: int = 0
    code: Code = ()
    """Its code in the budget classification."""
    unsure: frozenset[int] = frozenset()
    """Columns whose figure, or lack of one, may be that of another column (see ``placing``)."""

    @property
    def names_total(self) -> bool:
        """Whether its label says total: alone (合计) or of something (建设性支出合计)."""
        return self.is_total or _TOTAL_OF.search(self.label) is not None

    def falls(self, c: int) -> bool:
        """Whether a column tells falls only, by its header."""
        return c in self.columns and self.columns[c].falls


@dataclass(slots=True)
class TableReading:
    """A table, read."""

    block: Block
    title: str
    rows: list[Row]
    tokens: list[Token]
    section: int = 0


def read_table(block: Block, title: str, unit: Unit | None) -> TableReading:
    """Read a table or chart; ``unit`` is the one declared above it."""
    grid: Grid = {}
    for cell in block.cells:
        grid.setdefault(cell.row, {})[cell.column] = cell
    texts = {(c.row, c.column): plain(c.text) for c in block.cells}
    reading = TableReading(block, title, [], [])
    parts = halves(grid, texts) if block.kind == "table" else [(grid, texts)]
    segment = 0
    for part, words in parts:
        reader = _Reader(reading, unit, part, words, segment)
        for number in sorted(part):
            reader.read_row(number)
        segment = reader.segment + 1
    if len(parts) > 1:
        reading.tokens.sort(key=lambda token: (token.cell.row, token.cell.column) if token.cell else (0, 0))
    return reading


class _Reader:
    """Reads row after row, remembering the header rows that stand above."""

    def __init__(
        self, reading: TableReading, unit: Unit | None, grid: Grid, texts: Texts, segment: int
    ) -> None:
        self.reading = reading
        self.grid = grid
        self.texts = texts
        block = reading.block
        inside = (declared_unit(plain(cell.text)) for cell in block.cells)
        self.unit = next((found for found in inside if found is not None), None)
        if self.unit is None:
            self.unit = declared_unit(reading.title) or unit
        self.headers: list[int] = []
        self.named: list[list[str]] = []
        self.repeated = 0
        self.columns: dict[int, Column] = {}
        self.after_body = True
        self.segment = segment
        self.codes = CodeReader()
        self.coded = code_columns(self.texts, sorted(grid))

    def read_row(self, number: int) -> None:
        """Take a row as header or as figures of the columns below the last header."""
        words = {c: self.texts[number, c].strip() for c in sorted(self.grid[number])}
        figures = self._figures(words)
        filled = [c for c, word in words.items() if word]
        if _numbers_columns(words, figures, filled):
            return
        if not figures and self.after_body and self.columns and tells_nothing(words, filled):
            _prose(self.reading, self.grid[number], words)
            return
        if not figures or _is_header(words, figures, filled):
            self._read_header(number, words, filled)
            return
        if not self.after_body or not self.columns:
            self.columns = columns_below(self.headers, self.texts, self.grid, words, self.unit)
            for c in self.coded:
                if c not in self.columns or not self.columns[c].role:
                    self.columns[c] = Column("index", None, "编码")
        self.after_body = True
        self._read_figures(number, words, figures)

    def _figures(self, words: dict[int, str]) -> list[int]:
        """The columns whose cells are numbers; a chart's names never are, and a header's years are not."""
        if self.reading.block.kind == "chart":
            columns = [c for c in words if c] or [max(words)]
            return [c for c in columns if _WHOLE_NUMBER.match(words[c])]
        figures = [c for c, word in words.items() if word and _WHOLE_NUMBER.match(word)]
        if (
            len(figures) > 2
            and words[figures[0]].rstrip()[-1] in "年度"
            and _looks_like_year(words[figures[0]])
        ):
            del figures[0]  # 2015年 in front of figures is what the row is about
        years = bool(figures) and all(_looks_like_year(words[c]) for c in figures)
        return [] if years and (len(figures) > 1 or not self.columns) else figures

    def _read_header(self, number: int, words: dict[int, str], filled: list[int]) -> None:
        if self._is_repeated([words[c] for c in filled]):
            return
        one_series = self.reading.block.kind == "chart" and number == 0 and filled == [1]
        if (len(filled) >= 2 or one_series) and not any(len(words[c]) > 30 for c in filled):
            if self.after_body:
                self.headers, self.segment = [], self.segment + 1
                self.named = []
            self.headers.append(number)
            self.named.append([words[c] for c in filled])
            self.after_body = False
            self.columns = {}
        _prose(self.reading, self.grid[number], words)

    def _is_repeated(self, words: list[str]) -> bool:
        """Whether a header row comes again on a new page, where the table was not at its end."""
        rows = self.reading.rows
        going_on = self.after_body and bool(self.columns) and bool(rows) and not rows[-1].names_total
        if not going_on or self.repeated >= len(self.named) or words != self.named[self.repeated]:
            return False
        if _FORM & {column.role for column in self.columns.values()}:
            return False  # forms of several projects, one below the other
        self.repeated += 1
        return True

    def _read_figures(self, number: int, words: dict[int, str], figures: list[int]) -> None:
        self.repeated = 0
        cells = self.grid[number]
        label_cell = self._label_cell(words, figures)
        others = {c: word for c, word in words.items() if c not in figures}
        label = next((w for w in others.values() if w), "") if label_cell is None else words[label_cell]
        tokens = self._tokens(number, label, figures)
        _prose(self.reading, cells, words, skip=set(figures))
        mark = parse_mark(_OF_WHICH_ALONE.sub("", label))
        raw_label = cells[label_cell].text if label_cell is not None else ""
        self.reading.rows.append(
            Row(
                number=number,
                label=label,
                tokens=tokens,
                texts=others,
                is_total=any(_TOTAL.match(word) for word in others.values()),
                of_which=bool(_OF_WHICH.match(label)),
                of_percents=self._tells_percents(label),
                mark_style=mark.style if mark else "",
                mark_value=mark.value if mark else 0,
                indent=len(raw_label) - len(raw_label.lstrip()),
                columns=self.columns,
                segment=self.segment,
                code=self.codes.read(words, self._code_headers()),
            )
        )

    def _code_headers(self) -> dict[int, str]:
        """The headers of the columns that may hold codes."""
        return {
            c: column.header.rsplit("/", 1)[-1]
            for c, column in self.columns.items()
            if column.role == "index" and _CODES.search(column.header)
        }

    def _label_cell(self, words: dict[int, str], figures: list[int]) -> int | None:
        """The column of the words that say what a row is about: the last before its figures."""
        labels = [
            c
            for c, word in words.items()
            if word
            and c not in figures
            and c < max(figures)
            and not _role_at(self.columns, c, ("unit", "operator", "target", "actual", "index"))
        ]
        first = labels[0] if labels else None
        return next((c for c in reversed(labels) if c < min(figures)), first)

    def _unit_beside(self, number: int) -> Unit | None:
        """The unit in a column of units, where rows tell of different things."""
        roles = {column.role: c for c, column in self.columns.items()}
        if "unit" not in roles or "target" in roles or "actual" in roles:
            return None
        return known_unit(self.texts.get((number, roles["unit"]), "").strip())

    def _tells_percents(self, label: str) -> bool:
        """Whether the name of a row says that its figures are percentages; an indicator's name does not."""
        roles = {column.role for column in self.columns.values()}
        return bool(_PERCENT_ROW.search(label)) and not roles & _FORM

    def _tokens(self, number: int, label: str, figures: list[int]) -> dict[int, Token]:
        """The figures of a row by column, with the units that column, row or table give them."""
        percent_row = self._tells_percents(label)
        of_row = self._unit_beside(number) or bracketed_unit(label)
        unit = unit_of("%") if percent_row else of_row or self.unit
        tokens: dict[int, Token] = {}
        for c in figures:
            if _role_at(self.columns, c, ("index",)):
                continue  # a row's number is an ordinal
            made = find_tokens(self.texts[number, c], self.reading.block, self.grid[number][c])
            if len(made) == 1:
                _give_unit(made[0], self.columns.get(c), unit)
                tokens[c] = made[0]
            self.reading.tokens.extend(made)
        return tokens


def _looks_like_year(word: str) -> bool:
    return _YEAR.fullmatch(word) is not None


_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*(?:年度?)?\s*")
_DIGIT = re.compile(r"\d")
_COLUMN_NUMBERS = re.compile(r"\s*(?:栏\s*次|行\s*次|列\s*次|甲|乙|丙)\s*$")
_NUMBERED = re.compile(r"\s*(?:栏|行|列)\s*次\s*$")


def _numbers_columns(words: dict[int, str], figures: list[int], filled: list[int]) -> bool:
    """Whether a row numbers the columns: 栏次 1 2 3."""
    named = [c for c in filled if c not in figures]
    numbering = bool(named) and _NUMBERED.match(words[named[0]]) is not None
    least = 1 if numbering else 3 - bool(named)
    if len(figures) < least or not (numbering or all(_COLUMN_NUMBERS.match(words[c]) for c in named)):
        return False
    numbers = [words[c] for c in figures]
    if not all(re.fullmatch(r"\d{1,2}", n) for n in numbers):
        return False
    values = [int(n) for n in numbers]
    return values == list(range(values[0], values[0] + len(values)))


def _is_header(words: dict[int, str], figures: list[int], filled: list[int]) -> bool:
    """Whether a row of years is part of the header."""
    return len(figures) >= 1 and all(_looks_like_year(words[c]) for c in filled[1:]) and len(filled) > 2


def _prose(
    reading: TableReading, cells: dict[int, Cell], words: dict[int, str], skip: set[int] | None = None
) -> None:
    for c, cell in cells.items():
        if (skip is None or c not in skip) and _DIGIT.search(words[c]):
            reading.tokens.extend(
                t for t in find_tokens(plain(cell.text), reading.block, cell) if t.unit is not NUMBER
            )


def _role_at(columns: dict[int, Column], c: int, roles: tuple[str, ...]) -> bool:
    return c in columns and columns[c].role in roles


def _give_unit(token: Token, column: Column | None, unit: Unit | None) -> None:
    if token.unit is not NUMBER:
        return
    of_row = unit is not None and (unit.kind == "percent" or (column is not None and column.unit is None))
    given = column.unit if column is not None and column.unit is not None and not of_row else unit
    if given is not None:
        token.unit, token.declared = given, True
