"""Roots: one cause is reported once, a correction only where two independent relations prove it."""

from decimal import Decimal

import pytest
from tests.core.making import PERCENT, SCORE, WAN, YUAN, Figures

from jixiao.core.claim import Claim
from jixiao.core.quantity import Quantity
from jixiao.core.solution import Correction, Root
from jixiao.solving.graph import independent
from jixiao.solving.solve import solve


def roots(figures: Figures) -> tuple[Root, ...]:
    return solve(figures.quantities, figures.claims).roots


def only(figures: Figures) -> Root:
    (root,) = roots(figures)
    return root


def told(correction: Correction | None) -> tuple[str, str, str] | None:
    if correction is None:
        return None
    return correction.quantity.text, f"{correction.number:f}", correction.error_type


@pytest.fixture
def figures() -> Figures:
    return Figures()


def listed(figures: Figures, health: str) -> tuple[Quantity, Quantity, Claim]:
    """Four parts and their total; the share of the third part is 31.11 %."""
    parts = [figures.figure(text) for text in ("645.64", "143.80", health, "44.59")]
    total = figures.figure("1210.74")
    figures.claim("share", "quotient", figures.figure("31.11", PERCENT), parts[2], total)
    return parts[2], total, figures.claim("sum", "sum", total, *parts)


def test_total_and_share_agree_on_an_exchange_of_digits(figures: Figures) -> None:
    listed(figures, "367.71")
    root = only(figures)
    assert told(root.correction) == ("367.71万元", "376.71", "transposed_digits")
    assert root.correction is not None
    assert {claim.kind for claim in root.correction.support} == {"sum", "share"}
    assert len(root.claims) == 2
    assert root.severity == "error"


def test_a_copy_elsewhere_does_not_hide_the_exchange(figures: Figures) -> None:
    part, _, _ = listed(figures, "367.71")
    figures.claim("restated", "equal", part, figures.figure("367.71"))
    assert told(only(figures).correction) == ("367.71万元", "376.71", "transposed_digits")


@pytest.mark.parametrize(("elsewhere", "corrects"), [("368.71", False), ("376.71", True)])
def test_the_same_thing_told_otherwise_elsewhere(figures: Figures, elsewhere: str, corrects: bool) -> None:  # noqa: FBT001 - what the case expects
    part, _, _ = listed(figures, "367.71")
    printed = {part.index: frozenset({Decimal(elsewhere) * part.unit.scale})}
    (root,) = solve(figures.quantities, figures.claims, elsewhere=printed).roots
    assert (root.correction is not None) == corrects


def test_without_slip_two_relations_still_name_the_figure(figures: Figures) -> None:
    listed(figures, "501.02")
    assert told(only(figures).correction) == ("501.02万元", "376.71", "wrong_figure")


def test_a_figure_that_stands_elsewhere_was_copied(figures: Figures) -> None:
    figures.figure("501.02")
    listed(figures, "501.02")
    assert told(only(figures).correction) == ("501.02万元", "376.71", "stale")


def test_one_relation_alone_blames_neither(figures: Figures) -> None:
    a, b = figures.figure("100.00"), figures.figure("253.40")
    figures.claim("sum", "sum", figures.figure("335.40"), a, b)
    assert only(figures).correction is None


def test_two_prints_against_one_correct_a_slip(figures: Figures) -> None:
    first, second, third = figures.figure("352.40"), figures.figure("352.40"), figures.figure("325.40")
    figures.claim("restated", "equal", second, first)
    figures.claim("restated", "equal", third, first)
    assert told(only(figures).correction) == ("325.40万元", "352.40", "transposed_digits")


def test_two_prints_against_one_do_not_replace_another_figure(figures: Figures) -> None:
    first, second, third = figures.figure("352.40"), figures.figure("352.40"), figures.figure("911.03")
    figures.claim("restated", "equal", second, first)
    figures.claim("restated", "equal", third, first)
    assert only(figures).correction is None


def test_a_limit_and_a_rate_agree_on_an_extra_digit(figures: Figures) -> None:
    rate = figures.figure("1009", PERCENT)
    figures.claim("rate", "quotient", rate, figures.figure("305.65"), figures.figure("305.65"))
    figures.claim("bound", "constant", rate, comparator="≤", constants=(Decimal(1),))
    assert told(only(figures).correction) == ("1009%", "100", "extra_digit")


def test_a_slipped_unit_is_corrected(figures: Figures) -> None:
    budget, paid, later = figures.figure("15.00"), figures.figure("15", YUAN), figures.figure("15.00")
    figures.claim("rate", "quotient", figures.figure("100", PERCENT), paid, budget)
    figures.claim("restated", "equal", later, paid)
    assert told(only(figures).correction) == ("15元", "150000", "wrong_unit")


def test_different_demands_are_different_roots(figures: Figures) -> None:
    total = figures.figure("1000.00")
    for part, share in (("100.00", "30.00"), ("200.00", "45.00"), ("500.00", "50.00"), ("300.00", "30.00")):
        figures.claim("share", "quotient", figures.figure(share, PERCENT), figures.figure(part), total)
    assert [len(root.claims) for root in roots(figures)] == [1, 1]


def test_what_holding_claims_rely_on_is_no_root(figures: Figures) -> None:
    total = figures.figure("1000.00")
    for part, share in (("110.00", "10.00"), ("220.00", "20.00")):
        figures.claim("share", "quotient", figures.figure(share, PERCENT), figures.figure(part), total)
    for part, share in (("300.00", "30.00"), ("400.00", "40.00"), ("50.00", "5.00")):
        figures.claim("share", "quotient", figures.figure(share, PERCENT), figures.figure(part), total)
    assert len(roots(figures)) == 2


def test_a_wrong_total_breaks_every_share_once(figures: Figures) -> None:
    total = figures.figure("1300.00")
    for part, share in (("110.00", "10.68"), ("220.00", "21.36"), ("309.00", "30.00")):
        figures.claim("share", "quotient", figures.figure(share, PERCENT), figures.figure(part), total)
    root = only(figures)
    assert told(root.correction) == ("1300.00万元", "1030.00", "transposed_digits")
    assert len(root.claims) == 3


def test_two_numbers_that_explain_equally_well_are_not_blamed(figures: Figures) -> None:
    a, b = figures.figure("200.00"), figures.figure("100.00")
    figures.claim("sum", "sum", figures.figure("350.00"), a, b)
    figures.claim("restated", "sum", figures.figure("350.00"), a, b)
    assert only(figures).correction is None


def test_short_figures_are_never_explained_by_digits(figures: Figures) -> None:
    wrong = figures.figure("10", SCORE)
    for total, others in (("60", ("20", "20")), ("90", ("30", "40"))):
        parts = [figures.figure(text, SCORE) for text in others]
        figures.claim("score_sum", "sum", figures.figure(total, SCORE), wrong, *parts)
    root = only(figures)
    assert len(root.claims) == 2
    assert root.correction is None


def test_a_lower_reading_only_warns_and_a_sure_one_leads(figures: Figures) -> None:
    a = figures.figure("1.10")
    figures.claim("sum", "sum", figures.figure("2.20"), a, binding="inferred")
    assert only(figures).severity == "warning"
    figures.claim("difference", "difference", figures.figure("1.10"), a, figures.figure("1.00"))
    assert {root.severity for root in roots(figures)} <= {"warning", "error"}


def test_claims_without_a_solution_stand_alone(figures: Figures) -> None:
    limit = figures.figure("120", SCORE)
    for score in ("130", "140"):
        figures.claim("bound", "equal", figures.figure(score, SCORE), limit, comparator="≤")
    twice = figures.figure("3.00")
    figures.claim("sum", "sum", figures.figure("9.00"), twice, twice)
    assert [len(root.claims) for root in roots(figures)] == [1, 1, 1]


def test_a_direction_is_a_slip(figures: Figures) -> None:
    change = figures.figure("-12.50")
    now, before = figures.figure("112.50"), figures.figure("100.00")
    figures.claim("difference", "difference", change, now, before)
    figures.claim("restated", "equal", figures.figure("112.50"), now)
    figures.claim("restated", "equal", figures.figure("100.00"), before)
    assert told(only(figures).correction) == ("-12.50万元", "12.50", "direction")


def test_thousands_of_failing_claims_are_grouped(figures: Figures) -> None:
    total = figures.figure("1300.0")
    for cents in range(1000, 3000):
        part = figures.figure(f"{cents / Decimal(10):.2f}", WAN)
        share = figures.figure(f"{Decimal(cents) / 100:.2f}", PERCENT)
        figures.claim("share", "quotient", share, part, total)
    assert told(only(figures).correction) == ("1300.0万元", "1000.0", "wrong_digit")


def test_nothing_fails_nothing_is_found(figures: Figures) -> None:
    figures.claim("sum", "sum", figures.figure("2.20"), figures.figure("1.10"), figures.figure("1.10"))
    figures.claim("rate", "quotient", figures.figure("5", PERCENT), figures.figure("1"), figures.figure("0"))
    assert roots(figures) == ()


def test_one_number_is_examined_a_bounded_number_of_times(figures: Figures) -> None:
    shared = [figures.figure(f"{100 + at}.00") for at in range(40)]
    for extra in range(6):
        figures.claim("sum", "sum", figures.figure(f"{9000 + 777 * extra}.00"), *shared[extra:])
    assert sum(len(root.claims) for root in roots(figures)) == 6


def test_a_change_that_breaks_others_is_no_correction(figures: Figures) -> None:
    part, _, _ = listed(figures, "367.71")
    figures.claim("rate", "quotient", figures.figure("50.00", PERCENT), part, figures.figure("735.42"))
    assert told(only(figures).correction) is None


def test_two_relations_of_the_same_parts_are_one_witness(figures: Figures) -> None:
    parts = [figures.figure(text) for text in ("101.00", "202.00", "352.00")]
    figures.claim("sum", "sum", figures.figure("628.00"), *parts)
    figures.claim("sum", "sum", figures.figure("628.00"), *parts)
    root = only(figures)
    assert len(root.claims) == 2
    assert root.correction is None


def test_a_total_with_two_lists_of_parts_has_two_witnesses(figures: Figures) -> None:
    total = figures.figure("1253.40")
    for parts in (("1000.00", "235.40"), ("1000.00", "235.40")):
        figures.claim("sum", "sum", total, *(figures.figure(text) for text in parts))
    assert told(only(figures).correction) == ("1253.40万元", "1235.40", "transposed_digits")


def test_one_stated_figure_is_one_witness_about_its_operands(figures: Figures) -> None:
    part, rate = figures.figure("367.71"), figures.figure("31.11", PERCENT)
    one = figures.claim("share", "quotient", rate, part, figures.figure("1210.74"))
    other = figures.claim("share", "quotient", rate, part, figures.figure("1210.74"))
    assert not independent(one, other, part.index)
    assert independent(one, other, rate.index)


def test_a_digit_proves_nothing_where_many_values_would_do(figures: Figures) -> None:
    rate = figures.figure("73.67", PERCENT)
    part, whole = figures.figure("5.98"), figures.figure("7.59")
    figures.claim("rate", "quotient", rate, part, whole)
    for other in (part, whole):
        figures.claim("restated", "equal", figures.figure(f"{other.number}"), other)
    assert only(figures).correction is None
