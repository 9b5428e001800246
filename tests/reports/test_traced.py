"""Numbers that remember where they came from."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.core.dossier.values import Absent
from jixiao.core.money import MoneyUnit
from jixiao.reports import signs
from jixiao.reports.nothing import Nothing
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap, Traced, Unfit, fact, percentage, total

AMOUNTS = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False, allow_infinity=False)


@pytest.fixture
def printer() -> Printer:
    return Printer(MoneyUnit.TEN_THOUSAND)


def money(amount: str, path: str, printer: Printer) -> Traced:
    return fact(Decimal(amount).scaleb(4), "money", path, printer)


def shown(text: str) -> str:
    return signs.opened(text)[0]


def test_a_rate_knows_its_formula(printer: Printer) -> None:
    rate = percentage(money("59.17", "p.outturn", printer), money("65.26", "p.budget", printer))
    assert shown(str(rate)) == "90.67%"
    entry = printer.entries[-1]
    assert entry.formula == "{p.outturn} ÷ {p.budget} × 100"
    assert entry.facts == ("p.outturn", "p.budget")


def test_brackets_stand_where_they_are_needed(printer: Printer) -> None:
    now, before = money("3", "a", printer), money("2", "b", printer)
    growth = percentage(now - before, before)
    str(growth)
    assert printer.entries[-1].formula == "（{a} − {b}） ÷ {b} × 100"


def test_a_gap_stays_a_gap(printer: Printer) -> None:
    gap = Gap(printer, "支出执行数", "x")
    assert isinstance(money("1", "a", printer) + gap, Gap)
    assert isinstance(total([money("1", "a", printer), gap], printer), Gap)
    assert shown(str(gap)) == "〔待补：支出执行数〕"


def test_nothing_is_divided_by_zero(printer: Printer) -> None:
    assert isinstance(percentage(money("1", "a", printer), money("0", "b", printer)), Gap)


def test_a_float_is_refused(printer: Printer) -> None:
    with pytest.raises(Unfit, match="引号"):
        money("1", "a", printer) * 1.5


def test_money_and_people_do_not_add(printer: Printer) -> None:
    with pytest.raises(Unfit):
        money("1", "a", printer) + fact(Decimal(3), "count", "b", printer)


@given(AMOUNTS)
def test_rounding_is_half_up(amount: Decimal) -> None:
    printer = Printer(MoneyUnit.TEN_THOUSAND)
    printed = shown(printer.printed(fact(amount, "money", "x", printer), bare=True))
    assert abs(Fraction(printed) - Fraction(amount) / 10**4) <= Fraction(1, 200)


@given(st.lists(AMOUNTS, min_size=1, max_size=6))
def test_a_total_is_the_sum(amounts: list[Decimal]) -> None:
    printer = Printer(MoneyUnit.YUAN)
    parts = [fact(amount, "money", f"p{number}", printer) for number, amount in enumerate(amounts)]
    found = total(list(parts), printer)
    assert isinstance(found, Traced)
    assert found.value == sum(map(Fraction, amounts))


def test_nothing_counts_for_nothing_in_sums_and_stays_in_products(printer: Printer) -> None:
    amount, none = money("3", "a", printer), Nothing(Absent.NONE, "b")
    assert shown(str(amount - none)) == shown(str(none + amount)) == "3.00万元"
    assert shown(str(none - amount)) == "-3.00万元"
    assert str(none - none) == str(amount * none) == str(none / amount) == "无"
    assert isinstance(none * Gap(printer, "x"), Gap)
    assert not none < amount
    assert not amount < none
