"""Monitoring of a project from January to a month: lamps and warnings by the rules of the place.

Source of the lamps: the ``monitoring`` topic of the rulebook. What is compared is told at each function.
Blank stays blank: where a number is not stated there is no lamp.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from jixiao.core.dossier.projects import Indicator, Operator, Project
from jixiao.core.dossier.projects import Monitoring as Period
from jixiao.core.dossier.values import money
from jixiao.rulebooks.schema.topics import Lamps, Monitoring

_WORDS = {"达成目标": "green", "部分达成目标": "yellow", "未达成目标": "red"}  # of qualitative indicators


class Lamp(StrEnum):
    """Red and yellow are behind, blue is far ahead."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that has to be dealt with: a sentence, in Chinese and in English."""

    words: str
    words_en: str


@dataclass(frozen=True, slots=True)
class Monitored:
    """What a period shows.

    Attributes:
        execution: January to the month, in percent of the year's budget.
        attainment: mean of the indicators' attainment in percent, weighted where every one has a weight.
        lamp: the worst of the indicators and of the money; None where nothing could be told.
    """

    execution: Fraction | None
    attainment: Fraction | None
    money: Lamp | None
    indicators: dict[str, Lamp | None]
    lamp: Lamp | None
    warnings: tuple[Warned, ...]


def monitored(project: Project, period: Period, rules: Monitoring) -> Monitored:
    """The lamps of the money and of each indicator (by code), and the warnings of the place."""
    execution = _execution(project, period)
    known = {one.code: one for one in project.indicators}
    values = {one.indicator: one.actual for one in period.indicators}
    lamps = {
        code: indicator_lamp(known[code], value, period.through_month, rules.indicator_lamps)
        for code, value in values.items()
        if code in known
    }
    of_money = None
    if execution is not None and rules.money_lamps:
        of_money = _band(execution * 12 / period.through_month, rules.money_lamps)
    attainment = _attainment([(known[code], value) for code, value in values.items() if code in known])
    seen = {of_money, *lamps.values()}
    worst = next((one for one in (Lamp.RED, Lamp.YELLOW, Lamp.GREEN, Lamp.BLUE) if one in seen), None)
    told = tuple(_warnings(period.through_month, execution, attainment, rules))
    return Monitored(execution, attainment, of_money, lamps, worst, told)


def indicator_lamp(
    indicator: Indicator, actual: Decimal | str | None, month: int, lamps: Lamps | None
) -> Lamp | None:
    """The lamp of an indicator: by its pace, at most by its limit, of words by what they say.

    A cost may not be exceeded, whatever the month; a range is paced by its lower end. A target of nought is
    met by nought alone; what should equal its target and does is met.
    """
    if lamps is None or actual is None or indicator.operator is None:
        return None
    if isinstance(actual, str):
        said = _WORDS.get(actual.strip()) if indicator.operator is Operator.QUALITATIVE else None
        return Lamp(said) if said else None
    target = indicator.target
    if not isinstance(target, Decimal) or indicator.operator is Operator.QUALITATIVE:
        return None
    if indicator.operator is Operator.AT_MOST:
        return Lamp.GREEN if actual <= target else Lamp.RED
    if indicator.operator is Operator.LESS_THAN:
        return Lamp.GREEN if actual < target else Lamp.RED
    upper = indicator.target_upper
    if indicator.operator is Operator.RANGE and isinstance(upper, Decimal) and actual >= target:
        return Lamp.GREEN if actual <= upper else Lamp.RED
    if indicator.operator is Operator.EQUAL and actual == target:
        return Lamp.GREEN
    if target == 0:
        return Lamp.GREEN if actual == 0 else Lamp.RED
    return _band(Fraction(actual) / Fraction(target) * 1200 / month, lamps)


def _band(pace: Fraction, lamps: Lamps) -> Lamp:
    if pace < Fraction(lamps.red_below):
        return Lamp.RED
    if pace < Fraction(lamps.yellow_below):
        return Lamp.YELLOW
    return Lamp.BLUE if lamps.blue_from is not None and pace >= Fraction(lamps.blue_from) else Lamp.GREEN


def _execution(project: Project, period: Period) -> Fraction | None:
    budget, spent = money(project.revised_budget) or money(project.original_budget), money(period.outturn)
    if budget is None or spent is None or budget.yuan == 0:
        return None
    return Fraction(spent.yuan) / Fraction(budget.yuan) * 100


def _attainment(rows: list[tuple[Indicator, Decimal | str | None]]) -> Fraction | None:
    """Of indicators that grow towards their target; none counts for more than its target."""
    growing = {Operator.AT_LEAST, Operator.MORE_THAN, Operator.EQUAL}
    found = [
        (indicator.weight, min(Fraction(actual) / Fraction(indicator.target), Fraction(1)) * 100)
        for indicator, actual in rows
        if indicator.operator in growing
        and isinstance(actual, Decimal)
        and isinstance(indicator.target, Decimal)
        and indicator.target > 0
    ]
    if not found:
        return None
    weights = [Fraction(weight) if isinstance(weight, Decimal) else None for weight, _ in found]
    stated = [one for one in weights if one]
    if len(stated) < len(found):
        stated = [Fraction(1)] * len(found)
    return sum((w * share for w, (_, share) in zip(stated, found, strict=True)), Fraction(0)) / sum(stated)


def _warnings(
    month: int, execution: Fraction | None, attainment: Fraction | None, rules: Monitoring
) -> Iterator[Warned]:
    for one in rules.checkpoints:
        if one.through_month == month and execution is not None and execution < Fraction(one.execution_below):
            rate, least = percent(execution), f"{one.execution_below:f}"
            yield Warned(
                f"1—{month}月预算执行率{rate}%，低于预警线{least}%。",
                f"Execution from January to month {month} is {rate}%, below the warning line of {least}%.",
            )
    if rules.deviation_over is not None and execution is not None and attainment is not None:
        apart = abs(attainment - execution)
        if apart > Fraction(rules.deviation_over):
            goal, rate, most = percent(attainment), percent(execution), f"{rules.deviation_over:f}"
            yield Warned(
                f"绩效目标完成{goal}%，预算执行{rate}%，相差超过{most}个百分点。",
                f"Targets attained {goal}%, budget executed {rate}%: more than {most} points apart.",
            )


def percent(number: Fraction) -> str:
    """With two decimals."""
    hundredths = round(number * 100)
    return f"{Decimal(hundredths).scaleb(-2):f}"
