"""The parts of a table of weights and scores: its rows, total rows, sections and what each stands for."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby, zip_longest

from jixiao.claims.reading.script import plain
from jixiao.claims.reading.tables.columns import Column
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.document import Cell

_DASH = re.compile(r"[-—－–·/]")
"""产出-数量, 产出-质量: the rows of a section that each tell its name."""
_BLANK = ("", "-", "—", "——", "/", "同上", "〃")
_POINTS = frozenset(("score", "number", "percent"))
"""Kinds of unit that a full mark may have."""
_SUBTOTAL = re.compile(r"小\s*计\s*(?:[(（:：].*)?$")
_SMALLEST = 2
"""A section and one item."""
_MONEY = frozenset(("plan", "main", "rate"))
"""Columns of a budget and its execution."""
_TOTAL_LABEL = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、)?(?:自\s*评|评\s*价)?(?:合\s*计|总\s*计|总\s*分|总\s*得分|得分合计|总\s*分\s*值?)"
)


@dataclass(slots=True)
class Sheet:
    """The weights and scores of one part of a table (rows under one header)."""

    table: TableReading
    segment: int
    rows: list[Row]
    full: list[Token] = field(default_factory=list)
    score: list[Token] = field(default_factory=list)
    totals: list[Row] = field(default_factory=list)
    subtotals: list[tuple[Row, list[Row]]] = field(default_factory=list)
    """Rows of 小计, each with the rows since the one before; or of sections, with the rows below them."""
    blanks: int = 0
    """Rows with a weight but no score."""
    ragged: bool = False
    """Some row does not fit the header: its figures may belong to other columns, so nothing is asserted."""

    @property
    def whole(self) -> bool:
        """Whether every row has its figures where the header says."""
        return not self.blanks and not self.ragged


def sheets_of(table: TableReading) -> Iterator[Sheet]:
    """The parts of a table that have a column of weights or of scores."""
    by_segment: dict[int, list[Row]] = {}
    for row in table.rows:
        by_segment.setdefault(row.segment, []).append(row)
    for segment, rows in by_segment.items():
        columns = {
            c: "" if is_mean(column) else column.role for row in rows for c, column in row.columns.items()
        }
        full = [c for c, role in columns.items() if role == "full"]
        score = [c for c, role in columns.items() if role == "score"]
        if not full and not score:
            continue
        sheet = Sheet(table, segment, rows)
        item = _execution(rows, full or score)
        section: list[Row] = []
        for row in rows:
            if _is_of_rates(row, rows, [*full, *score]):
                continue
            if _is_subtotal(row):
                sheet.subtotals.append((row, section))
                section = []
                continue
            if _is_total(row) and row is not item:
                sheet.totals.append(row)
                continue
            section.append(row)
            weight = row.tokens.get(max(full)) if full else None
            points = row.tokens.get(max(score)) if score else None
            if weight is not None and row.of_which and sheet.full and weight.number == sheet.full[-1].number:
                continue  # 其中：财政拨款 with the full mark of the total above it: told again
            if weight is not None and weight.unit.kind not in _POINTS:
                sheet.ragged, weight = True, None  # 29.5亩 below 分值: the row lost cells at its left
            if weight is not None:
                sheet.full.append(weight)
                sheet.blanks += points is None
            if points is not None and (weight is not None or not full):
                sheet.score.append(points)
            sheet.ragged = sheet.ragged or _is_ragged(row, placed=weight is not None or points is not None)
        _take_heads(sheet)
        yield sheet


def is_mean(column: Column) -> bool:
    """Whether a column has means (平均得分), which make no total."""
    return "平均" in column.header or "均分" in column.header


def _take_heads(sheet: Sheet) -> None:
    """Leave the rows of sections out that stand above their items, where the total is of the sections alone.

    Full marks tell them, or scores where a full mark is wrong.
    """
    items = [row for row in sheet.rows if any(points_of(row, "full") is token for token in sheet.full)]
    if len(sheet.totals) != 1 or sheet.subtotals:
        return
    for role in ("full", "score"):
        total = points_of(sheet.totals[0], role)
        points = [token.number for row in items if (token := points_of(row, role)) is not None]
        blocks = blocks_of(points) if len(points) == len(items) else []
        if total is None or not blocks or sum(points[head] for head, _ in blocks) != total.number:
            continue
        heads = [items[head] for head, _ in blocks]
        sheet.subtotals = [(items[head], items[head + 1 : end]) for head, end in blocks]
        left = {id(token) for row in heads for token in row.tokens.values()}
        sheet.full = [token for token in sheet.full if id(token) not in left]
        sheet.score = [token for token in sheet.score if id(token) not in left]
        return


def blocks_of(points: list[Decimal]) -> list[tuple[int, int]]:
    """Where each figure that the ones behind it make begins, and where they end; [] where they do not.

    20 8 6 6 30 12 10 8 is twenty of three, then thirty of three.
    """
    blocks: list[tuple[int, int]] = []
    at = 0
    while at < len(points):
        end, made = at + 1, Decimal(0)
        while end < len(points) and made < points[at]:
            made += points[end]
            end += 1
        if made != points[at] or end - at < _SMALLEST:
            return []
        blocks.append((at, end))
        at = end
    return blocks if len(blocks) > 1 and len(points) > len(blocks) * 2 else []


def _is_of_rates(row: Row, rows: list[Row], points: list[int]) -> bool:
    """Whether a row tells rates where the others have points: 满意度 90% 90.89% below 分值 and 得分."""
    told = [row.tokens[c] for c in points if c in row.tokens]
    if not told or any(token.unit.kind != "percent" for token in told):
        return False
    others = [one.tokens[points[0]] for one in rows if points[0] in one.tokens and one is not row]
    return sum(token.unit.kind != "percent" for token in others) * 2 > len(others)


def _is_ragged(row: Row, *, placed: bool) -> bool:
    """Whether a row is wider than the header, or has its figures under the names left of the points."""
    heads = [row.columns.get(c) for c in row.tokens]
    wider = any(head is None or not head.header for head in heads)
    return wider or (not placed and sum(head is not None and not head.role for head in heads) > 1)


def _is_total(row: Row) -> bool:
    return bool(row.tokens) and any(
        _TOTAL_LABEL.match(word) for word in (row.label, *list(row.texts.values())[:1])
    )


def _is_subtotal(row: Row) -> bool:
    return bool(row.tokens) and any(_SUBTOTAL.search(word) for word in (row.label, *row.texts.values()))


def _execution(rows: list[Row], points: list[int]) -> Row | None:
    """The row of a budget's execution, called a total (of its money) and yet one of the scored things.

    Of the rows below its header it alone has a full mark (or a score, where no column has full marks),
    beside a budget, an outturn or a rate.
    """
    marked = [row for row in rows if points and max(points) in row.tokens]
    if len(marked) != 1 or not _is_total(marked[0]):
        return None
    roles = {row.columns[c].role for row in marked for c in row.tokens if c in row.columns}
    return marked[0] if roles & _MONEY else None


def points_of(row: Row, role: str) -> Token | None:
    """The figure of a row in the column of full marks or of scores."""
    columns = [c for c in row.tokens if c in row.columns and row.columns[c].role == role]
    return row.tokens[max(columns)] if columns else None


def forms_of(sheets: list[Sheet]) -> Iterator[list[Sheet]]:
    """The parts of a table by form: each ends with the part that has a total row."""
    form: list[Sheet] = []
    for sheet in sheets:
        form.append(sheet)
        if sheet.totals:
            yield form
            form = []
    if form:
        yield form


def _ranges(sheet: Sheet) -> Iterator[tuple[Cell, list[Token]]]:
    """Each cell left of the weights with the weights of the rows that it stands for."""
    filled: dict[int, list[Cell]] = {}
    for cell in sheet.table.block.cells:
        if cell.text.strip() not in _BLANK:
            filled.setdefault(cell.column, []).append(cell)
    weights = {token.cell.row: token for token in sheet.full if token.cell is not None}
    if not weights:
        return
    leaf = next(token.cell.column for token in sheet.full if token.cell is not None)
    rows = sorted(weights)
    first, last = rows[0], rows[-1]
    for column, cells in filled.items():
        if column >= leaf:
            continue
        for cell, following in zip_longest(cells, cells[1:]):
            end = max(following.row if following is not None else last + 1, cell.row + cell.row_span)
            covered = rows[bisect_left(rows, cell.row) : bisect_left(rows, end)]
            parts = [weights[row] for row in covered]
            if parts and first - 2 <= cell.row <= last:
                yield cell, parts


def heads(sheet: Sheet) -> Iterator[tuple[Token, list[Token]]]:
    """Weights of sections: in brackets after the section's name, or in a column that spans rows."""
    tokens = {
        (t.cell.row, t.cell.column): t for t in sheet.table.tokens if t.cell is not None and t.number > 0
    }
    for cell, parts in _ranges(sheet):
        token = tokens.get((cell.row, cell.column))
        if token is not None and _is_head(sheet, token):
            yield token, parts


def sections(sheet: Sheet) -> Iterator[tuple[str, list[Token]]]:
    """The names of sections that span several rows, or that each of several rows tells again."""
    alone: dict[int, list[tuple[str, Token]]] = {}
    for cell, parts in _ranges(sheet):
        name = re.sub(r"\s|[(（].*", "", plain(cell.text))
        if len(parts) > 1:
            yield name, parts
        else:
            alone.setdefault(cell.column, []).append((_DASH.split(name)[0], parts[0]))
    for told in alone.values():
        runs = [(name, [part for _, part in run]) for name, run in groupby(told, lambda one: one[0])]
        if len({name for name, _ in runs}) == len(runs) < len(told):
            yield from ((name, run) for name, run in runs if name and len(run) > 1)


def _is_head(sheet: Sheet, token: Token) -> bool:
    cell = token.cell
    if cell is None:
        return False
    if token.unit.kind == "score" and re.search(
        r"[(（]\s?(?:共|计)?" + re.escape(token.build().text), cell.text
    ):
        return True
    row = next((r for r in sheet.rows if r.number == cell.row), None)
    return (
        row is not None
        and row.tokens.get(cell.column) is token
        and (cell.column in row.columns and row.columns[cell.column].role == "full")
    )


def is_evaluated(sheet: Sheet) -> bool:
    """Whether the part has scores, a place for them, or the row of the budget's execution."""
    columns = (column for row in sheet.rows for column in row.columns.values())
    return any(column.role == "score" for column in columns) or any(
        "执行率" in text for row in sheet.rows for text in (row.label, *row.texts.values())
    )


def score_total(sheet: Sheet) -> Token | None:
    """The score in its total row."""
    for row in sheet.totals:
        for c, token in row.tokens.items():
            if c in row.columns and row.columns[c].role == "score" and not is_mean(row.columns[c]):
                return token
    return None
