"""The certificate counts each number once and says why a number is unchecked."""

import pytest
from tests.core.making import PERCENT, PIECES, SCORE, WAN, Figures, claim_of, relation

from jixiao.core.observation import Observation
from jixiao.core.place import Place
from jixiao.solving.certificate import certify
from jixiao.solving.reasons import reason


def test_numbers_are_checked_alone_or_unchecked_once() -> None:
    figures = Figures()
    total, a, b = figures.figure("3.30"), figures.figure("1.10"), figures.figure("2.20")
    lonely, open_, counted = figures.figure("7", PIECES), figures.figure("9.99"), figures.figure("4", PIECES)
    figures.claim("sum", "sum", total, a, b)
    figures.claim("restated", "equal", total, a)
    listed = Observation("count", "holds", "4个", Place(0, 0, 1), quantities=(counted.index,))
    unread = Observation("count", "undecidable", "7个", Place(0, 0, 1), quantities=(lonely.index,))
    alone = frozenset({lonely.index, a.index})
    certificate = certify(figures.quantities, figures.claims, [listed, unread], alone)
    assert (certificate.numbers, certificate.checked, certificate.alone) == (6, 4, 1)
    assert [number.text for number in certificate.unchecked] == [open_.text]
    assert certificate.unchecked[0].why == "金额仅此一处，没有合计、分项、占比或执行率可供复算"


def test_missing_data_is_no_pass() -> None:
    figures = Figures()
    paid, nothing, rate = figures.figure("5.00"), figures.figure("0"), figures.figure("100", PERCENT)
    figures.claim("rate", "quotient", rate, paid, nothing)
    certificate = certify(figures.quantities, figures.claims, [], frozenset({rate.index}))
    assert certificate.checked == 0
    assert {number.why for number in certificate.unchecked} == {"预算数为零或未印出，无法复算执行率"}


def test_a_limit_checks_no_figure() -> None:
    figures = Figures()
    rate = figures.figure("98", PERCENT)
    figures.claim("bound", "equal", rate, figures.figure("100", PERCENT), comparator="≤")
    assert certify(figures.quantities, figures.claims, [], frozenset()).checked == 0


@pytest.mark.parametrize(
    ("role", "why"),
    [
        ("growth", "上年数与增减额均未印出，无法复算增减幅度"),
        ("change", "上年数未印出，无法复算增减额"),
        ("rate", "没有印出对应的预算数或执行数，无法复算该比率"),
    ],
)
def test_a_known_role_gives_a_specific_reason(role: str, why: str) -> None:
    quantity = Figures().figure("5.00", PERCENT)
    certificate = certify([quantity], [], [], frozenset(), {quantity.index: role})
    assert certificate.unchecked[0].why == why


def test_reasons_follow_the_number() -> None:
    figures = Figures()
    about, limit = figures.figure("100", approximate=True), figures.figure("95", PERCENT, comparator="≥")
    assert reason(about) == "约数，不作精确比较"
    assert reason(limit) == "目标值或限额，没有印出对应的完成数"
    assert reason(figures.figure("95", PERCENT)) == "同段没有印出金额，无法复算该百分比"
    assert reason(figures.figure("95", PERCENT), amounts_beside=2) == "没有印出计算该百分比所需的两个数"
    assert reason(figures.figure("9", SCORE)).startswith("得分仅此一处")


def test_reasons_follow_the_undecided_claim() -> None:
    figures = Figures()
    about, exact = figures.figure("9.00", approximate=True), figures.figure("5.00")
    vague = claim_of(relation("equal", about, [exact], kind="restated"))
    assert reason(exact, vague) == "与之比较的是约数，无法判定"
    zero = figures.figure("0")
    undefined = claim_of(relation("quotient", figures.figure("7", WAN), [exact, zero], kind="restated"))
    assert reason(exact, undefined) == "缺少可比的数，无法判定"
