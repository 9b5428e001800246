"""Differences that words spell out: 与上年A相比，收支总计减少c，为B; 以收入总量A抵支出总量B，滚存结余C.

What was before, the change and what it came to, or what is taken from what and is left, in one sentence.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_BEFORE = re.compile(r"[与同和较比](?:(?:19|20)\d\d年|上年|去年|上一年|年初|同期)[^，,。；;:：]{0,16}$")
_LOSES, _GAINS = "减少|减收|减支|下降|降低|压减", "增加|增收|增支|增长|提高|上升"
_CHANGE = re.compile(
    rf"^\s*(?:相比|比较|相较|相比较)?[，,]?[^，,。；;:：]{{0,20}}?(?:(?P<loses>{_LOSES})|{_GAINS})了?额?\s*$"
)
_TAKES = re.compile(
    r"^\s*(?:减去?|扣除|抵减?|冲抵)(?:总|全年|当年|本年|年度)?(?:支出|费用|成本|开支)[^，,。；;:：\d]{0,6}$"
)
_LEFT = re.compile(
    r"^\s*后?\s*[，,]\s*[^，,。；;:：\d]{0,10}(?:结余|盈余|净余|结存|余额|净额)(?:为|是|达|共|:)*\s*$"
)
_RESULT = re.compile(r"^\s*[，,]\s*(?:[降减增升]?(?:为|至|到)|达到?)\s*$")


def of_set_against(reading: Reading) -> Iterator[Relation]:
    """The change of each such sentence, or what is left, as a difference."""
    for paragraph in reading.paragraphs:
        tokens = paragraph.tokens
        for before, change, result in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if before.unit.kind != "yuan" or any(t.approximate for t in (before, change, result)):
                continue
            made = _made(paragraph.text, (before, change, result))
            if made is not None:
                yield made


def _made(text: str, told: Sequence[Token]) -> Relation | None:
    before, change, result = told
    taken = _TAKES.match(text[before.end : change.start]) is not None
    if (
        taken
        and _LEFT.match(text[change.end : result.start])
        and change.unit.kind == result.unit.kind == "yuan"
    ):
        return relation("difference", "difference", result, [(before, "income"), (change, "spending")])
    if len({token.unit.kind for token in told}) > 1 or not _BEFORE.search(text[: before.start][-30:]):
        return None
    moved = _CHANGE.match(text[before.end : change.start])
    if moved is None or not _RESULT.match(text[change.end : result.start]):
        return None
    operands = [(result, "outturn"), (before, "prior")]
    return relation("difference", "difference", change, operands[::-1] if moved["loses"] else operands)
