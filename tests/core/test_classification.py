"""Codes nest by their parts: a parent is a real one, whatever the digits begin with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.core.classification import EconomicCode, FunctionalCode

digits = st.text("0123456789", min_size=7, max_size=7)
depths = st.integers(1, 3)


def _code(text: str, depth: int) -> FunctionalCode:
    return FunctionalCode.parse(text[: (3, 5, 7)[depth - 1]])


@given(digits, depths)
def test_a_code_is_read_back_as_printed(text: str, depth: int) -> None:
    code = _code(text, depth)
    assert FunctionalCode.parse(str(code)) == code
    assert FunctionalCode.of_levels(*code.parts) == code
    assert code.depth == depth
    assert code.level == "类款项"[depth - 1]


@given(digits, depths, digits, depths)
def test_above_is_the_chain_of_parents(one: str, depth: int, other: str, deeper: int) -> None:
    upper, lower = _code(one, depth), _code(other, deeper)
    chain = []
    at = lower.parent
    while at is not None:
        chain.append(at)
        at = at.parent
    assert upper.is_above(lower) == (upper in chain)
    assert upper.is_parent_of(lower) == (lower.parent == upper)


@given(digits)
def test_what_stands_above_comes_first(text: str) -> None:
    item = _code(text, 3)
    assert sorted([item, _code(text, 1), _code(text, 2)]) == [item.top, item.parent, item]


@pytest.mark.parametrize("text", ["", "2013", "20", "201030", "20103010", "201-03", "合计", "2010.1"])
def test_other_digits_are_no_code(text: str) -> None:
    assert FunctionalCode.read(text) is None
    with pytest.raises(ValueError, match="no code"):
        FunctionalCode.parse(text)


@pytest.mark.parametrize(
    ("levels", "printed"),
    [
        (("201", "03", "01"), "2010301"),
        (("201", "3", "1"), "2010301"),
        (("201", "20103", "2010301"), "2010301"),
        (("201", "03", ""), "20103"),
        (("２０１", "", ""), "201"),
    ],
)
def test_codes_in_columns(levels: tuple[str, ...], printed: str) -> None:
    assert str(FunctionalCode.of_levels(*levels)) == printed


@pytest.mark.parametrize("levels", [(), ("", "", ""), ("201", "", "01"), ("201", "类"), ("2010301",)])
def test_columns_that_hold_no_code(levels: tuple[str, ...]) -> None:
    assert FunctionalCode.of_levels(*levels) is None


def test_two_classifications_never_nest() -> None:
    functional, economic = FunctionalCode.parse("301"), EconomicCode.parse("30101")
    assert not functional.is_above(economic)
    assert not functional.is_parent_of(economic)
    assert EconomicCode.parse("301").is_parent_of(economic)


def test_parts_that_are_no_code_are_refused() -> None:
    with pytest.raises(ValueError, match="3 digits"):
        FunctionalCode(("20", "1"))
    with pytest.raises(ValueError, match="levels"):
        EconomicCode(("301", "01", "01"))
