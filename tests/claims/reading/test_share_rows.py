"""Rows that tell shares of the other rows of their table."""

from tests.claims.support import form, shown

from jixiao.claims.extraction import extract

ROWS = [
    ["项目", "单位", "上年", "本年", "增减值"],
    ["1.财政补助收入", "万元", "566.0", "612.4", "46.4"],
    ["2.医疗收入", "万元", "13494", "14711", "1217"],
    ["其中：药品收入", "万元", "4180", "4389", "209"],
    ["检查收入", "万元", "1742", "1999", "257"],
    ["药品收入占比（%）", "%", "30.98", "29.83", "-1.15"],
    ["检查收入占比（%）", "%", "12.91", "13.59", "0.68"],
]


def shares(rows: list[list[str]]) -> dict[str, str]:
    found = [claim for claim in extract(form(rows)).claims if claim.kind == "share"]
    return {shown(claim): claim.verdict for claim in found}


def changed(old: str, new: str) -> list[list[str]]:
    return [[cell.replace(old, new) for cell in row] for row in ROWS]


def test_the_whole_is_that_of_most_shares() -> None:
    assert shares(ROWS) == {
        "30.98 = 4180 / 13494": "holds",
        "29.83 = 4389 / 14711": "holds",
        "12.91 = 1742 / 13494": "holds",
        "13.59 = 1999 / 14711": "holds",
    }


def test_a_named_whole_needs_no_vote() -> None:
    rows = changed("收入占比", "收入占医疗收入比重")
    wrong = [[{"12.91": "19.21"}.get(cell, cell) for cell in row] for row in rows]
    assert shares(wrong)["19.21 = 1742 / 13494"] == "fails"
    assert shares(wrong)["30.98 = 4180 / 13494"] == "holds"


def test_units_stand_beside_what_they_measure() -> None:
    changes = [claim for claim in extract(form(ROWS)).claims if claim.kind == "difference"]
    assert {claim.verdict for claim in changes} == {"holds"}
    assert {claim.relation.stated.unit.kind for claim in changes} == {"yuan", "percent"}


def test_shares_of_things_that_have_no_row_are_left_alone() -> None:
    assert not shares(changed("药品收入占比", "耗材收入占比")[:-1])
