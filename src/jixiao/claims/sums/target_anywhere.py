"""A gap to a target that another place tells: 达标率83.3%，高于目标3.3个百分点; 受益主体1326户，比目标多26户.

The figure that the gap is of stands before it in its sentence, the target in another one, beside words of
targets (不低于80%) or in a table; or the target stands before the gap and the figure in another one, under a
name that the sentence tells. What the two leave shows which are meant, so that nothing fails here.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide
from jixiao.core.digits import printed_digits

_GAP = re.compile(
    r"(?:目标|指标|任务|计划|预期|要求|标准)[值数额]?[，,]?(?:仍|还|尚)?(?P<word>高出?|多|超出?|超过|提高|低|少|差|相差|低于|距)?了?\s*$"
)
_APART = re.compile(r"(?:高于|超过|超出|超|低于|低|少于|未达到?|距离?|相差|差距)[^，,。；;\d]{0,10}$")
_TARGET = re.compile(r"不低于|不少于|达到|目标|计划|任务|要求|预期|≥|>=|不超过|控制在")
_TARGET_BEHIND = re.compile(r"^\s?(?:以上|以内|及以上|的?(?:目标|任务|计划|要求|标准))")
_OWN = re.compile(r"目标|指标值|任务|计划|预期|要求")
_FEWEST_DIGITS, _NAME, _BEHIND = 2, 3, 8
"""Digits of a figure that has a target; characters that end its name, and that stand beside a target."""


def target_anywhere(reading: Reading) -> Iterator[Proposal]:
    """A difference for each gap whose two figures are found."""
    gaps = [(p, at, token) for p in reading.paragraphs for at, token in _gaps(p)]
    if not gaps:
        return
    by_value = defaultdict[tuple[str, Decimal], list[Token]](list)
    for token in reading.tokens:
        exact = token.comparator or not token.approximate  # 不低于80% is a target
        if exact and token.unit.kind in ("percent", "count", "number"):
            by_value[token.unit.kind, token.number].append(token)
    for paragraph, at, gap in gaps:
        for told in reversed(paragraph.tokens[:at]):
            if told.sentence != gap.sentence:
                break
            if _is_of(told, gap):
                made = list(_of(reading, paragraph, gap, told, by_value))
                yield from made
                if made:
                    break


def _gaps(paragraph: Paragraph) -> Iterator[tuple[int, Token]]:
    if _OWN.search(paragraph.text) is None:
        return
    for at, token in enumerate(paragraph.tokens):
        if token.unit.kind in ("point", "count") and at and not token.approximate and token.number:
            sentence = paragraph.text[paragraph.text.rfind("。", 0, token.start) + 1 : token.start]
            if _OWN.search(sentence) and (_GAP.search(token.lead) or _APART.search(token.lead)):
                yield at, token


def _is_of(told: Token, gap: Token) -> bool:
    """Whether a figure is of the measure of a gap, and larger."""
    alike = told.unit.kind == "percent" if gap.unit.kind == "point" else told.unit.word == gap.unit.word
    return alike and told.number > gap.number and printed_digits(told.number) >= _FEWEST_DIGITS


def _of(
    reading: Reading,
    paragraph: Paragraph,
    gap: Token,
    told: Token,
    by_value: dict[tuple[str, Decimal], list[Token]],
) -> Iterator[Proposal]:
    is_target = _is_target(reading, told)
    for number in (told.number - gap.number, told.number + gap.number):
        for kind in (told.unit.kind, "number"):
            for other in by_value.get((kind, number), ()):
                if kind == "number" and other.cell is None:
                    continue
                if is_target == _is_target(reading, other) and other.cell is None:
                    continue
                if is_target and not _is_named(other, paragraph, gap):
                    continue
                high, low = (told, other) if told.number > other.number else (other, told)
                made = relation(
                    "difference", "difference", gap, [(high, "minuend"), (low, "subtrahend")], role="points"
                )
                if decide(made).holds:
                    yield Proposal((made,), asserted=False)
                    return


def _is_target(reading: Reading, token: Token) -> bool:
    behind = reading.text_of(token)[token.end : token.end + _BEHIND] if token.cell is None else ""
    return _TARGET.search(token.lead[-_BEHIND:]) is not None or _TARGET_BEHIND.match(behind) is not None


def _is_named(other: Token, paragraph: Paragraph, gap: Token) -> bool:
    """Whether the sentence of a gap tells the end of the name before a figure: 地块一致率 for 一致率."""
    name = re.sub(r"[为是达到:\s]+$", "", re.split(r"[，,。；;:]", other.lead)[-1])
    start = paragraph.text.rfind("。", 0, gap.start) + 1
    return len(name) >= _NAME and name[-_NAME:] in paragraph.text[start : gap.start]
