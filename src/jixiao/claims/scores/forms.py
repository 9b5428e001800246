"""Self-evaluation forms whose table was lost: full marks and scores in the order of the text.

A form ends each indicator's row with its full mark and score. Copied as text its cells stand in one line, in
lines with bars or one a line, some dropped, so that no columns remain. What remains is the order: the header
(分值 得分), rows that end in two figures, and the total. The reading is a guess until the figures add up; the
extractor asks for that.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.stream import Figure, Stream, runs_of, stream
from jixiao.claims.reading.tables.form_header import HEADER, has_header
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.bands import WORDS
from jixiao.claims.scores.budget_rows import BUDGET, budget_row, told_rows

_TOTAL = re.compile(r"(?:总\s?分|合\s?计|总\s?计|总\s?得\s?分)(?:\([^)]{0,8}\))?[\s|:]*(?=\d)")
_TOLD = re.compile(r"(?:自\s?评\s?(?:得\s?分|总\s?分|分)|总\s?得\s?分|绩效得分)[\s|:为]*(?=\d)")
_OPENING = re.compile(r"自评表|绩效目标.{0,8}表|项目名称")
_GRADE = re.compile(rf"[\s|分]*(?:评价|自评)?(?:等级|等次)?[\s|:]*(?P<word>{WORDS})(?=[\s|]|$)")
_BEHIND = re.compile(r"\|[^|\n]{1,40}\|[^|\n]{1,40}\|")
"""Target and value between a full mark and its score."""
_ROW = re.compile(r"[\u4e00-\u9fff]{4}")
"""Words of this length between figures begin another row."""
_LONGEST = 6000
_BELOW = 60
"""Characters below a total in which its conclusion begins."""
_NEXT = re.compile(r"\n\s*(?:[(]?[一二三四五六七八九十]+[)、]|[(]?\d{1,2}[)、.](?!\d))")
"""A section or an item of a list: what it tells is of something else."""
_MOST_WEIGHT = Decimal(90)


@dataclass(slots=True)
class Form:
    """What one form tells; ``rows`` are pairs of full mark and score (None where it has no scores)."""

    rows: list[tuple[Figure, Figure | None]]
    wider: list[tuple[Figure, Figure | None]] = field(default_factory=list)
    """The rows when scores above their full mark count too: more of them, else empty."""
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
    concluded: Figure | None = None
    """The score that the words below the total tell."""


@once
def forms(reading: Reading) -> list[Form]:
    """Every form of a document: from its header to its total, or to the next form."""
    source = stream(reading)
    if not has_header([source.text]):
        return []
    budget_heads = list(BUDGET.finditer(source.text))
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
        figures = source.between(header.end(), end)
        apart = header["apart"] is not None
        form = Form(_rows_apart(source.text, figures) if apart else _rows(source.text, figures))
        if not apart:
            wider = _rows(source.text, figures, above=True)
            form.wider = wider if len(wider) > len(form.rows) > 0 else []
        above = [found for found in budget_heads if last <= found.start() < header.start()]
        if above:
            late = above[-1]["late"] is not None
            form.budget = budget_row(source, above[-1].end(), header.start(), late=late)
        else:
            told = next(told_rows(source, last, header.start()), None)
            form.budget = (told[0], told[2]) if told is not None else None
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
        if form.totals:
            form.concluded = _concluded(source, form.totals[-1].end)
        form.heads = _heads(source.text, source.between(opening, end))
        last = form.totals[-1].end if form.totals else end
        if form.rows:
            made.append(form)
    return made


def _rows(text: str, figures: list[Figure], *, above: bool = False) -> list[tuple[Figure, Figure | None]]:
    """Full mark and score of each row, its last two figures; where rows have but one, the full mark alone.

    ``above``: a score above its full mark is one too.
    """
    runs = runs_of(text, figures)
    rows: list[tuple[Figure, Figure | None]] = []
    for run in runs:
        own = run
        if len(run) > 3 and run[-2].number == HUNDRED:  # the total's figures run on behind the last row's
            own = run[:-2]
        if len(own) > 1 and (_is_row(own[-2], own[-1]) or (above and _may_be_row(own[-2], own[-1]))):
            rows.append((own[-2], own[-1]))
        if own is not run:
            rows.append((run[-2], run[-1]))
    return rows or [(figure, None) for figure in lone_marks(text, figures)]


def lone_marks(text: str, figures: list[Figure]) -> list[Figure]:
    """The full mark of each row that has no score: its last figure."""
    lone: list[Figure] = []
    for run in runs_of(text, figures):
        if lone and not _ROW.search(text[lone[-1].end : run[0].start]):
            lone.pop()
        lone.append(run[-1])
    return [figure for figure in lone if 0 < figure.number <= _MOST_WEIGHT]


def _rows_apart(text: str, figures: list[Figure]) -> list[tuple[Figure, Figure | None]]:
    """Full mark and score of each row where target and value stand between them, cells between bars."""
    by_start = {figure.start: figure for figure in figures if figure.bare}
    rows: list[tuple[Figure, Figure | None]] = []
    for full in figures:
        behind = _BEHIND.match(text, full.end) if full.bare else None
        score = by_start.get(behind.end()) if behind is not None else None
        if score is not None and text[score.end : score.end + 1] == "|" and _is_row(full, score):
            rows.append((full, score))
    return rows or _rows_glued(text, figures)


def _rows_glued(text: str, figures: list[Figure]) -> list[tuple[Figure, Figure | None]]:
    """Likewise where all cells of a row run together: 更换长度10≥266米266米10; words begin the next row."""
    groups: list[list[Figure]] = []
    for figure in figures:
        if not groups or _ROW.search(text[groups[-1][-1].end : figure.start]):
            groups.append([])
        groups[-1].append(figure)
    ends = [(group[0], group[-1]) for group in groups if len(group) > 1]
    return [(full, score) for full, score in ends if full.bare and score.bare and _may_be_row(full, score)]


def _is_row(full: Figure, score: Figure) -> bool:
    return 0 < full.number <= _MOST_WEIGHT and 0 <= score.number <= full.number


def _may_be_row(full: Figure, score: Figure) -> bool:
    return 0 < full.number <= _MOST_WEIGHT and score.number <= HUNDRED


def _heads(text: str, figures: list[Figure]) -> list[Figure]:
    return [
        figure
        for figure in figures
        if figure.token.unit.kind == "score"
        and not figure.bare
        and re.search(r"\(\s?(?:共|计)?\s?$", text[max(0, figure.start - 4) : figure.start])
    ]


def _totals(source: Stream, at: int) -> list[Figure]:
    behind = source.behind(at, 2)
    if not behind or source.text[at : behind[0].start].strip(" |\n"):
        return []
    if len(behind) > 1 and source.text[behind[0].end : behind[1].start].strip(" |\n分"):
        return behind[:1]
    return behind


def _concluded(source: Stream, at: int) -> Figure | None:
    """The score in the words right below a form: 评价结论 自评得分97.7分; none of what follows it."""
    stop = min(len(source.text), at + _BELOW)
    for other in (_OPENING, _NEXT):
        if (found := other.search(source.text, at, stop)) is not None:
            stop = found.start()
    return _told(source, at, stop)


def _told(source: Stream, start: int, stop: int) -> Figure | None:
    found = _TOLD.search(source.text, start, stop)
    if found is None:
        return None
    return next(iter(source.between(found.end(), found.end() + 1)), None)
