"""Slips of units."""

from tests.claims.support import claims, observations


def verdicts(text: str) -> list[tuple[str, str]]:
    return [(claim.stated, claim.verdict) for claim in claims(text, "unit")]


def test_equal_digits_with_two_units() -> None:
    assert verdicts("项目全年预算数26.4万元，执行数26.4元，已支付完毕。") == [("26.4元", "fails")]
    assert verdicts("年初预算数为35.6万元，支出执行数为35.6元，完成年初预算的100%。") == [("35.6元", "fails")]
    assert not verdicts("项目全年预算数26.4万元，执行数264000元。")
    assert not verdicts("项目全年预算数26.4万元，执行数26.4万元。")


def test_a_total_in_another_unit_than_its_parts() -> None:
    text = "全年支出405元，其中：人员经费205万元，公用经费120万元，项目经费80万元。"
    assert ("405元", "fails") in verdicts(text)
    assert not verdicts(text.replace("405元", "405万元"))


def test_the_rest_of_two_amounts_in_another_unit() -> None:
    text = "预算1,580,000.00元，按考核结果支付1,432,000.00元，扣付服务费148,000.00万元。"
    assert ("148,000.00万元", "fails") in verdicts(text)
    assert not verdicts(text.replace("148,000.00万元", "148,000.00元"))
    assert not verdicts(text.replace("148,000.00万元", "14.80万元"))


def test_the_digits_of_a_row_in_another_unit() -> None:
    text = (
        "表1 各子项支付情况表（单位：万元）\n| 子项 | 预算数 | 已支付 |\n| 执法记录仪 | 212.00 | 168.40 |\n"
        "| 被装 | 310.00 | 306.75 |\n执法记录仪合同总价198.00万元，年内支付168.40{}，单价3000元。\n"
    )
    assert verdicts(text.format("元")) == [("168.40元", "fails")]
    assert not verdicts(text.format("万元"))


def test_a_percentage_for_an_amount() -> None:
    text = (
        "| 一级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 |\n"
        "| 成本指标 | 项目总成本 | ≤ | 80 | 万元 | {} | 10 |\n| 产出指标 | 培训次数 | ≥ | 3 | 次 | 4 | 20 |\n"
    )
    (found,) = observations(text.format("100%"), "unit")
    assert (found.fault, found.proven, found.stated, found.computed) == (
        "percent_for_amount",
        True,
        "100%",
        "万元",
    )
    assert not observations(text.format("78"), "unit")
