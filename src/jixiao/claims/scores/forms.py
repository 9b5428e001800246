"""Self-evaluation forms whose table was lost: full marks and scores in the order of the text.

A form ends each indicator's row with its full mark and score. Copied as text its cells stand in one line, in
lines with bars or one a line, some dropped, so that no columns remain. What remains is the order: the header
(分值 得分), rows that end in two figures, and the total. The reading is a guess until the figures add up; the
extractor asks for that.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from operator import attrgetter

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.script import plain
from jixiao.claims.reading.tables.form_header import BLANK, HEADER, SCORE, WEIGHT, has_header
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.bands import WORDS
from jixiao.core.frozen import frozen

_BUDGET = re.compile(
    rf"{WEIGHT}{BLANK}(?:预算)?执\s?行\s?率(?:\([^)]{{0,12}}\))?{BLANK}{SCORE}"
    rf"|(?P<late>执\s?行\s?率(?:\([^)]{{0,12}}\))?{BLANK}{WEIGHT}{BLANK}{SCORE})"
)
"""The head of the budget's row; ``late``: the full mark stands behind the rate, and not before it."""
_TOTAL = re.compile(r"(?:总\s?分|合\s?计|总\s?计|总\s?得\s?分)(?:\([^)]{0,8}\))?[\s|:]*(?=\d)")
_TOLD = re.compile(r"(?:自\s?评\s?(?:得\s?分|总\s?分|分)|总\s?得\s?分|绩效得分)[\s|:为]*(?=\d)")
_OPENING = re.compile(r"自评表|绩效目标.{0,8}表|项目名称")
_GRADE = re.compile(rf"[\s|分]*(?:评价|自评)?(?:等级|等次)?[\s|:]*(?P<word>{WORDS})(?=[\s|]|$)")
_BARE = re.compile(r"\d+(?:\.\d+)?")
_ROW = re.compile(r"[\u4e00-\u9fff]{4}")
"""Words of this length between figures begin another row."""
_BUDGET_REACH = 160
_LONGEST = 6000
_START = attrgetter("start")
_MOST_WEIGHT, _LEAST_BUDGET, _MOST_BUDGET = Decimal(90), Decimal(5), Decimal(30)


@frozen
class Figure:
    """A figure of the stream; ``bare`` when it is printed without a unit."""

    start: int
    end: int
    token: Token
    bare: bool

    @property
    def number(self) -> Decimal:
        """Its value as printed."""
        return self.token.number


class Stream:
    """A document's text and figures in one line, cells between bars."""

    def __init__(self, pieces: Iterable[tuple[str, Sequence[Token]]]) -> None:
        self._pieces = list(pieces)
        self.text = "".join([text for text, _ in self._pieces])

    @cached_property
    def figures(self) -> list[Figure]:
        """In the order of the text."""
        found: list[Figure] = []
        at = 0
        for text, tokens in self._pieces:
            found.extend([_figure(text, token, at) for token in tokens])
            at += len(text)
        return sorted(found, key=_START)

    def between(self, start: int, stop: int) -> list[Figure]:
        """The figures that begin in a stretch of the text."""
        return self.figures[self._first(start) : self._first(stop)]

    def behind(self, at: int, most: int) -> list[Figure]:
        """The next figures from a place on."""
        first = self._first(at)
        return self.figures[first : first + most]

    def _first(self, at: int) -> int:
        return bisect_left(self.figures, at, key=_START)


@dataclass(slots=True)
class Form:
    """What one form tells; ``rows`` are pairs of full mark and score (None where it has no scores)."""

    rows: list[tuple[Figure, Figure | None]]
    budget: tuple[Figure, Figure | None] | None = None
    """The row of the budget's execution, which stands above the indicators."""
    totals: list[Figure] = field(default_factory=list)
    """The one or two figures behind 总分."""
    heads: list[Figure] = field(default_factory=list)
    """Points in brackets behind the name of a section: 产出指标(50分)."""
    told: Figure | None = None
    """The score that the form's head tells."""
    grade: str = ""
    """The grade behind the total."""


@once
def stream(reading: Reading) -> Stream:
    """The document as forms are read."""
    return Stream(_pieces(reading))


def _pieces(reading: Reading) -> Iterator[tuple[str, Sequence[Token]]]:
    """The text of each paragraph and cell, and the signs behind it, with its figures."""
    tables = {table.block.index: table for table in reading.tables}
    for block in reading.document.blocks:
        table = tables.get(block.index)
        if table is None:
            paragraph = reading.paragraph_of(block.index)
            if paragraph is not None:
                yield paragraph.text, [*paragraph.tokens, *paragraph.bare]
        else:
            cells: dict[int, list[Token]] = {}
            for token in table.tokens:
                cells.setdefault(id(token.cell), []).append(token)
            for cell in block.cells:
                yield f"{plain(cell.text)}|", cells.get(id(cell), ())
        yield "\n", ()


def _figure(text: str, token: Token, at: int) -> Figure:
    """A word behind a blank that could be a unit (8 单项业务) begins the next cell."""
    cut = token.unit.kind != "score" and text[token.figure_end : token.figure_end + 1] in (" ", "|")
    end = token.figure_end if cut else token.end
    bare = _BARE.fullmatch(text, token.start, end) is not None
    return Figure(at + token.start, at + end, token, bare)


@once
def forms(reading: Reading) -> list[Form]:
    """Every form of a document: from its header to its total, or to the next form."""
    source = stream(reading)
    if not has_header([source.text]):
        return []
    budget_heads = list(_BUDGET.finditer(source.text))
    budgets = [found.span() for found in budget_heads]
    headers = [
        found
        for found in HEADER.finditer(source.text)
        if not any(start < found.end() and found.start() < end for start, end in budgets)
    ]
    made: list[Form] = []
    last = 0
    for position, header in enumerate(headers):
        if header.start() < last:
            continue  # a header repeated on the next page
        stop = min(len(source.text), header.end() + _LONGEST)
        following = [span[0] for span in budgets if span[0] > header.end()]
        stop = min([stop, *following[:1]])
        total = _TOTAL.search(source.text, header.end(), stop)
        if total is None and position + 1 < len(headers):
            stop = min(stop, headers[position + 1].start())
        end = total.start() if total is not None else stop
        form = Form(_rows(source.text, source.between(header.end(), end)))
        above = [found for found in budget_heads if last <= found.start() < header.start()]
        if above:
            late = above[-1]["late"] is not None
            form.budget = _budget(source, above[-1].end(), header.start(), late=late)
        if total is not None:
            form.totals = _totals(source, total.end())
            graded = _GRADE.match(source.text, form.totals[-1].end) if form.totals else None
            form.grade = graded["word"] if graded is not None else ""
        elif form.rows and form.rows[-1][0].number == HUNDRED:
            row = form.rows.pop()
            form.totals = [figure for figure in row if figure is not None]
        opening = max(
            (found.start() for found in _OPENING.finditer(source.text, last, header.start())), default=last
        )
        form.told = _told(source, opening, header.start())
        form.heads = _heads(source.text, source.between(opening, end))
        last = form.totals[-1].end if form.totals else end
        if form.rows:
            made.append(form)
    return made


def _runs(text: str, figures: list[Figure]) -> list[list[Figure]]:
    """Bare figures that only blanks and bars set apart."""
    runs: list[list[Figure]] = []
    for figure in figures:
        beside = runs and runs[-1] and not text[runs[-1][-1].end : figure.start].strip(" |\n")
        if not figure.bare:
            runs.append([])
        elif beside:
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return [run for run in runs if run]


def _rows(text: str, figures: list[Figure]) -> list[tuple[Figure, Figure | None]]:
    """Full mark and score of each row, its last two figures; where rows have but one, the full mark alone."""
    runs = _runs(text, figures)
    rows: list[tuple[Figure, Figure | None]] = []
    for run in runs:
        own = run
        if len(run) > 3 and run[-2].number == HUNDRED:  # the total's figures run on behind the last row's
            own = run[:-2]
        if len(own) > 1 and _is_row(own[-2], own[-1]):
            rows.append((own[-2], own[-1]))
        if own is not run:
            rows.append((run[-2], run[-1]))
    if rows:
        return rows
    lone: list[Figure] = []
    for run in runs:
        if lone and not _ROW.search(text[lone[-1].end : run[0].start]):
            lone.pop()
        lone.append(run[-1])
    return [(figure, None) for figure in lone if 0 < figure.number <= _MOST_WEIGHT]


def _is_row(full: Figure, score: Figure) -> bool:
    return 0 < full.number <= _MOST_WEIGHT and 0 <= score.number <= full.number


def _heads(text: str, figures: list[Figure]) -> list[Figure]:
    return [
        figure
        for figure in figures
        if figure.token.unit.kind == "score"
        and not figure.bare
        and re.search(r"\(\s?(?:共|计)?\s?$", text[max(0, figure.start - 4) : figure.start])
    ]


def _budget(source: Stream, start: int, stop: int, *, late: bool) -> tuple[Figure, Figure | None] | None:
    """The first row below the header of the budget: … full mark, rate, score, or full mark and score.

    ``late`` says that the full mark stands behind the rate: what stands before it is then an amount.
    """
    stop = min(stop, start + _BUDGET_REACH)
    row = source.between(start, stop)
    marks = [at for at, figure in enumerate(row) if figure.token.unit.kind == "percent" and not figure.bare]
    for at in marks:
        before, behind = row[at - 1] if at else None, row[at + 1 : at + 3]
        if (
            not late
            and before is not None
            and _is_budget(before)
            and behind
            and behind[0].bare
            and behind[0].number <= before.number
        ):
            return before, behind[0]
        if behind and _is_budget(behind[0]):
            scored = len(behind) > 1 and behind[1].bare and behind[1].number <= behind[0].number
            return behind[0], behind[1] if scored else None
    runs = [run for run in _runs(source.text, row) if len(run) > 1]
    if not runs:
        return None
    first = runs[0]
    if len(first) > 2 and _is_budget(first[-3]) and first[-1].number <= first[-3].number:
        return first[-3], first[-1]
    if _is_budget(first[-2]) and first[-1].number <= first[-2].number:
        return first[-2], first[-1]
    return None


def _is_budget(figure: Figure) -> bool:
    return figure.bare and _LEAST_BUDGET <= figure.number <= _MOST_BUDGET


def _totals(source: Stream, at: int) -> list[Figure]:
    behind = source.behind(at, 2)
    if not behind or source.text[at : behind[0].start].strip(" |\n"):
        return []
    if len(behind) > 1 and source.text[behind[0].end : behind[1].start].strip(" |\n分"):
        return behind[:1]
    return behind


def _told(source: Stream, start: int, stop: int) -> Figure | None:
    found = _TOLD.search(source.text, start, stop)
    if found is None:
        return None
    return next(iter(source.between(found.end(), found.end() + 1)), None)
