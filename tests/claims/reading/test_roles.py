"""The role of a number, from the words that lead to it."""

import pytest

from jixiao.claims.reading.roles import role_of, without_brackets


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("全年支出", "main"),
        ("年初预算", "initial"),
        ("年初预算数为", "initial"),
        ("调整预算", "plan"),
        ("采购计划", "plan"),
        ("送审金额", "plan"),
        ("，比上年", "base"),
        ("，2022年为", "main"),
        ("，较2022年的", "base"),
        ("，由上年的", "base"),
        ("，由", "base"),
        ("，比上年增加", "change"),
        ("，减少", "change"),
        ("，同比增收", "change"),
        ("，增加到", "main"),
        ("新增资金", "main"),
        ("，节约资金", "saved"),
        ("，审减", "saved"),
        ("，占总支出", "whole"),
        ("，占年初预算", "plan"),
        ("一般公共预算收入", "main"),
        ("政府性基金预算支出", "main"),
        ("，减去退库支出", "main"),
        ("上年结转", "main"),
    ],
)
def test_amounts(lead: str, name: str) -> None:
    assert role_of("yuan", lead).name == name


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("，执行率", "rate"),
        ("，完成预算的", "rate"),
        ("，为年初预算的", "rate"),
        ("，占年初预算的", "rate"),
        ("，节约率", "rate"),
        ("，覆盖率", "rate"),
        ("，占总支出的", "share"),
        ("，占", "share"),
        ("，所占比重", "share"),
        ("，占比", "share"),
        ("，增长", "growth"),
        ("，下降", "growth"),
        ("，负增长", "growth"),
        ("，增幅", "growth"),
        ("，降幅为", "growth"),
        ("，年均增长", "annual"),
        ("，提高到", "level"),
        ("利率", "rate"),
        ("，税率定为5档,其中", "level"),
    ],
)
def test_percentages(lead: str, name: str) -> None:
    assert role_of("percent", lead).name == name


@pytest.mark.parametrize(
    ("lead", "direction"),
    [("，增长", 1), ("，下降", -1), ("，负增长", -1), ("，降幅", -1), ("，增减率", 0), ("，年均下降", -1)],
)
def test_directions_of_rates(lead: str, direction: int) -> None:
    assert role_of("percent", lead).direction == direction


@pytest.mark.parametrize(("lead", "direction"), [("，提高", 1), ("，下降", -1), ("相差", 0)])
def test_directions_of_points(lead: str, direction: int) -> None:
    role = role_of("point", lead)
    assert (role.name, role.direction) == ("points", direction)


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("分值", "full"),
        ("满分", "full"),
        ("自评得分", "score"),
        ("综合评分", "score"),
        ("，扣", "deducted"),
        ("，得", "score"),
        ("共计", "points_other"),
    ],
)
def test_scores(lead: str, name: str) -> None:
    assert role_of("score", lead).name == name


@pytest.mark.parametrize("lead", ["，同口径增长", "，剔除退税增长", "，扣除一次性因素增长"])
def test_adjusted_bases(lead: str) -> None:
    """Their base is not printed, so that nothing can be recomputed."""
    assert role_of("percent", lead).adjusted


def test_brackets_are_left_out() -> None:
    assert without_brackets("支出(含结转)为") == "支出为"
    assert without_brackets("支出(含") == "支出(含"
    assert role_of("yuan", "，比上年(决算数)增加").name == "change"
