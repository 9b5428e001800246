"""Weights by levels, each behind its name: 过程48 预算执行20 预算完成率6 预算控制率14 预算管理28.

No columns are needed to read them: a weight is broken up by those behind it until they fill it, down to the
indicators and up to a hundred. Only one reading of a whole table does that, so that every weight is proven.
Where none does, and a slip in one weight alone explains it, that weight is the wrong one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.stream import Figure, Stream, stream
from jixiao.claims.reading.units import HUNDRED, SCORE
from jixiao.claims.scores.budget_rows import BUDGET, budget_row
from jixiao.claims.scores.level_search import Entry, Node, Search, Steps, every
from jixiao.core.slips import edits

HEADER = re.compile(
    r"一\s?级\s?指\s?标[^。;\d]{0,40}?二\s?级\s?指\s?标[^。;\d]{0,60}?(?:分\s?值|权\s?重|得\s?分|标\s?准\s?分)"
)
_TOTAL = re.compile(r"(?:合\s?计|总\s?分|总\s?计|总\s?得\s?分)(?:\([^)]{0,8}\))?[\s|:]*(?=\d)")
_REACH = 12000
"""Characters below a header: some fifty indicators with their rules of scoring."""
_NAME = re.compile(r"[\s|)]*(?![\s|)])[^。;:=<>≤≥÷×%]{1,40}(?<![计得扣为超每于共满])[\s|]*")
"""What stands between a figure and the weight behind it: only names."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]{2}")
_BRACKET = re.compile(r"[\u4e00-\u9fff]\s?\|?\s?\((?:共|计|权重)?\s?$")
_CLOSED = re.compile(r"\s?\)")
_SUBTOTAL = re.compile(r"小\s?计[\s|]*$")
_RANGE = re.compile(r"\s?[-~—－至到÷*×/]\s?\d")
_POINTS = ("number", "score", "percent")
_DEPTHS = (3, 2, 4)
_MOST = 120
"""Figures of one table that are read; the search is kept by it from growing with the text."""


@dataclass(slots=True)
class LevelTable:
    """The weights of one table; ``wrong`` is one that a slip keeps from its place."""

    roots: list[Node]
    totals: list[Figure]
    whole: Decimal
    """What the weights make: a hundred, or what the row of the budget's execution leaves of it."""
    wrong: Figure | None = None
    cut: bool = False
    """Its end is lost."""

    def figures(self) -> Iterator[Figure]:
        """Its weights."""
        return (node.entry.figure for node in every(self.roots))


@once
def level_tables(reading: Reading) -> list[LevelTable]:
    """Every table of a document whose weights fill each other down from a hundred."""
    if not reading.is_form:
        return []
    source = stream(reading)
    made: list[LevelTable] = []
    last = 0
    for header in HEADER.finditer(source.text):
        if header.start() < last:
            continue
        stop = min(len(source.text), header.end() + _REACH)
        total = _TOTAL.search(source.text, header.end(), stop)
        end = total.start() if total is not None else stop
        entries = list(_entries(source, header.end(), end))
        wholes, known = _whole(source, last, header.start())
        totals = source.behind(total.end(), 4) if total is not None else []
        table = _read(entries, wholes, closed=total is not None, known=known)
        if table is None and total is None and stop == len(source.text):
            table = _cut(entries)
        if table is not None:
            table.totals = _together(source, totals)
            made.append(table)
            last = end
    return made


def _together(source: Stream, figures: list[Figure]) -> list[Figure]:
    """The first of the figures, as far as only blanks and bars stand between them."""
    found: list[Figure] = []
    for figure in figures:
        if found and source.text[found[-1].end : figure.start].strip(" |\n分"):
            break
        found.append(figure)
    return found


def _entries(source: Stream, start: int, stop: int) -> Iterator[Entry]:
    """The figures that may be weights or scores; of some that follow each other the last two may be both."""
    figures = source.between(start, stop)
    ends = [start, *(figure.end for figure in figures)]
    leads = [source.text[end : figure.start] for end, figure in zip(ends, figures, strict=False)]
    alone = [bool(lead.strip(" |\n")) for lead in leads]
    subtotal = False
    for at, (figure, lead) in enumerate(zip(figures, leads, strict=True)):
        if _BRACKET.search(lead[-12:]) and _CLOSED.match(source.text, figure.end):
            yield Entry(figure, figure.number, "weight")
        elif _RANGE.match(source.text, figure.end):
            continue  # 0-10%
        elif figure.bare and figure.token.unit.kind in _POINTS:
            subtotal = _SUBTOTAL.search(lead) is not None if alone[at] else subtotal
            named = _NAME.fullmatch(lead) is not None and _CHINESE.search(lead) is not None
            behind = [not apart and other.bare for apart, other in zip(alone, figures, strict=True)][
                at + 1 : at + 3
            ]
            last_two = behind[:1] == [True] and behind[1:] != [True]
            yield Entry(figure, figure.number, "either" if (named or last_two) and not subtotal else "score")


def _whole(source: Stream, last: int, start: int) -> tuple[list[Decimal], bool]:
    """What the weights may make, and whether that is known: a hundred, or what the budget's row leaves."""
    heads = list(BUDGET.finditer(source.text, last, start))
    if not heads:
        return [HUNDRED], True
    row = budget_row(source, heads[-1].end(), start, late=heads[-1]["late"] is not None)
    return ([HUNDRED - row[0].number, HUNDRED], True) if row is not None else ([HUNDRED], False)


def _read(entries: list[Entry], wholes: list[Decimal], *, closed: bool, known: bool) -> LevelTable | None:
    """The tree of the weights; ``closed``: all figures up to the total belong to it."""
    if len(entries) > _MOST and closed:
        return None
    entries, steps = entries[:_MOST], Steps()
    for whole in wholes:
        for depth in _DEPTHS:
            roots = Search(
                entries, depth, whole, steps, end="closed" if closed else "open", uneven=True
            ).roots()
            if roots is not None:
                return LevelTable(roots, [], whole)
    if not (closed and known):
        return None
    for depth, uneven in product(_DEPTHS[:2], (False, True)):
        mended = list(_mended(entries, depth, wholes[0], steps, uneven=uneven))
        if steps.left < 0:
            return None  # others that were not tried may explain it as well
        if mended:
            one = len({frozenset(_wrong_sums(table.roots)) for table in mended}) == 1
            return mended[0] if one else None
    return None


def _wrong_sums(nodes: list[Node]) -> Iterator[tuple[int, ...]]:
    """Where the weights stand, as printed, that do not make the one above them."""
    for node in every(nodes):
        if node.children and not node.is_filled:
            yield (node.entry.figure.start, *(child.entry.figure.start for child in node.children))


def _cut(entries: list[Entry]) -> LevelTable | None:
    """What is left of a table whose end is lost, where some of its weights are filled at two levels."""
    for depth in _DEPTHS[:2]:
        search = Search(entries[:_MOST], depth, HUNDRED, Steps(), end="cut", uneven=False)
        roots = search.roots()
        full = [node for node in every(roots or []) if node.is_filled]
        if any(child.is_filled for node in full for child in node.children):
            return LevelTable(roots or [], [], HUNDRED, cut=True)
    return None


def _mended(
    entries: list[Entry], depth: int, whole: Decimal, steps: Steps, *, uneven: bool
) -> Iterator[LevelTable]:
    for at, entry in enumerate(entries):
        if entry.kind == "score":
            continue
        for number, _ in edits(quantity(entry.figure.token, SCORE)):
            if 0 < number < HUNDRED:
                tried = [*entries[:at], replace(entry, number=number), *entries[at + 1 :]]
                roots = Search(tried, depth, whole, steps, end="closed", uneven=uneven).roots()
                if roots is not None and any(node.entry is tried[at] for node in every(roots)):
                    yield LevelTable(roots, [], whole, entry.figure)
