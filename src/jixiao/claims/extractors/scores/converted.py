"""Scores converted to a hundred: 适用满分96分，实得90分，折算为百分制93.75分; the full mark must be told.

The points of such a sentence have four roles: what does not apply, the full mark that is left, the score, and
what it becomes. Where words name all but one of them, the one that is left over is the score.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.band_texts import without_bands
from jixiao.claims.scores.scoring import Appraisal, appraisal
from jixiao.claims.scores.weights import source
from jixiao.core.finding import Related
from jixiao.core.interval import EXACT, Interval
from jixiao.core.observation import Observation

KIND = "score_sum"
_DIGITS = 3
_HALF = 50
_POINTS = re.compile(r"(?P<b>\d+(?:\.\d+)?)\s?分")
_CONVERSION = re.compile(
    r"(?:换算|折算|折合|折百|折成|百分制)(?!前)(?:[成为]?\s?100分制)?(?:[^，。;\d]{0,12}?|[，,]\s?[^，。;\d]{0,6}得分?[为是]?\s?)(?P<v>\d++(?:\.\d++)?+)\s?分?+(?!制|\s?[÷/×*])"
)
_BASE = re.compile(
    r"(?:满分|适用分值|适用总分|总分值|参评总?分?值?|应得分?|总分|分值|(?<![一-鿿])共|内容共|适用(?:指标|内容|项目)?(?:分值|满分)?)(?:合计|共计)?(?:为|是|:|\()?\s?(?P<b>\d+(?:\.\d+)?)\s?分"
    r"|(?:以|按照?)\s?(?P<by>\d+(?:\.\d+)?)\s?分?(?:为|折|计|满分|的?基数)"
)
_EARNED = re.compile(
    r"(?:得分|实得分?|考核得分|自评得?分?|评价得?分?|(?<![应每])得)(?:为|是|由|:)?\s?(?P<s>\d+(?:\.\d+)?)\s?分"
)
_BEHIND = re.compile(r"\([^()。;]*\)")
"""A bracket behind the result that tells what it was made of."""
_DIVIDED = re.compile(r"(?P<s>\d+(?:\.\d+)?)\s?分?\s?[÷/]\s?(?P<b>\d+(?:\.\d+)?)\s?分?\s?[×*xX]\s?100")
"""… and how it was made of them."""


def extract(reading: Reading) -> Iterator[Proposal | Observation]:
    """What each paragraph says of a score converted to a hundred."""
    found = appraisal(reading)
    for paragraph in reading.paragraphs:
        if len(paragraph.points) > 1:
            yield from _converted(paragraph, found)


def _converted(paragraph: Paragraph, found: Appraisal) -> Iterator[Proposal | Observation]:
    """Score ÷ applicable full mark × 100."""
    text = paragraph.text
    tokens = {token.start: token for token in paragraph.tokens}
    matches = _CONVERSION.finditer(without_bands(text))  # 换算后90分以上为优 converts nothing
    conversions = [one for one in matches if one.start("v") in tokens]
    conversion = conversions[-1] if conversions else None
    stated = tokens.get(conversion.start("v")) if conversion is not None else None
    if conversion is None or stated is None:
        return
    behind = _BEHIND.match(text, conversion.end())
    told = text[: stated.start]
    if behind is not None:
        told = told.ljust(behind.start()) + behind.group()
    divided = _DIVIDED.search(told, len(told) if behind is None else behind.start())
    base = _base(told, stated) if divided is None else divided.start("b")
    earned = divided or next(reversed(list(_EARNED.finditer(told, 0, conversion.start()))), None)
    earned = earned or next(reversed(list(_EARNED.finditer(told, stated.start))), None)
    whole = tokens.get(base) if base is not None else None
    got = tokens.get(earned.start("s")) if earned is not None else None
    if whole is None or whole.number <= 0:
        return
    got = got or _left(paragraph, whole, stated, len(told))
    if got is None or got is whole:
        return
    yield from _told_before(got, found)
    yield _observed(stated, got, whole)


def _base(text: str, stated: Token) -> int | None:
    """Where the full mark that a score is held against stands: a hundred needs no conversion."""
    for match in reversed(list(_BASE.finditer(text))):
        name = "b" if match["b"] else "by"
        number = Decimal(match[name])
        if number > _HALF and number != HUNDRED and match.start(name) != stated.start:
            return match.start(name)
    rest = _rest(text)
    return rest.start("b") if rest is not None else None


def _rest(text: str) -> re.Match[str] | None:
    """What is left of a hundred without the points that do not apply, where both are told."""
    found = list(_POINTS.finditer(text))
    numbers = {Decimal(one["b"]) for one in found}
    return next(
        (one for one in found if Decimal(one["b"]) > _HALF and HUNDRED - Decimal(one["b"]) in numbers), None
    )


def _left(paragraph: Paragraph, whole: Token, stated: Token, end: int) -> Token | None:
    """The one figure of the sentence that is neither a full mark, nor what it leaves out, nor the result."""
    start = paragraph.text.rfind("。", 0, stated.start) + 1
    others = [
        token
        for token in paragraph.points
        if start <= token.start < end
        and token is not whole
        and token is not stated
        and token.number not in (HUNDRED, HUNDRED - whole.number, whole.number)
    ]
    return others[0] if len(others) == 1 else None


def _told_before(got: Token, found: Appraisal) -> Iterator[Proposal]:
    """What is converted to a hundred is the total told before."""
    totals = [entry.score for entry in found.entries if entry.is_total and entry.score is not None]
    before = next(
        (total for total in totals if total.index < got.index and total.block is not got.block), None
    )
    if before is not None:
        made = relation("restated", "equal", got, [(before, "score")], role="score")
        yield Proposal((made,), asserted=found.is_of_one and a_slip_apart(before, got, _DIGITS))


def _observed(stated: Token, got: Token, whole: Token) -> Observation:
    value = EXACT.multiply(EXACT.divide(got.number, whole.number), HUNDRED)
    holds = value in Interval.printed(stated.number, stated.decimals) or value in Interval.truncated(
        stated.number, stated.decimals
    )
    return Observation(
        kind=KIND,
        verdict="holds" if holds else "fails",
        quote=source(stated),
        place=stated.build().place,
        stated=stated.build().text,
        computed=f"{value.quantize(Decimal('0.01')):f}",
        expression=f"{got.number:f} / {whole.number:f} × 100",
        fault="" if holds else "conversion",
        proven=True,
        related=tuple(Related(token.build().text, token.build().place) for token in (got, whole)),
        quantities=(stated.index, got.index, whole.index),
    )
