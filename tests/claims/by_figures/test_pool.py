"""A pool finds what a search through all its figures would, and chance tells how much they say."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.claims.by_figures.chance import is_no_accident, last_place, tellings
from jixiao.claims.by_figures.pool import Pool
from jixiao.claims.reading.tokens import Token, find_tokens
from jixiao.core.document import Block

AMOUNTS = st.lists(st.decimals("0.01", "9999", places=2), max_size=12)


def tokens(amounts: list[Decimal] | list[str]) -> list[Token]:
    text = "；".join(f"支出{amount}万元" for amount in amounts)
    return find_tokens(text, Block(kind="paragraph", text=text, index=0))


@given(amounts=AMOUNTS, wanted=st.decimals("0", "9999", places=2), slack=st.decimals("0", "50", places=2))
def test_near_finds_what_is_near(amounts: list[Decimal], wanted: Decimal, slack: Decimal) -> None:
    scale = Decimal(10000)
    found = {token.value for token in Pool(tokens(amounts)).near(wanted * scale, slack * scale)}
    assert found == {amount * scale for amount in amounts if abs(amount - wanted) <= slack}


@given(amounts=AMOUNTS)
def test_equal_figures_count_once(amounts: list[Decimal]) -> None:
    pool = Pool(tokens(amounts))
    values = [token.value for token in pool]
    assert values == sorted({amount * 10000 for amount in amounts})
    assert len(pool) == len(values)


@pytest.mark.parametrize(
    ("amount", "different", "place"),
    [("37.42", 3742, "100"), ("37.40", 374, "1000"), ("20000", 2, "100000000"), ("0.05", 5, "100")],
)
def test_what_a_figure_tells(amount: str, different: int, place: str) -> None:
    (token,) = tokens([amount])
    assert tellings(token) == different
    assert last_place(token) == Decimal(place)


def test_the_more_are_tried_the_less_one_tells() -> None:
    assert is_no_accident(2, Decimal("0.001"))
    assert not is_no_accident(200, Decimal("0.001"))
