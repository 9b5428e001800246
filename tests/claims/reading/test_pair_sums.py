"""Sums in forms of labels and values, whose rows have no header."""

from tests.claims.support import form

from jixiao.claims.extraction import extract
from jixiao.pipeline import check_document

ASKED = [
    ["项目资金总额", "826.95", "其中：财政资金", "771.60"],
    ["", "", "其他资金", "55.35"],
    ["年度资金申请总额", "413.48", "当年财政拨款", "385.80"],
    ["上年结转资金", "/", "其他资金", "27.68"],
]


def sums(rows: list[list[str]]) -> set[tuple[str, str, str]]:
    found = extract(form(rows, "单位：万元")).claims
    return {(c.stated, c.expression, c.verdict) for c in found if c.kind == "sum"}


def test_a_total_and_the_sources_behind_it() -> None:
    expected = {("826.95", "771.60 + 55.35", "holds"), ("413.48", "385.80 + 27.68", "holds")}
    assert expected <= sums(ASKED)


def test_of_which_opens_a_list_of_any_amount() -> None:
    rows = [
        ["申请金额", "413.48", "起止时间", ""],
        ["其中：资金来源", "当年财政拨款", "385.80"],
        ["", "其他资金", "27.68"],
    ]
    assert ("413.48", "385.80 + 27.68", "holds") in sums(rows)


def test_sources_may_be_left_out() -> None:
    rows = [ASKED[0], ["计划开始", "一月", "计划完成", "二月"], ASKED[2]]
    assert not {verdict for *_, verdict in sums(rows)} - {"holds"}
    assert not [one for one in check_document(form(rows, "单位：万元")).findings if one.severity == "error"]
