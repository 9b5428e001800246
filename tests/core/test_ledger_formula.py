"""Formulas of a ledger read back have the value of the expressions that they were written from."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.core.ledger import Constant, Expression, Operation, Term, Total, written
from jixiao.core.ledger_formula import parsed, valued

FACTS = {"a.outturn": Fraction(7, 2), "projects.p02.budget": Fraction(-3), "目标.一": Fraction(100)}

leaves: st.SearchStrategy[Expression] = st.one_of(
    st.builds(Term, st.sampled_from(sorted(FACTS))),
    st.builds(Constant, st.decimals(-50, 50, places=2)),
)
expressions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Operation, st.sampled_from(["+", "-", "*", "/"]), inner, inner),
        st.builds(Total, st.lists(inner, max_size=4).map(tuple)),
    ),
    max_leaves=12,
)


def value(expression: Expression) -> Fraction | None:
    try:
        return valued(expression, FACTS.__getitem__)
    except ZeroDivisionError:
        return None


@given(expressions)
def test_reading_gives_back_what_was_written(expression: Expression) -> None:
    assert value(parsed(written(expression))) == value(expression)


def test_an_example() -> None:
    found = parsed("（{a.outturn} − {projects.p02.budget}） ÷ {目标.一} × 100")
    assert value(found) == Fraction(13, 2)
    assert parsed("5") == Constant(Decimal(5))


@pytest.mark.parametrize("text", ["", "{a", "{a} +", "+ {a}", "（{a}", "{a}）", "{a} {b}", "a", "（" * 500])
def test_what_is_no_formula_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parsed(text)
