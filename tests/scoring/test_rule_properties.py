"""What holds of leaf rules for all numbers: points within the weight, monotone where the rule is, exact."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.scoring.catalogue import LeafRule, Order, load
from jixiao.scoring.exact import rounded
from jixiao.scoring.line import Line

RULES = sorted(load().values(), key=lambda rule: rule.name)
numbers = st.decimals(min_value=-1000, max_value=1000, places=2)
weights = st.decimals(min_value=0, max_value=100, places=2)
words = st.sampled_from(["达成目标", "合规", "优", ""])


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """Any line, sensible or not."""
    return Line(
        weight=draw(st.none() | weights),
        operator=draw(st.sampled_from(["≥", ">", "=", "≤", "<", "range", "定性", ""])),
        target=draw(st.none() | numbers | words),
        target_upper=draw(st.none() | numbers),
        actual=draw(st.none() | numbers | words),
        band=draw(words),
        done=draw(st.none() | st.booleans()),
        elements=draw(st.none() | st.integers(-1, 9)),
        elements_met=draw(st.none() | st.integers(-1, 9)),
        occurrences=draw(st.none() | st.integers(-1, 99)),
        points=draw(st.none() | numbers),
        reason=draw(words),
    )


def parameters(rule: LeafRule) -> st.SearchStrategy[dict[str, object]]:
    """One of the parameter sets of the rule's own examples."""
    return st.sampled_from([dict(example.parameters) for example in rule.examples])


@pytest.mark.parametrize("rule", [rule for rule in RULES if not rule.exceeds], ids=lambda rule: rule.name)
@given(data=st.data())
def test_points_stay_within_the_weight(rule: LeafRule, data: st.DataObject) -> None:
    line, given_parameters = data.draw(lines()), data.draw(parameters(rule))
    outcome = rule.score(line, given_parameters)  # type: ignore[arg-type]  # taken from examples
    if outcome.points is not None:
        assert line.weight is not None
        assert 0 <= outcome.points <= Fraction(line.weight)
        assert 0 <= rounded(outcome.points, 2) <= line.weight


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.order is not Order.NEITHER], ids=lambda rule: rule.name
)
@given(data=st.data())
def test_points_follow_the_actual_value(rule: LeafRule, data: st.DataObject) -> None:
    weight, target = data.draw(weights), data.draw(numbers)
    low, high = sorted(data.draw(st.tuples(numbers, numbers)))
    given_parameters = data.draw(parameters(rule))
    less, more = (
        rule.score(Line(weight=weight, target=target, actual=actual), given_parameters).points  # type: ignore[arg-type]  # taken from examples
        for actual in (low, high)
    )
    if less is not None and more is not None:
        assert less <= more if rule.order is Order.RISES else less >= more


@pytest.mark.parametrize(
    ("name", "parameters_of_rule", "rises"),
    [
        ("step", {"loss": Decimal("0.5")}, False),
        ("step", {"loss": Decimal(2), "size": Decimal(5), "side": "under", "started": False}, True),
        ("equal", {}, True),
        ("threshold", {}, True),
        (
            "execution_steps",
            {"steps": [{"at_least": Decimal(95), "share": Decimal(1)}, {"share": Decimal(0)}]},
            True,
        ),
    ],
)
@given(weight=weights, target=st.decimals(Decimal("0.01"), 1000, places=2), pair=st.tuples(numbers, numbers))
def test_rules_that_follow_the_actual_value_by_their_parameters(  # what is drawn
    name: str,
    parameters_of_rule: dict[str, Any],
    rises: bool,  # noqa: FBT001  # a column of the table above
    weight: Decimal,
    target: Decimal,
    pair: tuple[Decimal, Decimal],
) -> None:
    less, more = (
        load()[name]
        .score(Line(weight=weight, operator="≥", target=target, actual=actual), parameters_of_rule)
        .points
        for actual in sorted(pair)
    )
    if less is not None and more is not None:
        assert less <= more if rises else less >= more


@given(
    weight=weights, target=st.decimals(min_value=Decimal("0.01"), max_value=1000, places=2), actual=numbers
)
def test_a_target_reached_earns_everything_and_zero_earns_nothing(
    weight: Decimal, target: Decimal, actual: Decimal
) -> None:
    rule = load()["proportional"]
    points = rule.score(Line(weight=weight, target=target, actual=actual), {}).points
    assert points == Fraction(weight) * min(
        Fraction(1), max(Fraction(0), Fraction(actual) / Fraction(target))
    )


@given(value=st.fractions(), decimals=st.integers(0, 6))
def test_rounding_is_to_the_nearest(value: Fraction, decimals: int) -> None:
    unit = Fraction(1, 10**decimals)
    gap = Fraction(rounded(value, decimals)) - value
    assert abs(gap) <= unit / 2
    if abs(gap) == unit / 2:
        assert (gap > 0) == (value > 0)
