"""Rows of a table that may make up another one: those below it, those above a total.

All searches are bounded: of the groups that begin below a row, only those that add up in a column are tried.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token

_LONGEST_TAIL = 12
"""Rows above a total that may be its parts when those further up are not."""
_LEAST_TIMES = 10
"""How often a total holds what its parts miss it by: else the agreement shows nothing."""


def groups_below(
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
    if (
        rows[at].mark_style
        and at + 1 < len(rows)
        and rows[at + 1].mark_style not in ("", rows[at].mark_style)
    ):
        own = own_items(rows, at)  # (一) has 1., 2. and 3. below it, to (二)
        if len(own) > 1:
            yield own
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


def groups_above(rows: list[Row], at: int, children: dict[int, int]) -> Iterator[tuple[int, ...]]:
    """Groups of rows above a total: since the total before it, all, its last ones, those of one style."""
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
    leaves = [p for p in range(totals[-1] + 1 if totals else 0, at) if p not in children]
    if len(top) == 1 and len(leaves) > 1 and rows[at].is_total:
        yield tuple(leaves)  # of one class alone, by its items
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


class _Running:
    """A growing group of rows in one column against its total; the same answers as ``_holds``."""

    def __init__(self, total: Token, column: int, most: Decimal | None) -> None:
        self.total, self.column, self.most = total, column, most
        self.gap = -total.number * total.unit.scale
        self.slack = slack_of(total)
        self.filled = 0
        self.passed = False

    def add(self, row: Row) -> None:
        """Take one more row."""
        token = row.tokens.get(self.column)
        if token is not None:
            self.gap += token.number * token.unit.scale
            self.slack += slack_of(token)
            self.filled += bool(token.number)
            self.passed = self.most is not None and self.gap > self.most

    def holds(self, least: int) -> bool:
        """Whether the rows so far add up, with at least so many that are not zero."""
        return self.filled >= least and is_rounding(self.gap, self.slack, self.total)


def reach_of(rows: list[Row], c: int) -> list[Decimal | None]:
    """By row, the most by which it and all below may miss by rounding; None where the sum can fall again."""
    reach: list[Decimal | None] = []
    most: Decimal | None = Decimal(0)
    for row in reversed(rows):
        token = row.tokens.get(c)
        if token is not None and most is not None:
            most = most + slack_of(token) if token.number >= 0 else None
        reach.append(most)
    return reach[::-1]


def ends_of(rows: list[Row]) -> list[int | None]:
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


def is_rounding(gap: Decimal, slack: Decimal, total: Token) -> bool:
    """Whether a sum may miss its total so by rounding: within the slack, and little beside the total.

    Among figures as small as their rounding (0.01, 0.01, 0.01) any would be the total of the others.
    """
    return abs(gap) <= slack and abs(gap) * _LEAST_TIMES <= abs(total.number * total.unit.scale)


def slack_of(token: Token) -> Decimal:
    """By how much rounding may have changed a figure, in base units."""
    rounded = token.decimals or token.unit.scale > 1
    return token.unit.scale.scaleb(-token.decimals) / 2 if rounded else Decimal(0)


def own_items(rows: list[Row], at: int) -> tuple[int, ...]:
    """The items below a marked row, up to the next of its style, a total, or numbers that begin anew."""
    below = range(at + 1, len(rows))
    style, inner = rows[at].mark_style, rows[at + 1].mark_style if below else ""
    items: list[int] = []
    for p in below:
        row = rows[p]
        if row.is_total or row.mark_style == style:
            break
        if row.mark_style == inner:
            if inner and items and row.mark_value <= rows[items[-1]].mark_value:
                break
            items.append(p)
    return tuple(items)
