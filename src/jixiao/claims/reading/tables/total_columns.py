"""Columns that are the total of others: 合计 of 出国费, 小计 and 接待费, 小计 of what stands right of it.

Which columns make a total is seen in the rows; totals nest, so that parts of parts are passed over. Where
plan and outturn alternate, each is a family of its own. A total whose figures fail in the only row is known
by the header, if others of the table hold.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jixiao.claims.reading.tables.column_pattern import Pattern, voters
from jixiao.claims.reading.tables.columns import Column
from jixiao.claims.reading.tables.nested_row import nested_sums
from jixiao.claims.reading.tables.single_parts import one_part_rows
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token

_TOTAL = re.compile(r"合\s*计|小\s*计|总\s*计|总额|总数")
_ONLY_TOTAL = re.compile(r"(?:合|小|总)\s*计")
_NONE = re.compile(r"[-—–/]+|无")
_MOST_PARTS = 12
_MOST_NESTED = 12
_FEWEST_WEAK = 3
"""Rows with one part that is not nil which show a total, if no row contradicts it."""


@dataclass(frozen=True, slots=True)
class _Found:
    column: int
    parts: tuple[int, ...]
    hits: int
    weak: int


def names_total(column: Column) -> bool:
    """Whether a header calls its column a total."""
    return _TOTAL.search(column.header.rsplit("/", 1)[-1]) is not None


def total_patterns(columns: dict[int, Column], amounts: list[int], rows: list[Row]) -> Iterator[Pattern]:
    """The totals among the columns of amounts."""
    found: dict[int, _Found] = {}
    for family in _families(columns, amounts):
        children: dict[int, int] = {}
        for at in range(len(family) - 1, -1, -1):
            best = _best(at, family, children, columns, rows)
            if best is None:
                continue
            if best.parts[0] > best.column:
                children[best.column] = family.index(best.parts[-1])
            if best.column not in found or best.hits >= found[best.column].hits:
                found[best.column] = best
    if not found and len(rows) == 1 and amounts and _tells_total(rows[0], columns[amounts[0]]):
        for c, parts in nested_sums([rows[0].tokens[p].number for p in amounts[:_MOST_NESTED]]):
            yield _pattern(amounts[c], tuple(amounts[p] for p in parts), rows, certain=False)
    for best in sorted(found.values(), key=lambda best: best.column):
        cued = names_total(columns[best.column])
        certain = best.hits >= 3 or (cued and best.hits + best.weak > 0)
        alone = one_part_rows(best.column, best.parts, rows) if cued else []
        yield _pattern(best.column, best.parts, rows, certain=certain, more=alone)
    shown = any(one.hits for one in found.values())
    for c in amounts:
        parts = () if c in found else _by_header(c, columns, amounts)
        alone = one_part_rows(c, parts, rows) if len(parts) > 1 else []
        if len(parts) > 1 and (shown or len(alone) > 1):
            yield _pattern(c, parts, rows, certain=True, more=alone)


def _pattern(
    c: int, parts: tuple[int, ...], rows: list[Row], *, certain: bool, more: Sequence[Row] = ()
) -> Pattern:
    used = tuple(row for row in rows if c in row.tokens and (_told(row, parts) > 1 or row in more))
    return Pattern("sum", "sum", c, tuple((p, "part", 1) for p in parts), used, certain=certain)


def _tells_total(row: Row, first: Column) -> bool:
    """Whether the first figure of a row is a total by its header or, where that is lost, by its name."""
    return names_total(first) or (not first.header and row.names_total)


def _told(row: Row, parts: tuple[int, ...]) -> int:
    """How many of these columns a row fills: a sign for none is a figure too, where another has one."""
    figures = sum(p in row.tokens for p in parts)
    return figures + sum(_NONE.fullmatch(row.texts.get(p, "")) is not None for p in parts) if figures else 0


def _families(columns: dict[int, Column], amounts: list[int]) -> Iterator[list[int]]:
    """All columns of amounts, and those under the same lowest header (预算数, 决算数 by turns)."""
    yield amounts
    named: dict[str, list[int]] = {}
    for c in amounts:
        named.setdefault(columns[c].header.rsplit("/", 1)[-1], []).append(c)
    yield from (own for name, own in named.items() if name and 3 <= len(own) < len(amounts))


def _best(
    at: int, family: Sequence[int], children: dict[int, int], columns: dict[int, Column], rows: list[Row]
) -> _Found | None:
    """The columns right of a total, or left of it, that add up in most rows."""
    c = family[at]
    cued = names_total(columns[c])
    best: _Found | None = None
    for run in _runs(at, family, children):
        hits = weak = missed = 0
        for row in voters(rows):
            tokens = [row.tokens[p] for p in run if p in row.tokens]
            filled = sum(bool(token.number) for token in tokens)
            if c not in row.tokens or not filled:
                continue
            held = _adds(row.tokens[c], tokens)
            hits += held and filled > 1
            weak += held and filled == 1 and len(tokens) > 1
            missed += not held and filled > 1
        told = hits and hits * 10 >= (hits + missed) * 6 and (hits > 1 or cued)
        shown = not hits and not missed and weak >= _FEWEST_WEAK
        better = best is None or (hits, weak) > (best.hits, best.weak)
        longer = best is not None and shown and not best.hits and weak == best.weak
        if (told or shown) and (better or longer):
            best = _Found(c, tuple(sorted(run)), hits, weak)
    return best


def _runs(at: int, family: Sequence[int], children: dict[int, int]) -> Iterator[tuple[int, ...]]:
    """Columns beside a total: right of it without parts of parts, right of it, left of it."""
    for inner, step in ((children, 1), ({}, 1), ({}, -1)):
        run: list[int] = []
        position = at + step
        while 0 <= position < len(family) and len(run) < _MOST_PARTS:
            run.append(family[position])
            position = inner.get(family[position], position) + step
            if len(run) > 1:
                yield tuple(run)


def _by_header(c: int, columns: dict[int, Column], amounts: list[int]) -> tuple[int, ...]:
    """The columns under the same upper header as a 小计 or 合计, each group by its own total."""
    *above, own = columns[c].header.split("/")
    if not _ONLY_TOTAL.fullmatch(own):
        return ()
    groups: dict[str, list[int]] = {}
    for other in amounts:
        path = columns[other].header.split("/")
        if other != c and len(path) > len(above) and path[: len(above)] == above:
            groups.setdefault(path[len(above)], []).append(other)
    parts: list[int] = []
    for members in groups.values():
        total = [p for p in members if _ONLY_TOTAL.fullmatch(columns[p].header.rsplit("/", 1)[-1])]
        parts.extend(total[:1] or members)
    return tuple(sorted(parts))


def _adds(total: Token, parts: Sequence[Token]) -> bool:
    gap = sum((t.number * t.unit.scale for t in parts), Decimal(0)) - total.number * total.unit.scale
    slack = sum((t.unit.scale.scaleb(-t.decimals) for t in (total, *parts) if t.decimals), Decimal(0)) / 2
    return abs(gap) <= slack and total.number != 0
