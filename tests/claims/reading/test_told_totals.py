"""Tables without a total row whose total the text beside them tells."""

import pytest
from tests.claims.support import claims, shown

TABLE = """
今年共评价3个重点项目，资金{}万元，情况如下：
序号 | 项目名称 | 资金（万元） | 评价等级
1 | 湿地修复 | 1250.40 | 良
2 | 校车更新 | 836.25 | 良
3 | 智慧停车 | 407.00 | 中
{}"""


def told(total: str, below: str = "") -> list[str]:
    """The sums of the table with that total, each with its verdict."""
    return [f"{shown(one)} {one.verdict}" for one in claims(TABLE.format(total, below), "sum")]


def test_a_column_makes_the_total_above_it() -> None:
    assert told("2493.65") == ["2493.65万元 = 1250.40 + 836.25 + 407.00 holds"]


@pytest.mark.parametrize("total", ["2439.65", "2463.65"])
def test_one_slip_in_the_total(total: str) -> None:
    assert told(total) == [f"{total}万元 = 1250.40 + 836.25 + 407.00 fails"]


def test_another_amount_is_no_total() -> None:
    assert told("3120.00") == []


def test_a_table_with_its_own_total_is_left_to_it() -> None:
    assert told("2439.65", "合计 |  | 2493.65 | ")[:1] == ["2493.65 = 1250.40 + 836.25 + 407.00 holds"]
