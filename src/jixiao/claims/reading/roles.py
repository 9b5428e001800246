"""The role of a number, from the words that lead to it.

Roles: main (the amount itself), plan, base (a prior amount printed), change (amount of rise or fall), saved
(sent − cut), gained (sold − reserve price), excess (over or under the plan), growth, share, rate, points,
milestone (a round figure passed), level (another percentage), full, score, deducted, count, whole
(占 W 的 p%).
"""

import re
from functools import lru_cache

from jixiao.claims.reading.amount_roles import amount_role
from jixiao.claims.reading.percent_roles import percent_role
from jixiao.claims.reading.role_words import (
    APART,
    CHANGE,
    DOWN,
    DOWN_NOUN,
    FILLER,
    MORE_OR_LESS,
    NOUNED,
    UP,
    UP_NOUN,
    Role,
)

_SET_IN_BRACKETS = re.compile(r"(?<![增减加少升降长])\((增加?|减少?|下降)\)(?=[幅额]?\s*$)")
"""较上年(减少)2万元: a word chosen of a form's, not the other one that a form leaves beside it."""
_RISES_TO = re.compile(
    rf"^[\s，,、(]*(?:{UP}|{DOWN})(?:到|至|为)(?=\s?(?:19|20)\d\d\s?年|今年|本年|当年|去年)"
)
_FULL = re.compile(rf"(?:分值|满分|总分|权重|标准分|基本分|赋分|设定|指标分){FILLER}$|\(\s*$")
_SCORE = re.compile(rf"(?:得分|评分|自评分?|评价|得|评为|获得|综合得分|折算|换算|总评){NOUNED}{FILLER}$")
_DEDUCTED = re.compile(rf"(?:扣分?|扣减|减|失分|扣除){FILLER}$")
_BRACKETED = re.compile(r"\([^()]*\)")
_IN_NAME = re.compile(r"(?<=[\u4e00-\u9fff])\([\u4e00-\u9fff]{1,6}\)(?=[\u4e00-\u9fff])")
_SENTENCE = re.compile(r"[。；;！?？]")
_PAUSE_OR_JOINT = re.compile(r"[，,、]")


def without_named_brackets(text: str) -> str:
    """The text without brackets that are part of a name: 维修(护)费, 因公出国(境)费."""
    return _IN_NAME.sub("", text) if "(" in text else text


def without_brackets(text: str) -> str:
    """The text without what closed brackets hold; an opening bracket that is still open stays."""
    return _BRACKETED.sub("", text) if "(" in text else text


def without_change(text: str) -> str:
    """The text without the words of change that end it, which name no thing: 同比扩大, 增幅."""
    for words in (UP_NOUN, DOWN_NOUN, MORE_OR_LESS, APART, CHANGE):
        found = words.search(text)
        if found is not None:
            return text[: found.start()]
    return text


def without_rise(text: str) -> str:
    """由2019年的A扩大到2024年的B: the verb before the year names no thing."""
    return _RISES_TO.sub("", text)


@lru_cache(maxsize=4096)
def role_of(kind: str, lead: str) -> Role:
    """The role of a number of this kind of unit, from its lead: the text since the number before it."""
    clause = _SENTENCE.split(lead)[-1]
    clause = without_brackets(_SET_IN_BRACKETS.sub(r"\1", clause) if "(" in clause else clause)[-60:]
    match kind:
        case "percent" | "permille":
            return percent_role(clause)
        case "point":
            return Role("points", _direction(clause))
        case "score":
            return _score(clause)
        case _:
            return amount_role(clause, kind)


def _direction(clause: str) -> int:
    found = CHANGE.search(clause)
    if found is None:
        return 0
    return 1 if found["up"] else -1


def _score(clause: str) -> Role:
    last = _PAUSE_OR_JOINT.split(clause)[-1]
    if _DEDUCTED.search(last):
        return Role("deducted")
    if _FULL.search(last):
        return Role("full")
    if _SCORE.search(last):
        return Role("score")
    return Role("score" if any(sign in clause for sign in "分评得") else "points_other")
