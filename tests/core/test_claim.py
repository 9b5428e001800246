"""Verdicts: contextual precision, truncation, printed digits, approximate figures; and which reading counts."""

from decimal import Decimal

import pytest
from tests.core.making import PERCENT, PIECES, SCORE, WAN, Figures, claim_of, relation

from jixiao.core.claim import choose, decide, describe
from jixiao.core.interval import Interval


@pytest.fixture
def figures() -> Figures:
    return Figures()


def test_a_rate_that_agrees_holds_and_another_fails(figures: Figures) -> None:
    paid, budget = figures.figure("59.17"), figures.figure("65.26")
    assert decide(relation("quotient", figures.figure("90.67", PERCENT), (paid, budget))).note == ""
    assert decide(relation("quotient", figures.figure("90.76", PERCENT), (paid, budget))).verdict == "fails"


def test_a_cut_off_rate_holds_as_truncated(figures: Figures) -> None:
    change, now = figures.figure("38.65"), figures.figure("222.18")
    decision = decide(relation("change_rate", figures.figure("21.05", PERCENT), (now, change)))
    assert (decision.verdict, decision.note) == ("holds", "truncated")


def test_equal_figures_are_cut_off_only_by_a_coarser_one(figures: Figures) -> None:
    fine = figures.figure("6.877")
    assert decide(relation("equal", figures.figure("6.87"), [fine])).note == "truncated"
    assert decide(relation("equal", fine, [figures.figure("6.87")])).note == "truncated"
    assert decide(relation("equal", figures.figure("6.88"), [figures.figure("6.87")])).verdict == "fails"
    assert decide(relation("equal", fine, [figures.figure("6.86")])).verdict == "fails"


def test_sums_are_never_cut_off(figures: Figures) -> None:
    parts = figures.figure("6.877"), figures.figure("1.001")
    assert decide(relation("sum", figures.figure("7.86"), parts)).verdict == "fails"


def test_only_the_printed_digits_allow_a_coarse_claim(figures: Figures) -> None:
    parts = figures.figure("43", prevailing=2), figures.figure("2.15")
    assert decide(relation("sum", figures.figure("45.40"), parts)).note == "coarse"
    assert decide(relation("sum", figures.figure("45.90"), parts)).verdict == "fails"
    rate = relation(
        "quotient", figures.figure("20.50", PERCENT), (figures.figure("9", prevailing=2), parts[0])
    )
    assert decide(rate).note == "coarse"
    cut = relation(
        "quotient", figures.figure("10", PERCENT, 2), (figures.figure("10.96"), figures.figure("100.00"))
    )
    assert decide(cut).note == "coarse"


def test_an_approximate_figure_contradicts_nothing(figures: Figures) -> None:
    about = figures.figure("100", approximate=True)
    parts = figures.figure("43.00"), figures.figure("2.15")
    decision = decide(relation("sum", about, parts))
    assert (decision.verdict, decision.note) == ("undecidable", "approximate")
    assert decide(relation("sum", figures.figure("3"), [about])).verdict == "undecidable"


def test_what_is_undefined_is_undecidable(figures: Figures) -> None:
    nothing = figures.figure("0")
    rate = relation("quotient", figures.figure("100", PERCENT), (figures.figure("5"), nothing))
    assert decide(rate).note == "undefined"
    assert describe(rate, None) == ("5 / 0", "")
    wide = relation("annual_rate", figures.figure("5", PERCENT), [figures.figure("-100", PERCENT)])
    assert decide(wide).note == "undefined"


def test_a_value_whose_interval_reaches_zero_is_undecidable(figures: Figures) -> None:
    decision = decide(
        relation("change_rate", figures.figure("50", PERCENT), (figures.figure("-5"), figures.figure("2")))
    )
    assert decision.verdict == "undecidable"
    assert decision.computed is not None


@pytest.mark.parametrize(
    ("number", "comparator", "verdict"),
    [
        ("100", "≤", "holds"),
        ("101", "≤", "fails"),
        ("99", "≥", "fails"),
        ("100", "≥", "holds"),
        ("100", "<", "fails"),
        ("99", "<", "holds"),
        ("100", ">", "fails"),
        ("101", ">", "holds"),
    ],
)
def test_limits(figures: Figures, number: str, comparator: str, verdict: str) -> None:
    limit = relation(
        "constant", figures.figure(number, SCORE), (), comparator=comparator, constants=(Decimal(100),)
    )
    assert decide(limit).verdict == verdict


def test_an_approximate_figure_breaks_no_limit(figures: Figures) -> None:
    about = figures.figure("120", SCORE, approximate=True)
    limit = relation("constant", about, (), comparator="≤", constants=(Decimal(100),))
    assert decide(limit).verdict == "undecidable"


def test_no_reading_no_claim() -> None:
    assert choose([]) is None


def test_a_lower_reading_that_holds_is_inferred(figures: Figures) -> None:
    a, b, total = figures.figure("1.10"), figures.figure("2.20"), figures.figure("3.30")
    wrong, right = relation("sum", total, [a]), relation("sum", total, [a, b])
    chosen = choose([wrong, right])
    assert chosen is not None
    assert (chosen[0], chosen[1].note) == (right, "inferred")
    assert choose([right, wrong]) == (right, decide(right))
    assert choose([wrong]) == (wrong, decide(wrong))
    assert choose([wrong, wrong]) == (wrong, decide(wrong))
    fourth = choose([wrong, wrong, wrong, right])
    assert fourth is not None
    assert fourth[1].verdict == "fails"


def test_what_the_words_name_is_not_rescued(figures: Figures) -> None:
    a, b, total = figures.figure("1.10"), figures.figure("2.20"), figures.figure("3.30")
    named = relation("sum", total, [a], binding="named")
    assert choose([named, relation("sum", total, [a, b])]) == (named, decide(named))


def test_subtracted_parts_are_shown_so(figures: Figures) -> None:
    made = relation(
        "sum", figures.figure("3.00"), [figures.figure("5"), figures.figure("-2")], factors=(1, 1)
    )
    assert describe(made, decide(made).computed)[0] == "5 − 2"
    less = relation("sum", figures.figure("3"), [figures.figure("5"), figures.figure("2")], factors=(1, -1))
    assert decide(less).verdict == "holds"


def test_the_result_is_told_in_the_unit_of_the_stated_figure(figures: Figures) -> None:
    made = relation("sum", figures.figure("3.30"), [figures.figure("1.10"), figures.figure("2.20")])
    assert describe(made, decide(made).computed) == ("1.10 + 2.20", "3.30万元")
    count = relation("constant", figures.figure("5", PIECES), (), kind="count", constants=(Decimal(4),))
    assert describe(count, decide(count).computed)[1].startswith("4")


def test_a_claim_knows_its_kind_and_numbers(figures: Figures) -> None:
    a, total = figures.figure("1"), figures.figure("1")
    claim = claim_of(relation("equal", total, [a], kind="restated"))
    assert claim.kind == "restated"
    assert claim.quantities == (total, a)
    assert WAN.name == "yuan"
    assert PIECES.name == "个"


def test_printed_figures_are_intervals_and_counts_are_exact(figures: Figures) -> None:
    amount = figures.figure("35.32")
    assert amount.interval() == Interval(Decimal(353150), Decimal(353250), high_open=True)
    assert amount.interval(0) == amount.interval()
    assert amount.interval(4).low == Decimal("353199.5")
    assert amount.truncated_interval(3) == Interval(Decimal(353200), Decimal(353210), high_open=True)
    for exact in (figures.figure("7", PIECES), figures.figure("0.00"), figures.figure("9.5", SCORE)):
        assert exact.interval().low == exact.interval().high == exact.truncated_interval().high == exact.value
    share, whole = figures.figure("0.00", PERCENT), figures.figure("0", PERCENT)
    assert share.interval().high > 0
    assert whole.interval().low == whole.interval().high
