"""Lamps and warnings of monitoring: the bands of the rulebook, exact at their edges."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.core.dossier.projects import Indicator, IndicatorProgress, Monitoring, Project
from jixiao.core.money import Money
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.schema.topics import Lamps
from jixiao.rulebooks.schema.topics import Monitoring as Rules
from jixiao.scoring.monitoring import Lamp, indicator_lamp, monitored

LAMPS = Lamps(red_below=Decimal(60), yellow_below=Decimal(80), blue_from=Decimal(120))


def target(operator: str, value: str, upper: str | None = None, **more: object) -> Indicator:
    number = Decimal(value) if value.replace(".", "").isdigit() else value
    upper_end = None if upper is None else Decimal(upper)
    stated = {"operator": operator, "target": number, "target_upper": upper_end, **more}
    return Indicator.model_validate({"code": "i1", "level1": "产出指标", "name": "x", **stated})


@pytest.mark.parametrize(
    ("operator", "value", "upper", "actual", "month", "lamp"),
    [
        ("≥", "100", None, "29.99", 6, "red"),
        ("≥", "100", None, "30", 6, "yellow"),
        ("≥", "100", None, "39.99", 6, "yellow"),
        ("≥", "100", None, "40", 6, "green"),
        ("≥", "100", None, "59.99", 6, "green"),
        ("≥", "100", None, "60", 6, "blue"),
        (">", "100", None, "100", 12, "green"),
        ("=", "100", None, "40", 6, "green"),
        ("=", "100", None, "100", 6, "green"),
        ("=", "100", None, "99", 6, "blue"),
        ("≥", "0", None, "0", 6, "green"),
        ("≥", "0", None, "1", 6, "red"),
        ("≤", "100", None, "100", 1, "green"),
        ("≤", "100", None, "100.01", 12, "red"),
        ("<", "100", None, "100", 6, "red"),
        ("<", "100", None, "99", 6, "green"),
        ("range", "80", "90", "85", 6, "green"),
        ("range", "80", "90", "90.01", 6, "red"),
        ("range", "80", "90", "20", 6, "red"),
        ("定性", "good", None, "部分达成目标", 6, "yellow"),
        ("定性", "good", None, " 达成目标 ", 6, "green"),
        ("定性", "good", None, "未达成目标", 6, "red"),
        ("定性", "good", None, "fine", 6, None),
        ("≥", "100", None, "some", 6, None),
        ("≥", "many", None, "3", 6, None),
    ],
)
def test_the_lamp_of_an_indicator(  # the columns of the table
    operator: str, value: str, upper: str | None, actual: str, month: int, lamp: str | None
) -> None:
    given_value = Decimal(actual) if actual.replace(".", "").isdigit() else actual
    found = indicator_lamp(target(operator, value, upper), given_value, month, LAMPS)
    assert found == (Lamp(lamp) if lamp else None)


def test_nothing_is_told_of_what_is_not_stated() -> None:
    assert indicator_lamp(target("≥", "100"), None, 6, LAMPS) is None
    assert indicator_lamp(target("≥", "100"), Decimal(1), 6, None) is None
    project = Project(code="p", name="x", revised_budget=Money(Decimal(0)))
    found = monitored(
        project, Monitoring(through_month=6, outturn=Money(Decimal(5))), Rules(money_lamps=LAMPS)
    )
    assert (found.execution, found.money, found.lamp, found.warnings) == (None, None, None, ())


@given(st.decimals("0", "200", places=2), st.decimals("0", "200", places=2), st.integers(1, 12))
def test_more_is_never_a_worse_lamp(one: Decimal, two: Decimal, month: int) -> None:
    order = [Lamp.RED, Lamp.YELLOW, Lamp.GREEN, Lamp.BLUE]
    less, more = sorted((one, two))
    found = [indicator_lamp(target("≥", "100"), value, month, LAMPS) for value in (less, more)]
    at = [order.index(lamp) for lamp in found if lamp is not None]
    assert len(at) == 2
    assert at[0] <= at[1]


def case(spent: str, actual: str, month: int = 6) -> tuple[Project, Monitoring]:
    project = Project(
        code="p", name="x", revised_budget=Money(Decimal(100)),
        indicators=(target("≥", "100", weight=Decimal(30)),),
    )  # fmt: skip
    progress = IndicatorProgress(indicator="i1", actual=Decimal(actual))
    return project, Monitoring(through_month=month, outturn=Money(Decimal(spent)), indicators=(progress,))


@pytest.mark.parametrize(
    ("spent", "actual", "month", "count", "lamp"),
    [
        ("39.99", "45", 6, 1, "yellow"),  # below the line of June
        ("40", "50", 6, 0, "green"),
        ("40", "50.01", 6, 1, "green"),  # more than ten points apart
        ("60", "80", 7, 1, "green"),  # no line in July; blue is no worse than green
        ("20", "45", 6, 2, "red"),
    ],
)
def test_the_warnings_of_a_place(spent: str, actual: str, month: int, count: int, lamp: str) -> None:
    settled = load("510000-sichuan").rules(2025).monitoring
    assert settled is not None
    rules = settled.value.model_copy(update={"money_lamps": LAMPS, "indicator_lamps": LAMPS})
    found = monitored(*case(spent, actual, month), rules)
    assert len(found.warnings) == count
    assert (found.execution, found.attainment) == (Fraction(Decimal(spent)), Fraction(Decimal(actual)))
    assert found.lamp == Lamp(lamp)
