"""Scores with their grade words: 得分95分，评价等级为优; rows of a table with a score and a grade."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.tokens import Token
from jixiao.core.place import Place

RANKS = {"优秀": 4, "优": 4, "良好": 3, "良": 3, "中": 2, "中等": 2, "合格": 2, "一般": 2, "差": 1, "较差": 1, "不合格": 1}
"""Grade words by rank, best highest; 优/良/中/差 are the four grades of 财预〔2020〕10号."""

_WORD = r"(?P<word>优秀|良好|中等|不合格|合格|一般|较差|优|良|中|差)"
_GRADE = re.compile(
    rf"(?:等级|等次|级别|档次|评定(?:结果)?|评价结果|评价结论|自评结果|结果|评为|评价|为)(?:评定)?(?:为|是|:|属于)?\s?[“\"「']?{_WORD}[”\"」']?(?=等级|等次|级|档|[，。;、)）\s]|$)"
)
_SCORE = re.compile(r"(?P<n>\d{1,3}(?:\.\d+)?)\s?(?:分|的评分|的得分|的成绩)(?!以[上下]|[-至~])")
_REACH = 26


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
    text = paragraph.text
    tokens = {token.start: token for token in paragraph.tokens}
    scores = [match for match in _SCORE.finditer(text) if Decimal(match["n"]) <= 120]
    for found in _GRADE.finditer(text):
        before = [m for m in scores if m.end() <= found.start() and found.start() - m.end() <= _REACH]
        after = [m for m in scores if m.start() >= found.end() and m.start() - found.end() <= 12]
        near = [m for m in before if "。" not in text[m.end() : found.start()]][-1:] or [
            m for m in after if not re.search(r"[。;；]", text[found.end() : m.start()])
        ][:1]
        if not near or _defines(text, near[0], found):
            continue
        start = near[0].start("n")
        token = tokens.get(start)
        yield Graded(
            Decimal(near[0]["n"]),
            token,
            found["word"],
            paragraph.block.place(start, near[0].end("n")),
            paragraph.block.text[min(start, found.start()) : max(near[0].end(), found.end())],
            paragraph,
            is_item=bool(re.match(r"\s*[(（]?\d+[.．、)）]", text)),
        )


def _defines(text: str, score: re.Match[str], grade: re.Match[str]) -> bool:
    """A definition of bands (90分以上为优) is no grading."""
    around = text[max(0, min(score.start(), grade.start()) - 8) : max(score.end(), grade.end()) + 6]
    between = text[score.end() : grade.start()]
    return bool(re.search(r"以上|以下|\(含|不含|分-|分至|[-~至]\d", around)) or bool(re.search(r"\d\s?分", between))


def _in_table(table) -> Iterator[Graded]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    for row in table.rows:
        score = next((t for c, t in row.tokens.items() if c in row.columns and row.columns[c].role == "score"), None)
        grade = next((w for c, w in row.texts.items() if c in row.columns and re.search(r"等级|等次|级别|评价结果|结论", row.columns[c].header)), "")
        if score is not None and grade in RANKS:
            quantity = score.build()
            yield Graded(score.number, score, grade, quantity.place, f"{quantity.text} {grade}", None, is_item=True)
