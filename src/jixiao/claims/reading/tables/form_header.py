"""The header of a self-evaluation form as text: 分值 … 得分."""

import re
from collections.abc import Iterable

_WEIGHT = r"(?:分\s?值|权\s?重|标\s?准\s?分|满\s?分|配\s?分|赋\s?分)(?:\([^)]{0,8}\))?"
WEIGHT = rf"(?:参\s?考\s?)?{_WEIGHT}"
SCORE = r"(?:(?:实\s?际|自\s?评)?得\s?分|自\s?评\s?分|评\s?分)"
BLANK = r"[\s|]*"
_TARGET = r"(?:年\s?度|年\s?初)?\s?(?:指\s?标|目\s?标|计\s?划)\s?值(?:\([A-Z]\))?"
_ACTUAL = r"(?:全\s?年|年\s?度)?\s?(?:实\s?际)?\s?(?:完\s?成)?\s?值(?:\([A-Z]\))?"
_APART = rf"{_TARGET}{BLANK}{_ACTUAL}{BLANK}"
HEADER = re.compile(rf"{WEIGHT}{BLANK}(?P<apart>{_APART})?{SCORE}")
"""``apart``: target and value stand between full mark and score."""
EXECUTED = r"(?:预算)?执\s?行\s?率(?:\([^)]{0,12}\))?"
"""The rate of execution as a header; (B/A) behind it."""
POINTS_MADE = re.compile(rf"得\s?分\s?\(\s?(?P<full>\d{{1,3}})\s?分\s?[*×xX]\s?{EXECUTED}\s?\)")
"""A header that tells how the points below it are made: 得分(20分*执行率)."""
_MONEY = (
    rf"行{BLANK}(?:数|金\s?额)(?:[(（]?B[)）]?)?{BLANK}(?:[分权][\s|值重]{{1,4}}(?:[(（][^)）]{{0,8}}[)）])?{BLANK})?"
    rf"(?:预\s?算\s?)?执\s?行\s?[率进]"
)
"""The outturn and its rate side by side, with or without the full mark."""
_LAST_LEVEL = r"三\s?级\s?指\s?标"
LEVELS = re.compile(
    r"一\s?级\s?指\s?标[^。;]{0,24}?二\s?级\s?指\s?标[^。;]{0,24}?"
    rf"{_LAST_LEVEL}{BLANK}(?:{_WEIGHT}|{SCORE})"
)
"""The header of a table whose levels have weights: 一级指标 分值 二级指标 分值 三级指标 分值."""
_SOME = re.compile(
    rf"(?:{_LAST_LEVEL}|指\s?标\s?值){BLANK}(?:{_WEIGHT}|{SCORE})|{_WEIGHT}{BLANK}(?:{EXECUTED}{BLANK}|{_APART})?{SCORE}|{POINTS_MADE.pattern}|{_MONEY}|折算得分|经费控制情况|财政供养人员情况"
)
"""Found faster: it begins with a plain sign."""


def has_header(texts: Iterable[str]) -> bool:
    """Whether the cells and lines of a document have one."""
    return _SOME.search("|".join(texts)) is not None
