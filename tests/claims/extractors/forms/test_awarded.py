"""Points of an indicator against its target and value; money that was not used after 其中."""

import pytest
from tests.claims.support import form

from jixiao.claims.extraction import extract

HEAD = ["一级指标", "三级指标", "指标值", "完成值", "分值", "得分"]


def awarded(target: str, actual: str, score: str) -> set[str]:
    rows = [["产出", "工期", target, actual, "10", score], ["效益", "满意度", "≥90%", "95%", "20", "20"]]
    found = extract(form([HEAD, *rows])).claims
    return {
        c.verdict for c in found if c.kind == "score_sum" and "min(" in c.expression and c.stated == score
    }


@pytest.mark.parametrize(
    ("target", "actual", "score"),
    [
        ("≥95%", "90%", "9.47"),
        ("≥95%", "96%", "10"),
        ("=100%", "98%", "9.8"),
        ("≤30天", "25天", "10"),
        ("≤30天", "40天", "7.5"),
        ("≥72处", "73处", "10"),
        ("≥80平方米", "60平方米", "7.5"),
    ],
)
def test_it_holds(target: str, actual: str, score: str) -> None:
    assert awarded(target, actual, score) == {"holds"}


@pytest.mark.parametrize(
    ("target", "actual", "score"),
    [("≥95%", "90%", "8"), ("≤100万元", "100%", "10"), ("=100%", "120%", "10"), ("健全", "95%", "10")],
)
def test_other_points_are_no_contradiction(target: str, actual: str, score: str) -> None:
    assert "fails" not in awarded(target, actual, score)
    assert "holds" not in awarded(target, actual, score)


def test_sources_that_were_not_used_are_parts_too() -> None:
    rows = [
        ["资金来源", "年初预算数", "全年预算数", "全年执行数"],
        ["年度资金总额", "100.00", "100.00", "98.00"],
        ["其中：财政拨款", "100.00", "100.00", "98.00"],
        ["上年结转资金", "/", "/", "—"],
        ["单位资金", "0.00", "0.00", "0.00"],
    ]
    found = {(c.stated, c.expression, c.verdict) for c in extract(form(rows)).claims if c.kind == "sum"}
    assert ("98.00", "98.00 + 0.00", "holds") in found
