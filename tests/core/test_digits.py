"""Digits counted: those printed, and those that tell something."""

from decimal import Decimal

import pytest

from jixiao.core.digits import printed_digits, significant_digits


@pytest.mark.parametrize(
    ("number", "printed", "significant"),
    [
        ("0", 0, 0),
        ("0.00", 0, 0),
        ("300", 3, 1),
        ("0.120", 3, 2),
        ("-734.00", 5, 3),
        ("1E+2", 3, 1),
        ("10.01", 4, 4),
    ],
)
def test_digits(number: str, printed: int, significant: int) -> None:
    assert printed_digits(Decimal(number)) == printed
    assert significant_digits(Decimal(number)) == significant
