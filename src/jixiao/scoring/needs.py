"""What rules ask of a line; each answer is exact, or the line is not scored and the reason says why."""

from decimal import Decimal
from fractions import Fraction
from typing import NoReturn

from jixiao.scoring.exact import ZERO, fraction
from jixiao.scoring.line import Line, unscored

_STATED_ABSENT = {"/": ("不适用", "not applicable"), "无": ("没有", "none")}


def weight(line: Line) -> Fraction:
    """The full points."""
    if line.weight is None:
        unscored("没有分值（权重）", "no weight is known")
    if line.weight < 0:
        unscored(f"分值{line.weight}是负数", f"the weight {line.weight} is negative")
    return fraction(line.weight)


def target(line: Line) -> Fraction:
    """The target, a number that is not negative: no rule says what a share of a negative target is."""
    value = _number(line.target, "目标值", "target")
    if value.numerator < 0:
        unscored(f"目标值{line.aim}是负数，比例无从计算", f"the target {line.aim} is negative")
    return value


def signed_target(line: Line) -> Fraction:
    """The target, a number of any sign."""
    return _number(line.target, "目标值", "target")


def target_upper(line: Line) -> Fraction:
    """The upper end of a range."""
    value = _number(line.target_upper, "目标上限", "upper end of the target")
    if value < signed_target(line):
        unscored("目标上限低于下限", "the upper end of the target is below the lower end")
    return value


def actual(line: Line) -> Fraction:
    """The actual value; a negative one counts as zero."""
    value = signed_actual(line)
    return value if value.numerator > 0 else ZERO


def signed_actual(line: Line) -> Fraction:
    """The actual value, a number of any sign."""
    return _number(line.actual, "实际值", "actual value")


def negative_note(line: Line) -> tuple[str, str]:
    """Words to add where a negative actual value counts as zero."""
    if isinstance(line.actual, Decimal) and line.actual < 0:
        return f"实际值{line.got}为负，按0计；", f"the negative actual {line.got} counts as 0; "
    return "", ""


def words(value: Decimal | str | None, zh: str, en: str) -> str:
    """Words that must be there."""
    if value is None or (isinstance(value, str) and not value.strip()):
        unscored(f"没有{zh}", f"no {en}")
    return value.strip() if isinstance(value, str) else str(value)


def count(value: int | None, zh: str, en: str) -> int:
    """A count that must be there and not negative."""
    if value is None:
        unscored(f"没有{zh}", f"no {en}")
    if value < 0:
        unscored(f"{zh}{value}是负数", f"the {en} {value} is negative")
    return value


def judged(line: Line, full: Fraction) -> Fraction:
    """Points that a person gave: from 0 to the full points."""
    if line.points is None:
        unscored("没有评分", "no points were given")
    points = fraction(line.points)
    if not 0 <= points <= full:
        unscored(
            f"评分{line.points}不在0至{line.weight}分之内",
            f"the points {line.points} lie outside 0 to {line.weight}",
        )
    return points


def _number(value: Decimal | str | None, zh: str, en: str) -> Fraction:
    if not isinstance(value, Decimal):
        _refuse(value, zh, en)
    return fraction(value)


def _refuse(value: str | None, zh: str, en: str) -> NoReturn:
    if not value:
        unscored(f"没有{zh}", f"no {en}")
    if value in _STATED_ABSENT:
        meaning_zh, meaning_en = _STATED_ABSENT[value]
        unscored(f"{zh}填的是“{value}”（{meaning_zh}），不是数", f"the {en} is {value} ({meaning_en})")
    unscored(f"{zh}是文字“{value}”，不能按数计算", f"the {en} is in words: {value}")
