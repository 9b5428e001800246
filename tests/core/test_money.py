"""Amounts as they are entered."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.core.money import Money, MoneyUnit

UNITS = st.sampled_from(list(MoneyUnit))


@pytest.mark.parametrize(
    ("written", "yuan"),
    [
        ("59.17", "591700"),
        ("1,235.40万元", "12354000"),
        ("９５４８１９９．７１元", "9548199.71"),
        ("2亿元", "200000000"),
        ("-3", "-30000"),
        (7, "70000"),
        (Decimal("0.0017"), "17"),
    ],
)
def test_reads_what_people_write(written: str | int | Decimal, yuan: str) -> None:
    assert Money.read(written, MoneyUnit.TEN_THOUSAND).yuan == Decimal(yuan)


@pytest.mark.parametrize("written", ["", "约5", "1,23", "5个", "1.2.3", "nan"])
def test_refuses_what_is_no_amount(written: str) -> None:
    with pytest.raises(ValueError, match="not an amount"):
        Money.read(written, MoneyUnit.YUAN)


@pytest.mark.parametrize("written", [1.5, True])
def test_refuses_what_is_not_exact(written: object) -> None:
    with pytest.raises(TypeError):
        Money.read(written, MoneyUnit.YUAN)  # type: ignore[arg-type]  # what a careless caller may do


def test_a_written_amount_is_an_interval_of_yuan() -> None:
    interval = Money.read("35.32", MoneyUnit.TEN_THOUSAND).interval
    assert (interval.low, interval.high, interval.high_open) == (Decimal(353150), Decimal(353250), True)


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12),
    UNITS,
    UNITS,
)
def test_units_convert_exactly(amount: Decimal, unit: MoneyUnit, other: MoneyUnit) -> None:
    money = Money(amount, unit)
    assert Money(money.into(other), other).yuan == money.yuan
    assert Money.read(str(money), MoneyUnit.YUAN) == money
