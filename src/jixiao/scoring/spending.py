"""The rate of budget execution: outturn ÷ the budget that the rulebook names."""

from decimal import Decimal
from fractions import Fraction

from jixiao.scoring import needs
from jixiao.scoring.line import Line, unscored
from jixiao.scoring.parameters import Kind, Parameter, Parameters

ZERO_BUDGET = Parameter(
    "zero_budget",
    Kind.TEXT,
    "预算为0时：unscored 不评分，zero 按执行率0计",
    "with a budget of 0: unscored, or zero for a rate of 0",
    default="unscored",
    choices=("unscored", "zero"),
)


def negative_note(line: Line) -> tuple[str, str]:
    """Words to add where a negative outturn counts as zero."""
    if isinstance(line.actual, Decimal) and line.actual < 0:
        return f"执行数{line.got}为负，按0计；", f"the negative outturn {line.got} counts as 0; "
    return "", ""


def rate(line: Line, given: Parameters) -> Fraction:
    """The share of the budget (``target``) that was spent (``actual``); a negative outturn counts as 0."""
    if line.target is None:
        unscored("没有预算数，执行率无从计算", "no budget is known: there is no rate")
    if line.actual is None:
        unscored("没有执行数，执行率无从计算", "no outturn is known: there is no rate")
    budget, outturn = needs.target(line), needs.actual(line)
    if budget == 0:
        if given.text("zero_budget") == "zero":
            return Fraction(0)
        unscored("预算为0，执行率无从计算", "the budget is 0: there is no rate")
    return outturn / budget
