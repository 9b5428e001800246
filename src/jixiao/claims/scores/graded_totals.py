"""Totals that a grade makes one: 整体支出绩效90.5分，等级为优, told without the word of a score."""

import re
from decimal import Decimal

from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.scored import Scored

_WHOLE = Decimal(60)
"""From here on points may be those of a whole."""
_GRADE = re.compile(
    r"(?:等级|等次|级别|档次|评级|结果|结论|评[为定价])(?:评定|认定)?[为是属:]*[“\"]?(?:优秀?|良好?|中|差)(?![\u4e00-\u9fff])"
    r"|[“\"](?:优秀?|良好?|中等?|差)[”\"]"
)
_OF_ALL = re.compile(r"^(?:结果|结论|等[级次]|总体|整体|最终|[为“”优良中差])+$")
_FULL_WORDS = re.compile(r"满分|权重|标准分|应得|扣")


def graded_points(text: str, one: Scored) -> Token | None:
    """整体支出绩效90.5分，等级为优: points of the whole with no word of a score, but a grade."""
    token = one.first
    lone = len(one.figures) == 1 and one.figures.keys() <= {"bare", "full"}
    size = token.number >= _WHOLE and token.number != HUNDRED
    size = size and (token.number < HUNDRED or "bare" in one.figures)
    whole = size and (not one.name or _OF_ALL.search(one.name) is not None)
    if not lone or not whole or _FULL_WORDS.search(one.lead):
        return None
    return token if _tells_grade(text, token) else None


def is_graded(text: str, one: Scored) -> bool:
    """综合以上分析，整体支出绩效评价为“优”，得分90.5分: a score that the grade of the same sentence is of."""
    score, full = one.get("score"), one.get("full")
    whole = full is None or full.number == HUNDRED
    return (
        one.is_total and whole and score is not None and score.number >= _WHOLE and _tells_grade(text, score)
    )


def _tells_grade(text: str, token: Token) -> bool:
    start = text.rfind("。", 0, token.start) + 1
    stop = text.find("。", token.end)
    return _GRADE.search(text[start : stop if stop > 0 else len(text)]) is not None
