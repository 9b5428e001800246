"""Figures of tables that nothing there adds up, divides or compares: a target told once, an only amount.

A figure has company where its row or column holds one that should relate to it, whether or not it does:
target and value of an indicator, amounts of one column, a rate and the amounts beside it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from decimal import Decimal

from jixiao.claims.reading.builder import Builder
from jixiao.claims.reading.script import plain
from jixiao.claims.reading.statements import Context, Statement
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED

_OF_INDICATOR = frozenset(("target", "actual"))
_FOLLOWING = frozenset(("full", "score", "rate"))
_OF_POINTS = frozenset(("full", "score"))
_DERIVED = frozenset(("change", "growth", "share"))
_DIGIT = re.compile(r"\d")
_FIRST_PLAN = re.compile(r"年初")
_FORECAST = re.compile(r"预计|预测")
_LATER_PLAN = re.compile(r"全年|调整")


def lonely_figures(table: TableReading) -> Iterator[tuple[Row, int]]:
    """Each figure of a row, as row and column, that has no company in the table; those of a chart have."""
    if table.block.kind != "table":
        return
    heights: Counter[tuple[int, int]] = Counter()
    points: Counter[int] = Counter()
    for row in table.rows:
        for c, token in row.tokens.items():
            heights[row.segment, c] += _role(row, c) not in _OF_INDICATOR | _OF_POINTS
            points[row.segment] += _is_points(row, c, token)
    apart = _apart(table)
    for row in table.rows:
        for c, token in row.tokens.items():
            if _is_points(row, c, token):
                only = row.names_total and points[row.segment] == 1  # a total of which no part is printed
                company = not only and row.segment not in apart
            else:
                company = _has_company(row, c, heights)
            if not company:
                yield row, c


def _amounts(table: TableReading) -> Counter[Decimal]:
    """In how many rows of a table each amount stands: those of one row are told of different things."""
    rows = {
        (token.cell.row, token.number * token.unit.scale)
        for token in table.tokens
        if token.unit.kind == "yuan" and token.cell is not None
    }
    return Counter(value for _, value in rows)


def _apart(table: TableReading) -> set[int]:
    """The parts of a table whose scores are of appraisals of their own: over a hundred, and no total."""
    scores: dict[int, list[Token]] = defaultdict(list)
    others: set[int] = set()
    for row in table.rows:
        for c, token in row.tokens.items():
            if _role(row, c) == "score" and not row.names_total:
                scores[row.segment].append(token)
            elif _is_points(row, c, token):
                others.add(row.segment)
    return {
        segment
        for segment, own in scores.items()
        if segment not in others and sum(token.number for token in own) > HUNDRED
    }


def word_figures(table: TableReading) -> Iterator[tuple[Statement, str, Token, bool]]:
    """Each figure inside the words of a cell: its statement, its role there, itself, whether it has company.

    Company is the same figure in another cell of the row, or the same amount anywhere in the table.
    """
    own = {id(token) for row in table.rows for token in row.tokens.values()}
    cells: dict[tuple[int, int], list[Token]] = defaultdict(list)
    beside: Counter[tuple[int, Decimal, str]] = Counter()
    for token in table.tokens:
        if token.cell is not None:
            value = token.number * token.unit.scale
            beside[token.cell.row, value, token.unit.name] += 1
            if id(token) not in own:
                cells[token.cell.row, token.cell.column].append(token)
    amounts = _amounts(table) if cells else Counter[Decimal]()
    rows = {row.number: row for row in table.rows}
    for (number, c), tokens in cells.items():
        compared = table.block.kind != "table" or _is_compared(rows.get(number), c)
        for statement in _statements(tokens):
            for role, token in statement.roles.items():
                value = token.number * token.unit.scale
                again = beside[number, value, token.unit.name] > 1
                again = again or (token.unit.kind == "yuan" and amounts[value] > 1)
                yield statement, role, token, compared or again or token.unit.kind == "score"


def _statements(tokens: Sequence[Token]) -> list[Statement]:
    """What the words of a cell tell, from copies, for a statement gives its figures roles."""
    cell = tokens[0].cell
    text = plain(cell.text) if cell is not None else ""
    context = Context(block=tokens[0].block.index, first_sentence=0, year=None)
    return Builder(text, [copy(token) for token in tokens], context, 0).build()


def _is_compared(row: Row | None, c: int) -> bool:
    """Whether the words of a target stand beside a value in figures, or the other way round."""
    if row is None or _role(row, c) not in _OF_INDICATOR:
        return False
    return any(_role(row, other) in _OF_INDICATOR for other in row.tokens)


def _has_company(row: Row, c: int, heights: Mapping[tuple[int, int], int]) -> bool:
    role, others = _role(row, c), [other for other in row.tokens if other != c]
    if role in _OF_INDICATOR:
        if not any(column.role in _FOLLOWING for column in row.columns.values()):
            return False  # no points, no rate that would follow from target and value
        words = (other for other, word in row.texts.items() if _DIGIT.search(word) and other != c)
        return any(_role(row, other) in _OF_INDICATOR | {"rate"} for other in (*others, *words))
    beside = [other for other in others if _role(row, other) not in _OF_INDICATOR | _OF_POINTS]
    if heights[row.segment, c] > 1:
        return True
    return bool(beside) and not _is_beside(row, c, beside)


def _is_beside(row: Row, c: int, beside: Sequence[int]) -> bool:
    """Whether it is a first budget or a forecast beside those that the rate is of, and no change is told."""
    if any(_role(row, other) in _DERIVED for other in beside):
        return False
    role, own = _role(row, c), _own(row, c)
    if role in ("plan", "base") and _FIRST_PLAN.search(own):
        return any(_role(row, other) == "plan" and _LATER_PLAN.search(_own(row, other)) for other in beside)
    mains = [other for other in beside if _role(row, other) == "main"]
    return _FORECAST.search(own) is not None and any(not _FORECAST.search(_own(row, o)) for o in mains)


def _own(row: Row, c: int) -> str:
    return row.columns[c].header.rsplit("/", 1)[-1] if c in row.columns else ""


def _is_points(row: Row, c: int, token: Token) -> bool:
    return token.unit.kind == "score" or _role(row, c) in _OF_POINTS


def _role(row: Row, c: int) -> str:
    return row.columns[c].role if c in row.columns else ""
