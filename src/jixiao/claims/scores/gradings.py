"""Scores with their grade words: 得分95分，评价等级为优; rows of a table with a score and a grade."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.claims.scores.bands import NATIONAL, RANKS
from jixiao.claims.scores.forms import forms
from jixiao.claims.scores.grade_words import grade_alone, pairs
from jixiao.claims.scores.scored import scored
from jixiao.core.place import Place


@dataclass(frozen=True, slots=True)
class Graded:
    """A score (``token`` where the score has one) with its grade word."""

    number: Decimal
    token: Token | None
    word: str
    place: Place
    quote: str
    paragraph: Paragraph | None
    is_item: bool
    """It stands in a numbered item or a table row, so it is one of several."""

    @property
    def rank(self) -> int:
        """4 for 优 down to 1 for 差."""
        return RANKS[self.word]


@once
def gradings(reading: Reading) -> list[Graded]:
    """Every score with a grade, in order."""
    found: list[Graded] = []
    totals = [_total(paragraph) for paragraph in reading.paragraphs]
    for at, paragraph in enumerate(reading.paragraphs):
        if _SOME_GRADE.search(paragraph.text) is None:
            continue
        if "分" in paragraph.text:
            found.extend(_in_text(paragraph))
        if len(paragraph.text) <= _LINE:
            near = [*totals[max(0, at - _ABOVE) : at][::-1], *totals[at + 1 : at + 1 + _BELOW]]
            found.extend(_alone(paragraph, next(filter(None, near), None)))
    for table in reading.tables:
        found.extend(_in_table(table))
    return [*found, *_in_forms(reading)]


def _in_forms(reading: Reading) -> Iterator[Graded]:
    """总分 100 96 优, the last line of a form."""
    if not reading.is_form:
        return
    for form in forms(reading):
        total = form.totals[-1].token if form.totals else None
        if total is not None and form.grade and total.number >= _LEAST:
            made = total.build()
            yield Graded(
                total.number, total, form.grade, made.place, f"{made.text} {form.grade}", None, is_item=False
            )


def _in_text(paragraph: Paragraph) -> Iterator[Graded]:
    text, tokens = paragraph.text, {token.start: token for token in paragraph.tokens}
    for pair in pairs(text):
        yield Graded(
            Decimal(text[pair.start : pair.end]),
            tokens.get(pair.start),
            pair.word,
            paragraph.block.place(pair.start, pair.end),
            paragraph.block.text[pair.first : pair.last],
            paragraph,
            is_item=bool(re.match(r"\s*[(（]?\d+[.．、)）]", text)),
        )


def _total(paragraph: Paragraph) -> Token | None:
    """The last score of a whole that a paragraph tells."""
    told = [one.get("score") for one in scored(paragraph) if one.is_total] if paragraph.points else []
    return next((token for token in told[::-1] if token is not None and token.number >= _LEAST), None)


def _alone(paragraph: Paragraph, score: Token | None) -> Iterator[Graded]:
    """A line with the grade alone (评价等级：优) of the score told in a line beside it."""
    told = grade_alone(paragraph.text)
    if told is not None and score is not None:
        made = score.build()
        quote = f"{made.text} {told['word']}"
        yield Graded(score.number, score, told["word"], made.place, quote, paragraph, is_item=False)


def _in_table(table: TableReading) -> Iterator[Graded]:
    bare = _are_graded_scores(table)
    for row in table.rows:
        headers = {c: column.header for c, column in row.columns.items()}
        named = _scores(row)
        printed = [t for t in row.tokens.values() if t.unit.kind == "score" and not t.declared]
        printed = printed or (list(row.tokens.values()) if bare else [])
        score = next(reversed(named or (printed if len(printed) == 1 else [])), None)
        words = {c: word.strip('“”"「」。；;') for c, word in row.texts.items()}
        told = [word for c, word in words.items() if c in headers and _GRADE.search(headers[c])]
        alone = [word for c, word in words.items() if word in RANKS and not headers.get(c)]
        grade = next(iter(told or (alone if len(alone) == 1 else [])), "")
        if score is not None and grade in RANKS and (named or score.number >= _LEAST):
            quantity = score.build()
            yield Graded(
                score.number, score, grade, quantity.place, f"{quantity.text} {grade}", None, is_item=True
            )


def _scores(row: Row) -> list[Token]:
    """The scores of a row; of several, that of the whole where a header names it (总分), else no part's."""
    named = {c: t for c, t in row.tokens.items() if c in row.columns and row.columns[c].role == "score"}
    whole = [c for c in row.tokens if c in row.columns and _WHOLE.search(row.columns[c].header)]
    if whole and len(named) > 1:
        return [row.tokens[c] for c in whole]
    several = len(named) > 1
    return [token for token in named.values() if not several or token.number >= _LEAST]


def _are_graded_scores(table: TableReading) -> bool:
    """Whether every row of a table without a header has one number up to a hundred and one grade word."""
    several = len(table.rows) > 1
    return several and all(
        len(row.tokens) == 1
        and all(t.unit.kind == "number" and _LEAST <= t.number <= _HUNDRED for t in row.tokens.values())
        and not any(column.header for column in row.columns.values())
        and sum(word.strip('“”"「」。；;') in RANKS for word in row.texts.values()) == 1
        for row in table.rows
    )


_SOME_GRADE = re.compile(r"[优良好中差格般ABCD]")
_WHOLE = re.compile(r"总\s?得?\s?分|合\s?计|综合得?分|总评")
_LINE = 160
"""Characters of a line that tells the grade alone, with its bands."""
_ABOVE = 3
"""Lines above it among which its score stands, else below it."""
_BELOW = 2
_GRADE = re.compile(r"等级|等次|级别|档次|评级|评价结果|评定结果|结论")
_LEAST, _HUNDRED = 50, 100
MOST_MISPLACED = 5


def misplaced(graded: list[Graded]) -> list[tuple[Graded, Graded]]:
    """The fewest gradings that contradict the others, each with the one that shows it.

    Two contradict each other when the higher score has the lower grade, or equal scores have two grades.
    Where more than a few do, the document grades by something else than the score, and nothing is claimed.
    """
    left = [one for one in graded if one.word in ("优秀", "优", "良好", "良", "中", "差")]
    found: list[tuple[Graded, Graded]] = []
    while not _ordered_scores(left):
        if len(found) == MOST_MISPLACED:
            return []
        clashes = _clashes(left)
        most = max(clashes)
        alike = [one for one, number in zip(left, clashes, strict=True) if number == most]
        worst = next((one for one in alike if not _national(one)), alike[0])
        others = (other for other in left if _contradict(worst, other))
        found.append((worst, min(others, key=lambda other: abs(other.number - worst.number))))
        left = [one for one in left if one is not worst]
    return found


def _ordered_scores(graded: list[Graded]) -> bool:
    """Whether every score of a better grade is above every score of a worse one."""
    below: Decimal | None = None
    for rank in sorted({one.rank for one in graded}):
        scores = [one.number for one in graded if one.rank == rank]
        if below is not None and min(scores) <= below:
            return False
        below = max(scores)
    return True


def _clashes(graded: list[Graded]) -> list[int]:
    """For each grading the number of others that it contradicts."""
    by_rank: dict[int, list[Decimal]] = {}
    for one in graded:
        by_rank.setdefault(one.rank, []).append(one.number)
    for scores in by_rank.values():
        scores.sort()
    made: list[int] = []
    for one in graded:
        worse = sum(len(s) - bisect_left(s, one.number) for rank, s in by_rank.items() if rank < one.rank)
        better = sum(bisect_right(s, one.number) for rank, s in by_rank.items() if rank > one.rank)
        made.append(worse + better)
    return made


def _contradict(one: Graded, other: Graded) -> bool:
    if one.rank == other.rank:
        return False
    better, worse = (one, other) if one.rank > other.rank else (other, one)
    return better.number <= worse.number


def _national(one: Graded) -> bool:
    low, high = NATIONAL[one.rank]
    return low <= one.number and (high is None or one.number < high)


def national_word(number: Decimal) -> str:
    """The national grade of a score."""
    rank = next(rank for rank in (4, 3, 2, 1) if number >= NATIONAL[rank][0] or rank == 1)
    return {4: "优", 3: "良", 2: "中", 1: "差"}[rank]


def family(word: str) -> str:
    """The short form of a grade word."""
    return {"优秀": "优", "良好": "良"}.get(word, word)


_GRADE_COUNT = re.compile(
    r"(?:等级|等次|结果|评)?(?:为|是)?[“\"]?(?P<word>优秀|良好|优|良|中|差|合格|不合格)[”\"]?(?:等级|等次|级)?(?:的)?(?:项目)?(?:共|共计|有|为|共有)?\s?(?P<n>\d{1,5})\s?(?:个|项)"
    r"|(?P<n2>\d{1,3})\s?(?:个|项)(?:项目)?[^，,。;\d]{0,14}?(?:为|是|评为|获|达到)[“\"]?(?P<word2>优秀|良好|优|良|中|差)[”\"]?(?=[，,。;、等级次)]|$)"
)


def grade_counts(paragraph: Paragraph) -> list[tuple[str, Token]]:
    """How many items the paragraph says have each grade: 优24个、良9个."""
    tokens = {token.start: token for token in paragraph.tokens}
    counts: list[tuple[str, Token]] = []
    for found in _GRADE_COUNT.finditer(paragraph.text):
        token = tokens.get(found.start("n" if found["n"] else "n2"))
        if token is not None:
            counts.append((family(found["word"] or found["word2"]), token))
    return counts


def counts_are_national(reading: Reading, graded: list[Graded]) -> bool:
    """Whether the stated numbers of each grade are those that the national bands give."""
    for paragraph in reading.paragraphs:
        if "优" not in paragraph.text:
            continue
        counts = grade_counts(paragraph)
        if len(counts) < 2:
            continue
        items = [one for one in graded if one.is_item and one.paragraph is not paragraph]
        tally = [national_word(one.number) for one in items]
        if (
            len(counts) > 1
            and len(items) > 2
            and all(tally.count(name) == token.number for name, token in counts)
        ):
            return True
    return False
