"""Total rows of a table: which rows above or below add up to a row, in all its columns of amounts.

The rows that make a total are found in one column and then asserted for every column, so that the one wrong
figure of a total row stands out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jixiao.claims.reading.nearmiss import near_miss, nearly
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.tables.closed_by_shares import closed_by_shares
from jixiao.claims.reading.tables.coded_rows import closed_by_next, exceed, is_intact, single_kinds
from jixiao.claims.reading.tables.codes import nested
from jixiao.claims.reading.tables.named_totals import closed_by_rest, named_totals
from jixiao.claims.reading.tables.percent_rows import is_percent_row
from jixiao.claims.reading.tables.row_groups import (
    ends_of,
    groups_above,
    groups_below,
    is_rounding,
    own_items,
    reach_of,
    slack_of,
)
from jixiao.claims.reading.tables.single_parts import lone_parts, missed_parts, single_parts
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation
from jixiao.core.digits import significant_digits

_FEWEST_CODED = 3
"""Rows with codes, and sums that hold, before codes are trusted to nest."""
_FEWEST_FALLS = 2
"""Numbers of items that fall by one, before a table is read from its last row."""
_OF_EACH = re.compile(r"均(?![衡为已不无可])|单价|每|(?:补助|收费|定额)标准")
"""Headers of what falls to each (人均, 亩均, 单价, 每户补助), which nobody adds up."""
_FAR_ABOVE = Decimal("1.5")
"""Rows that make so much more than a total are hardly all its parts: some are parts of parts."""


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
            yield from _of_rows(rows[::-1] if _runs_upwards(rows) else rows)
            amounts = [c for c in sorted({c for row in rows for c in row.tokens}) if _adds(c, rows)]
            yield from (RowSum(*told, certain=True) for told in closed_by_shares(rows, amounts))
        yield from (RowSum(c, total, parts, certain=False) for c, total, parts in single_parts(rows))
        yield from (RowSum(*told, certain=sure) for told, sure in lone_parts(rows))
        yield from (RowSum(*told, certain=True) for row in rows for told in missed_parts(row))


def _runs_upwards(rows: list[Row]) -> bool:
    """Whether a copy has turned the rows round: (三) stands above (二), its items above itself."""
    rises = falls = 0
    last: dict[str, int] = {}
    for row in rows:
        if row.mark_style:
            before = last.get(row.mark_style, row.mark_value)
            rises += row.mark_value > before
            falls += row.mark_value == before - 1
            last[row.mark_style] = row.mark_value
    return falls >= _FEWEST_FALLS and not rises


def _of_rows(rows: list[Row]) -> Iterator[RowSum]:
    rows = [row for row in rows if not (row.of_percents or is_percent_row(row))]
    columns = [c for c in sorted({c for row in rows for c in row.tokens}) if _adds(c, rows)]
    if not columns:
        return
    by_code = list(_by_code(rows, columns))
    if by_code or any(row.code for row in rows):
        yield from (RowSum(c, total, parts, certain=True) for c, total, parts in single_kinds(rows, columns))
    if by_code:
        yield from by_code
        return
    shown, sums = _by_below(rows, columns)
    known = set(shown)
    yield from sums
    for at in _named(rows):
        above = None if at in shown else _by_above(rows, at, columns, shown)
        if above is not None:
            known.add(at)
            yield from above
    yield from _like_siblings(rows, {at: group for at, (group, _) in shown.items()}, columns)
    for at, group in closed_by_rest(rows, {at: group for at, (group, _) in shown.items()}):
        if at not in known:
            yield from (s for c in columns if (s := _sum(rows, at, group, c, certain=True)) and _is_close(s))
    for at, group in named_totals(rows, known):
        for c in columns:
            made = _sum(rows, at, group, c, certain=True)
            if made is not None and near_miss(_relation(made)):
                yield made


def _named(rows: list[Row]) -> list[int]:
    """Rows that may total others, from the last: the figures of a broken row total nothing that is known."""
    labelled = any(row.label for row in rows)
    return [at for at in range(len(rows) - 1, -1, -1) if rows[at].label or not labelled]


def _by_below(
    rows: list[Row], columns: list[int]
) -> tuple[dict[int, tuple[tuple[int, ...], bool]], list[RowSum]]:
    """Rows with the rows below that make them, and whether that is certain; their sums."""
    children: dict[int, int] = {}
    shown: dict[int, tuple[tuple[int, ...], bool]] = {}
    found: list[RowSum] = []
    reaches = {c: reach_of(rows, c) for c in columns}
    ends = ends_of(rows)
    for at in _named(rows):
        below = _best(rows, at, list(groups_below(rows, at, children, reaches, ends)), columns)
        if below is not None:
            group, sums = below
            children[at] = max(group)
            shown[at] = group, any(made.certain for made in sums)
            found.extend(sums)
    return shown, found


def _by_above(
    rows: list[Row], at: int, columns: list[int], shown: dict[int, tuple[tuple[int, ...], bool]]
) -> list[RowSum] | None:
    """The rows above a total that make it, without parts of parts, else with the uncertain, else with all."""
    ends = {head: max(group) for head, (group, _) in shown.items()}
    sure = {head: end for head, end in ends.items() if shown[head][1]}
    for inner in (ends, sure, {}):
        above = _best(rows, at, list(groups_above(rows, at, inner)), columns)
        if above is not None:
            return above[1]
    return None


def _by_code(rows: list[Row], columns: list[int]) -> Iterator[RowSum]:
    """Sums along the classification (类, 款, 项) and the total of its classes, where most of them hold."""
    codes = [row.code for row in rows]
    if sum(bool(code) for code in codes) < _FEWEST_CODED:
        return
    groups = list(nested(codes))
    totals = [at for at, row in enumerate(rows) if row.names_total and not row.code]
    widest = min(len(code) for code in codes if code)
    if len(totals) == 1:
        groups.append((totals[0], tuple(at for at, code in enumerate(codes) if len(code) == widest)))
    found = [
        (sum_, _holds(rows, at, group, c, least=1))
        for at, group in groups
        for c in columns
        if (sum_ := _sum(rows, at, group, c, certain=True, least=1)) is not None
    ]
    told = [(sum_, held) for sum_, held in found if held is not None]
    outcomes = [held for sum_, held in told if sum_.total.number]
    most = len(outcomes) >= _FEWEST_CODED and sum(outcomes) * 10 >= len(outcomes) * 6
    if most or (any(outcomes) and all(held or near_miss(_relation(sum_)) for sum_, held in told)):
        yield from (sum_ for sum_, _ in told)
    elif is_intact(rows, columns):
        closed = {id(rows[at].tokens.get(columns[0])) for at in closed_by_next(rows, groups)}
        for sum_, held in told:
            own = id(sum_.total) in closed or exceed(sum_.total, sum_.parts)
            if sum_.column == columns[0] and (held or own):
                yield sum_


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
    if column is not None and _OF_EACH.search(column.header):
        return False
    return len(tokens) >= 2 and not kinds & {"percent", "score", "point"}


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
    if min(group) > at and (rows[group[0]].of_which or total.names_total):
        group = _with_zeros(rows, group)
    vouched = _vouched(rows, at, group, columns)
    return group, [
        made
        for c in columns
        if (
            made := _sum(
                rows,
                at,
                vouched if _holds(rows, at, group, c) is False and _holds(rows, at, vouched, c) else group,
                c,
                certain=confirmed,
                least=1 if total.is_total else 2,
            )
        )
        is not None
    ]


def _vouched(rows: list[Row], at: int, group: tuple[int, ...], columns: list[int]) -> tuple[int, ...]:
    """The rows of a group that have a figure in some column where it adds up.

    The others may be parts of parts, which that column does not tell: 其中 of the vehicles last year.
    """
    held = [c for c in columns if _holds(rows, at, group, c, least=1)]
    return tuple(p for p in group if any(c in rows[p].tokens for c in held)) or group


def _with_zeros(rows: list[Row], group: tuple[int, ...]) -> tuple[int, ...]:
    """The rows below a total with those after them that are nothing: sources of money that were not used."""
    found = [*group]
    for at in range(max(group) + 1, len(rows)):
        if rows[at].names_total or any(token.number for token in rows[at].tokens.values()):
            break
        found.append(at)
    return tuple(found)


def _long_figures(rows: list[Row], at: int, group: tuple[int, ...], columns: list[int]) -> bool:
    for c in columns:
        token = rows[at].tokens.get(c)
        if token is not None and _holds(rows, at, group, c) and significant_digits(token.number) >= 4:
            return True
    return False


def _holds(rows: list[Row], at: int, group: tuple[int, ...], c: int, *, least: int = 2) -> bool | None:
    """Whether the group adds up in a column; None where the total or too many parts are missing or zero."""
    total = rows[at].tokens.get(c)
    parts = [rows[p].tokens[c] for p in group if c in rows[p].tokens]
    if total is None or sum(bool(part.number) for part in parts) < least:
        return None
    gap = sum((p.number * p.unit.scale for p in parts), Decimal(0)) - total.number * total.unit.scale
    slack = sum((slack_of(t) for t in (total, *parts)), Decimal(0))
    return is_rounding(gap, slack, total)


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
        items = {at: own for at in heads if len(own := own_items(rows, at)) >= 2}
        missed = [at for at in items if at not in shown]
        if sum(shown.get(at) == own for at, own in items.items()) < max(len(missed), 1):
            continue
        for at in missed:
            for c in columns:
                made = _sum(rows, at, items[at], c, certain=True)
                if made is not None and (rows[items[at][0]].mark_style or _is_missed(made)):
                    yield made


def _is_missed(sum_: RowSum) -> bool:
    """Whether rows after 其中, which need not be all, exceed their total or leave next to nothing."""
    total = sum_.total.number * sum_.total.unit.scale
    added = sum((part.number * part.unit.scale for part in sum_.parts), Decimal(0))
    exceeds = all(part.number >= 0 for part in sum_.parts) and total < added < total * _FAR_ABOVE
    return exceeds or nearly(_relation(sum_))


def _is_close(sum_: RowSum) -> bool:
    """Whether rows come near enough to a total to be meant as all its parts."""
    added = sum((part.number * part.unit.scale for part in sum_.parts), Decimal(0))
    return abs(added - sum_.total.number * sum_.total.unit.scale) * 10 < added


def _relation(sum_: RowSum) -> Relation:
    return relation("sum", "sum", sum_.total, [(part, "part") for part in sum_.parts])
