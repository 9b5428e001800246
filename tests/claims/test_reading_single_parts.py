"""Totals of one part: the only row above 合计, the only column after 其中, sources that gave nothing."""

import pytest
from tests.claims.support import form

from jixiao.claims.extraction import extract

TASKS = ["任务名称", "预算金额", "其中：财政拨款", "其他资金"]


def sums(rows: list[list[str]]) -> set[tuple[str, str, str]]:
    found = extract(form(rows, "单位：万元")).claims
    return {(c.stated, c.expression, c.verdict) for c in found if c.kind == "sum"}


def test_one_row_above_its_total_and_one_source_of_it() -> None:
    rows = [TASKS, ["保障运转", "954.82", "954.82", "0.00"], ["金额合计", "954.82", "954.82", "0.00"]]
    assert {("954.82", "954.82", "holds"), ("954.82", "954.82 + 0.00", "holds")} <= sums(rows)


@pytest.mark.parametrize("part", ["945.82", "54.82"])
def test_a_part_that_differs_may_have_others_beside_it(part: str) -> None:
    rows = [TASKS, ["保障运转", part, part, "/"], ["金额合计", "954.82", "954.82", "/"]]
    assert not {verdict for *_, verdict in sums(rows)} - {"holds"}
    assert ("954.82", part, "holds") not in sums(rows)


def test_sources_that_gave_nothing_belong_to_the_total_above() -> None:
    rows = [
        ["部门预算", "预算数"],
        ["预算总额", "1210.74"],
        ["财政拨款", "1210.74"],
        ["基金拨款", "0.00"],
        ["其他收入", "0.00"],
    ]
    assert ("1210.74", "1210.74 + 0.00 + 0.00", "holds") in sums(rows)
