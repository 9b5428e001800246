"""Scores with their grade words: 得分95分，评价等级为优; rows of a table with a score and a grade."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.tables import TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.place import Place

RANKS = {
    "优秀": 4,
    "优": 4,
    "良好": 3,
    "良": 3,
    "中": 2,
    "中等": 2,
    "合格": 2,
    "一般": 2,
    "差": 1,
    "较差": 1,
    "不合格": 1,
}
"""Grade words by rank, best highest; 优/良/中/差 are the four grades of 财预〔2020〕10号."""

_WORD = r"(?P<word>优秀|良好|中等|不合格|合格|一般|较差|优|良|中|差)"
_GRADE = re.compile(
    rf"(?:(?<=分)\(|属于|属|等级|等次|级别|档次|评定(?:结果)?|评价结果|评价结论|自评结果|结果|评为|评价|为)(?:评定)?(?:为|是|:|属于)?\s?[“\"「']?{_WORD}[”\"」']?(?=等级|等次|级|档|[，,。;、)\s]|$)"
)
_SCORE = re.compile(r"(?P<n>\d{1,3}(?:\.\d+)?)\s?(?:分|的评分|的得分|的成绩)(?!以[上下]|[-至~])")
_REACH, _AFTER = 26, 12


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


def gradings(reading: Reading) -> list[Graded]:
    """Every score with a grade, in order."""
    found: list[Graded] = []
    for paragraph in reading.paragraphs:
        if "分" in paragraph.text and re.search(r"[优良中差格]", paragraph.text):
            found.extend(_in_text(paragraph))
    for table in reading.tables:
        found.extend(_in_table(table))
    return found


def _in_text(paragraph: Paragraph) -> Iterator[Graded]:
    text, tokens = paragraph.text, {token.start: token for token in paragraph.tokens}
    scores = [match for match in _SCORE.finditer(text) if Decimal(match["n"]) <= 120]
    for found in _GRADE.finditer(text):
        near = _nearest(text, scores, found)
        if near is None or _defines(text, near, found):
            continue
        start = near.start("n")
        yield Graded(
            Decimal(near["n"]),
            tokens.get(start),
            found["word"],
            paragraph.block.place(start, near.end("n")),
            paragraph.block.text[min(start, found.start()) : max(near.end(), found.end())],
            paragraph,
            is_item=bool(re.match(r"\s*[(（]?\d+[.．、)）]", text)),
        )


def _nearest(text: str, scores: list[re.Match[str]], grade: re.Match[str]) -> re.Match[str] | None:
    """The last score before a grade word in its sentence, else the first after it in its clause."""
    before = bisect_right(scores, grade.start(), key=lambda score: score.end())
    for score in scores[max(before - 1, 0) : before]:
        between = text[score.end() : grade.start()]
        if len(between) <= _REACH and "。" not in between:
            return score
    after = bisect_left(scores, grade.end(), key=lambda score: score.start())
    for score in scores[after : after + 1]:
        between = text[grade.end() : score.start()]
        if len(between) <= _AFTER and not re.search(r"[。;；]", between):
            return score
    return None


def _defines(text: str, score: re.Match[str], grade: re.Match[str]) -> bool:
    """A definition of bands (90分以上为优) is no grading."""
    between = text[min(score.end(), grade.end()) : max(score.start(), grade.start())]
    ranged = text[max(0, score.start() - 2) : score.start()].rstrip().endswith(("-", "~", "至", "到", "—"))
    return (
        ranged
        or bool(re.match(r"\s?\(?(?:含|不含|及)?\)?以[上下内]|\(含", between))
        or bool(re.search(r"\d\s?分", between))
    )


def _in_table(table: TableReading) -> Iterator[Graded]:
    for row in table.rows:
        score = next(
            (t for c, t in row.tokens.items() if c in row.columns and row.columns[c].role == "score"), None
        )
        grade = next(
            (
                w
                for c, w in row.texts.items()
                if c in row.columns and re.search(r"等级|等次|级别|评价结果|结论", row.columns[c].header)
            ),
            "",
        )
        if score is not None and grade in RANKS:
            quantity = score.build()
            yield Graded(
                score.number, score, grade, quantity.place, f"{quantity.text} {grade}", None, is_item=True
            )


Bands = dict[int, tuple[Decimal, Decimal | None]]
"""For each rank the least score and the first score above (None: no limit)."""
NATIONAL: Bands = {
    4: (Decimal(90), None),
    3: (Decimal(80), Decimal(90)),
    2: (Decimal(60), Decimal(80)),
    1: (Decimal(0), Decimal(60)),
}
"""财预〔2020〕10号: 90（含）以上优, 80（含）至90良, 60（含）至80中, 60以下差."""

FAR: Bands = {
    4: (Decimal(80), None),
    3: (Decimal(70), Decimal(95)),
    2: (Decimal(55), Decimal(85)),
    1: (Decimal(0), Decimal(65)),
}
"""Wider than any published set of bands (the lowest has 优 from 80, 良 from 70, 中 from 60)."""

_FROM = re.compile(
    rf"(?P<low>\d{{2,3}})\s?分?(?:\(含\d*分?\)|\(含\)|含)?\s?(?:\(?(?:及|\(含\))?以上|[-~至到—]+\s?(?P<high>\d{{2,3}})\s?分?(?:\(不?含[^)]*\))?)"
    rf"(?:的|项目|之间|\(含\)|\(不含\)){{0,3}}(?:为|评为|评定为|是|属于|,|，)?\s?[“\"]?{_WORD}"
)
_BELOW = re.compile(
    rf"(?P<high>\d{{2,3}})\s?分?(?:\(不含\))?以下(?:的|项目){{0,2}}(?:为|评为|评定为|是|属于|,|，)?\s?[“\"]?{_WORD}"
)
_NAMED = re.compile(
    rf"{_WORD}[”\"]?\s?[(:]\s?(?:得分|分数|评分)?\s?(?:≥|>=|>|大于等于)?\s?(?P<low>\d{{2,3}})\s?分?(?:\(含\)|含)?\s?(?:及?以上|[-~至到—]+\s?(?P<high>\d{{2,3}}))?"
)


def own_bands(reading: Reading) -> Bands:
    """The bands that the document states itself; empty where it states fewer than two."""
    for paragraph in reading.paragraphs:
        text = paragraph.text
        if "分" not in text or not re.search(r"[优良]", text):
            continue
        bands: Bands = {}
        for found in (*_FROM.finditer(text), *_NAMED.finditer(text)):
            bands.setdefault(
                RANKS[found["word"]],
                (Decimal(found["low"]), Decimal(found["high"]) if found["high"] else None),
            )
        for found in _BELOW.finditer(text):
            bands.setdefault(RANKS[found["word"]], (Decimal(0), Decimal(found["high"])))
        if len(bands) >= 2 and (complete := _ordered(bands)) is not None:
            return complete
    return {}


def _ordered(bands: Bands) -> Bands | None:
    """Half-open bands: each ends where the next better one begins; the best has no end."""
    made: Bands = {}
    above: Decimal | None = None
    for rank in sorted(bands, reverse=True):
        low, high = bands[rank]
        if above is not None and low >= above:
            return None
        made[rank] = (low, above if above is not None else (None if high is None or high >= 100 else high))
        above = low
    return made


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
    r"(?:等级|等次|结果|评)?(?:为|是)?[“\"]?(?P<word>优秀|良好|优|良|中|差|合格|不合格)[”\"]?(?:等级|等次|级)?(?:的)?(?:项目)?(?:共|共计|有|为|共有)?\s?(?P<n>\d{1,3})\s?(?:个|项)"
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
