"""What holds of every scorecard: totals are sums, order means nothing, and no machine computes otherwise."""

from decimal import ROUND_CEILING, Context, Decimal, localcontext
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.scoring.support import EXECUTION, dossier, group, indicator, rules, scheme

from jixiao.core.scorecard import LeafScore, Scorecard
from jixiao.scoring.card import score
from jixiao.scoring.exact import rounded

NAMES = ("产出", "效益", "满意度")
SCHEME = scheme(EXECUTION, *(group(name) for name in NAMES), weights=None, convert=True)
PLACES = {at: rules(SCHEME, rounding={"decimals": 2, "at": at}) for at in ("leaf", "level", "total")}
MONEY = {"revised_budget": 300, "outturn": 100}
numbers = st.integers(0, 2000).map(lambda cents: Decimal(cents) / 10)


@st.composite
def indicators(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Lines of a dossier, some of them not applicable, some published."""
    count = draw(st.integers(1, 8))
    return [
        indicator(
            f"i{number}",
            draw(st.sampled_from(NAMES)),
            operator=draw(st.sampled_from(["≥", "≤", "="])),
            target=draw(numbers),
            actual=draw(st.none() | numbers),
            weight=draw(numbers),
            applicable=draw(st.booleans()),
            printed_score=draw(st.none() | numbers),
        )
        for number in range(count)
    ]


def leaves(card: Scorecard) -> dict[str, LeafScore]:
    return {leaf.code: leaf for one in card.groups for leaf in one.leaves}


@given(lines=indicators(), at=st.sampled_from(sorted(PLACES)))
def test_the_total_is_the_sum(lines: list[dict[str, Any]], at: str) -> None:
    card = score(dossier(*lines, money=MONEY), PLACES[at])
    standing = [leaf.standing for leaf in leaves(card).values() if leaf.applicable]
    if None in standing:
        assert (card.raw, card.converted) == (None, None)
        return
    assert card.raw is not None
    slack = {"leaf": 0, "level": len(card.groups), "total": len(standing)}[at]
    gap = abs(Fraction(card.raw) - sum((Fraction(one) for one in standing if one is not None), Fraction(0)))
    assert gap <= Fraction(slack, 200)
    if at != "total":
        assert card.raw == sum((one.points for one in card.groups if one.points is not None), Decimal(0))
    assert card.full == sum(
        (leaf.weight for leaf in leaves(card).values() if leaf.applicable and leaf.weight), Decimal(0)
    )
    if card.full and at == "leaf":
        assert card.converted is not None
        assert card.converted == rounded(Fraction(card.raw) / Fraction(card.full) * 100, 2)


@given(lines=indicators(), data=st.data())
def test_the_order_of_lines_means_nothing(lines: list[dict[str, Any]], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(lines))
    one, other = (score(dossier(*some, money=MONEY), PLACES["leaf"]) for some in (lines, shuffled))
    assert leaves(one) == leaves(other)
    assert (one.raw, one.full, one.converted, one.grade) == (
        other.raw,
        other.full,
        other.converted,
        other.grade,
    )
    assert set(one.differences) == set(other.differences)


@given(lines=indicators())
def test_a_line_that_does_not_apply_changes_no_other(lines: list[dict[str, Any]]) -> None:
    kept = [line for line in lines if line["applicable"]]
    whole, rest = (score(dossier(*some, money=MONEY), PLACES["leaf"]) for some in (lines, kept))
    if kept:  # without any line there is nothing to score
        assert {code: leaf for code, leaf in leaves(whole).items() if leaf.applicable} == leaves(rest)
        assert (whole.raw, whole.full, whole.converted) == (rest.raw, rest.full, rest.converted)


@given(lines=indicators(), at=st.sampled_from(sorted(PLACES)))
def test_a_hostile_decimal_context_changes_nothing(lines: list[dict[str, Any]], at: str) -> None:
    given_dossier = dossier(*lines, money=MONEY)
    expected = score(given_dossier, PLACES[at])
    with localcontext(Context(prec=1, rounding=ROUND_CEILING, Emin=0, Emax=1)):
        assert score(given_dossier, PLACES[at]) == expected
