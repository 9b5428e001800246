"""What a quantity can stand for: as printed, in base units, also with more or fewer decimals than usual."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.core.interval import Interval
from jixiao.core.place import Place
from jixiao.core.quantity import Quantity, Unit

PLACE = Place(0, 0, 1)
UNITS = [Unit("yuan", Decimal(10) ** 4, "万元"), Unit("percent", Decimal("0.01"), "%")]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.word)
@given(digits=st.integers(1, 10**9), decimals=st.integers(-4, 12), sign=st.sampled_from((1, -1)))
def test_the_interval_is_what_rounds_to_the_printed_figure(
    unit: Unit, digits: int, decimals: int, sign: int
) -> None:
    number = Decimal(sign * digits).scaleb(-decimals)
    quantity = Quantity(0, str(number), number, decimals, unit, PLACE, prevailing=decimals)
    assert quantity.meant == Interval.printed(number, decimals).scaled(unit.scale)


def test_units_are_equal_by_what_they_say() -> None:
    assert Unit("yuan", Decimal(1), "元") == Unit("yuan", Decimal("1.0"), "元")
