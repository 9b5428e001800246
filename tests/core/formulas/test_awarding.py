"""Points in proportion to a target, full marks at most."""

from decimal import Decimal

import pytest

from jixiao.core.formulas import FORMULAS
from jixiao.core.interval import Interval


@pytest.mark.parametrize(
    ("name", "values", "points"),
    [
        ("points_more", ("10", "98", "100"), "9.8"),
        ("points_more", ("10", "120", "100"), "10"),
        ("points_more", ("10", "0", "100"), "0"),
        ("points_more", ("10", "5", "0"), None),
        ("points_less", ("10", "8", "10"), "10"),
        ("points_less", ("10", "20", "10"), "5"),
        ("points_less", ("10", "0", "10"), "10"),
        ("points_less", ("10", "0", "0"), None),
        ("points_more", ("-10", "98", "100"), None),
    ],
)
def test_points(name: str, values: tuple[str, ...], points: str | None) -> None:
    numbers = [Decimal(value) for value in values]
    found = FORMULAS[name].value(numbers, ())
    assert found == (None if points is None else Decimal(points))
    interval = FORMULAS[name].interval([Interval.exact(number) for number in numbers], ())
    assert interval is None if found is None else interval is not None
    assert interval is None or (found is not None and found in interval)
