"""Total rows of a table: which rows above or below add up to a row, in all its columns of amounts.

The rows that make a total are found in one column and then asserted for every column, so that the one wrong
figure of a total row stands out.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jixiao.claims.reading.codes import nested
from jixiao.claims.reading.nearmiss import nearly
from jixiao.claims.reading.patterns import is_percent_row
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.tables import Row, TableReading
from jixiao.claims.reading.tokens import Token

_FEWEST_CODED = 3
"""Rows with codes, and sums that hold, before codes are trusted to nest."""
_FAR_ABOVE = Decimal("1.5")
"""Rows that make so much more than a total are hardly all its parts: some are parts of parts."""


_LONGEST_TAIL = 12
"""Rows above a total that may be its parts when those further up are not."""


@dataclass(frozen=True, slots=True)
class RowSum:
    """``total`` row = sum of ``parts`` rows; ``certain`` when other columns or the label confirm it."""

    column: int
    total: Token
    parts: tuple[Token, ...]
    certain: bool


def row_sums(table: TableReading) -> Iterator[RowSum]:
    """Every asserted or holding sum of rows."""
    segments: dict[int, list[Row]] = {}
    for row in table.rows:
        segments.setdefault(row.segment, []).append(row)
    for rows in segments.values():
        if len(rows) >= 2:
            yield from _of_rows(rows)


def _of_rows(rows: list[Row]) -> Iterator[RowSum]:
    rows = [row for row in rows if not is_percent_row(row)]
    columns = [c for c in sorted({c for row in rows for c in row.tokens}) if _adds(c, rows)]
    if not columns:
        return
    by_code = list(_by_code(rows, columns))
    if by_code:
        yield from by_code
        return
    children: dict[int, int] = {}
    sure: dict[int, int] = {}
    """Of these, the parts that no total further down can hold again."""
    shown: dict[int, tuple[int, ...]] = {}
    reaches = {c: _reach(rows, c) for c in columns}
    ends = _ends(rows)
    labelled = any(row.label for row in rows)
    named = [at for at in range(len(rows) - 1, -1, -1) if rows[at].label or not labelled]
    for at in named:  # the figures of a broken row total nothing that is known
        below = _best(rows, at, list(_below(rows, at, children, reaches, ends)), columns)
        if below is not None:
            group, sums = below
            children[at] = max(group)
            if any(made.certain for made in sums):
                sure[at] = max(group)
            shown[at] = group
            yield from sums
    for at in named:
        if at in shown:
            continue
        above = _best(rows, at, list(_above(rows, at, children)), columns)
        if above is None:
            above = _best(rows, at, list(_above(rows, at, sure)), columns)
        if above is not None:
            yield from above[1]
    yield from _like_siblings(rows, shown, columns)


def _by_code(rows: list[Row], columns: list[int]) -> Iterator[RowSum]:
    """Sums along the classification (类, 款, 项) and the total of its classes, where most of them hold."""
    codes = [row.code for row in rows]
    if sum(bool(code) for code in codes) < _FEWEST_CODED:
        return
    groups = list(nested(codes))
    totals = [at for at, row in enumerate(rows) if row.is_total and not row.code]
    widest = min(len(code) for code in codes if code)
    if len(totals) == 1:
        groups.append((totals[0], tuple(at for at, code in enumerate(codes) if len(code) == widest)))
    found = [
        (sum_, _holds(rows, at, group, c, least=1))
        for at, group in groups
        for c in columns
        if (sum_ := _sum(rows, at, group, c, certain=True, least=1)) is not None
    ]
    outcomes = [held for sum_, held in found if held is not None and sum_.total.number]
    if len(outcomes) >= _FEWEST_CODED and sum(outcomes) * 10 >= len(outcomes) * 7:
        yield from (sum_ for sum_, held in found if held is not None)


def _adds(c: int, rows: list[Row]) -> bool:
    tokens = [row.tokens[c] for row in rows if c in row.tokens]
    kinds = {token.unit.kind for token in tokens}
    column = next((row.columns[c] for row in rows if c in row.columns), None)
    if column is not None and column.role in (
        "rate",
        "share",
        "growth",
        "index",
        "target",
        "actual",
        "full",
        "score",
    ):
        return False
    return len(tokens) >= 2 and not kinds & {"percent", "score", "point"}


class _Running:
    """A growing group of rows in one column against its total; the same answers as ``_holds``."""

    def __init__(self, total: Token, column: int, most: Decimal | None) -> None:
        self.column, self.most = column, most
        self.gap = -total.number * total.unit.scale
        self.slack = _slack(total)
        self.filled = 0
        self.passed = False

    def add(self, row: Row) -> None:
        """Take one more row."""
        token = row.tokens.get(self.column)
        if token is not None:
            self.gap += token.number * token.unit.scale
            self.slack += _slack(token)
            self.filled += bool(token.number)
            self.passed = self.most is not None and self.gap > self.most

    def holds(self, least: int) -> bool:
        """Whether the rows so far add up, with at least so many that are not zero."""
        return self.filled >= least and abs(self.gap) <= self.slack


def _reach(rows: list[Row], c: int) -> list[Decimal | None]:
    """By row, the most by which it and all below may miss by rounding; None where the sum can fall again."""
    reach: list[Decimal | None] = []
    most: Decimal | None = Decimal(0)
    for row in reversed(rows):
        token = row.tokens.get(c)
        if token is not None and most is not None:
            most = most + _slack(token) if token.number >= 0 else None
        reach.append(most)
    return reach[::-1]


def _slack(token: Token) -> Decimal:
    return token.unit.scale.scaleb(-token.decimals) / 2 if token.decimals else Decimal(0)


def _ends(rows: list[Row]) -> list[int | None]:
    """By row, where the rows below it end: at the next total. None where they differ in marks or 其中."""
    ends: list[int | None] = []
    end = of_which = len(rows)
    for at in range(len(rows) - 1, -1, -1):
        marked = at + 1 < len(rows) and bool(rows[at + 1].mark_style)
        ends.append(None if marked or of_which < end else end)
        if at + 1 < len(rows) and rows[at + 1].of_which:
            of_which = at + 1
        if rows[at].is_total:
            end = at
    return ends[::-1]


def _below(
    rows: list[Row],
    at: int,
    children: dict[int, int],
    reaches: dict[int, list[Decimal | None]],
    ends: list[int | None],
) -> Iterator[tuple[int, ...]]:
    """Groups of rows below: all to the end or next total, those without 其中, those of the first's style.

    Of the groups that begin with the first row below, only those that add up in a column: a table of n
    rows has n of them for each row.
    """
    top: list[int] = []
    position = at + 1
    figures = rows[at].tokens
    running = [_Running(figures[c], c, reach[at]) for c, reach in reaches.items() if c in figures]
    while running and position < len(rows) and not rows[position].is_total:
        top.append(position)
        least = 1 if rows[at].is_total or rows[top[0]].of_which else 2
        for column in running:
            column.add(rows[position])
        running = [column for column in running if not column.passed]
        position = children.get(position, position) + 1
        if len(top) >= 2 and any(column.holds(least) for column in running):
            yield tuple(top)
    end = ends[at]
    if not running and end is not None and next(reversed(children), end) >= end:
        return  # no column can add up any more, and there is no other way to group what follows
    while position < len(rows) and not rows[position].is_total:
        top.append(position)
        position = children.get(position, position) + 1
    if len(top) == 1 and rows[at].is_total and rows[top[0]].of_which:
        yield tuple(top)  # the only source that has a figure
    plain = [p for p in range(at + 1, position) if not rows[p].of_which or p == at + 1]
    if len(plain) >= 2 and plain != top:
        yield tuple(plain)
    if at + 1 < len(rows) and rows[at + 1].mark_style:
        styled = [p for p in range(at + 1, position) if rows[p].mark_style == rows[at + 1].mark_style]
        if len(styled) >= 2:
            yield tuple(styled)


def _above(rows: list[Row], at: int, children: dict[int, int]) -> Iterator[tuple[int, ...]]:
    if not rows[at].names_total:
        return
    inner = {p for head, end in children.items() for p in range(head + 1, end + 1)}
    top = [p for p in range(at) if p not in inner and not rows[p].names_total]
    totals = [p for p in range(at) if rows[p].names_total]
    part = [p for p in top if p > totals[-1]] if totals else top
    if totals and rows[at].is_total:  # 本年收入合计, 年初结转: 总计
        yield from ((totals[-1], *part[:end]) for end in range(len(part), 0, -1))
    if len(top) >= 2 and rows[at].is_total:
        yield tuple(top)
    if len(part) >= 2:
        yield tuple(part)
    yield from (tuple(part[start:]) for start in range(max(len(part) - _LONGEST_TAIL, 1), len(part) - 1))
    for kind in ("", "收入", "支出"):
        alike = [p for p in totals if kind in rows[p].label]
        if len(alike) >= 2 and kind in rows[at].label:
            yield tuple(alike)
    plain = [p for p in top if not rows[p].of_which]
    if len(plain) >= 2 and plain != top:
        yield tuple(plain)
    styles = Counter(rows[p].mark_style for p in top if rows[p].mark_style)
    for style in styles:
        styled = [p for p in top if rows[p].mark_style == style]
        if len(styled) >= 2:
            yield tuple(styled)


def _best(
    rows: list[Row], at: int, groups: list[tuple[int, ...]], columns: list[int]
) -> tuple[tuple[int, ...], list[RowSum]] | None:
    """The group that adds up in most columns."""
    best: tuple[int, int, tuple[int, ...]] | None = None
    for group in groups:
        hits = tried = 0
        for c in columns:
            outcome = _holds(
                rows, at, group, c, least=1 if rows[at].is_total or rows[group[0]].of_which else 2
            )
            if outcome is not None:
                tried += 1
                hits += outcome
        if hits and (best is None or (hits, -tried) > best[:2]):
            best = (hits, -tried, group)
    total = rows[at]
    if best is None:
        return None
    hits, tried, group = best[0], -best[1], best[2]
    if hits * 2 < tried:
        return None
    confirmed = hits >= 2 or total.names_total or rows[group[0]].of_which
    if not confirmed and not _long_figures(rows, at, group, columns):
        return None
    return group, [
        made
        for c in columns
        if (made := _sum(rows, at, group, c, certain=confirmed, least=1 if total.is_total else 2)) is not None
    ]


def _long_figures(rows: list[Row], at: int, group: tuple[int, ...], columns: list[int]) -> bool:
    for c in columns:
        token = rows[at].tokens.get(c)
        if (
            token is not None
            and _holds(rows, at, group, c)
            and len(f"{abs(token.number):f}".replace(".", "").strip("0")) >= 4
        ):
            return True
    return False


def _holds(rows: list[Row], at: int, group: tuple[int, ...], c: int, *, least: int = 2) -> bool | None:
    """Whether the group adds up in a column; None where the total or too many parts are missing or zero."""
    total = rows[at].tokens.get(c)
    parts = [rows[p].tokens[c] for p in group if c in rows[p].tokens]
    if total is None or sum(bool(part.number) for part in parts) < least:
        return None
    gap = sum((p.number * p.unit.scale for p in parts), Decimal(0)) - total.number * total.unit.scale
    slack = sum((t.unit.scale.scaleb(-t.decimals) for t in (total, *parts) if t.decimals), Decimal(0)) / 2
    return abs(gap) <= slack


def _sum(
    rows: list[Row], at: int, group: tuple[int, ...], c: int, *, certain: bool, least: int = 2
) -> RowSum | None:
    total = rows[at].tokens.get(c)
    parts = tuple(rows[p].tokens[c] for p in group if c in rows[p].tokens)
    certain = certain and not any(c in rows[p].unsure for p in (at, *group))
    if total is None or len(parts) < (min(least, len(group)) if rows[group[0]].of_which else least):
        return None
    return RowSum(c, total, parts, certain)


def _like_siblings(
    rows: list[Row], shown: dict[int, tuple[int, ...]], columns: list[int]
) -> Iterator[RowSum]:
    """二、 must be the sum of its own items where 一、 is: rows with marks of one style are built alike."""
    for style in {row.mark_style for row in rows if row.mark_style}:
        heads = [at for at, row in enumerate(rows) if row.mark_style == style]
        items = {at: own for at in heads if len(own := _own_items(rows, at)) >= 2}
        missed = [at for at in items if at not in shown]
        if sum(shown.get(at) == own for at, own in items.items()) < max(len(missed), 1):
            continue
        for at in missed:
            for c in columns:
                made = _sum(rows, at, items[at], c, certain=True)
                if made is not None and (rows[items[at][0]].mark_style or _is_missed(made)):
                    yield made


def _own_items(rows: list[Row], at: int) -> tuple[int, ...]:
    """The items below a marked row, up to the next of its style or a total."""
    style = rows[at].mark_style
    end = next((p for p in range(at + 1, len(rows)) if rows[p].is_total or rows[p].mark_style == style), None)
    below = range(at + 1, len(rows) if end is None else end)
    return tuple(p for p in below if rows[p].mark_style == rows[at + 1].mark_style)


def _is_missed(sum_: RowSum) -> bool:
    """Whether rows after 其中, which need not be all, exceed their total or leave next to nothing."""
    total = sum_.total.number * sum_.total.unit.scale
    added = sum((part.number * part.unit.scale for part in sum_.parts), Decimal(0))
    exceeds = all(part.number >= 0 for part in sum_.parts) and total < added < total * _FAR_ABOVE
    return exceeds or nearly(relation("sum", "sum", sum_.total, [(part, "part") for part in sum_.parts]))
