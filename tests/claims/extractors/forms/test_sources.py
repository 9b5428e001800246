"""The money of a project's form by source adds up in every column."""

from tests.claims.support import changed, form

from jixiao.claims.extraction import extract

ROWS = [
    ["项目资金（万元）", "年初预算数", "全年预算数", "执行数"],
    ["年度资金总额", "36.00", "42.50", "41.20"],
    ["其中：当年财政拨款", "36.00", "40.00", "38.70"],
    ["上年结转资金", "0.00", "2.50", "2.50"],
    ["其他资金", "0.00", "0.00", "0.00"],
    ["绩效指标", "指标值", "完成值", ""],
]


def sums(rows: list[list[str]]) -> list[tuple[str, int, str]]:
    found = extract(form(rows, "项目支出绩效自评表")).claims
    return [(one.stated, len(one.relation.operands), one.verdict) for one in found if one.kind == "sum"]


def test_every_column_is_the_sum_of_all_sources() -> None:
    found = sums(ROWS)
    for total in ("36.00", "42.50", "41.20"):
        assert (total, 3, "holds") in found


def test_a_source_that_makes_the_column_too_large_is_found() -> None:
    rows = [*ROWS[:4], ["其他资金", "0.00", "0.00", "0.30"], ROWS[5]]
    assert ("41.20", 3, "fails") in sums(rows)


def test_a_blank_source_proves_nothing() -> None:
    rows = changed(ROWS, "38.70", "")
    assert not [one for one in sums(rows) if one[0] == "41.20" and one[2] == "fails"]
