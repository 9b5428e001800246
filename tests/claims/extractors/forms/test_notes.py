"""What a form says again of itself."""

from tests.claims.support import form

from jixiao.claims.extraction import extract

ROWS = [
    ["预算执行情况（20分）", "全年预算数（万元）", "执行数（万元）", "预算执行率", "权重", "备注"],
    ["总额", "36.00", "36.00", "100%", "20", "预算执行率=100%"],
    ["绩效指标（80分）", "指标值", "完成值", "", "权重", "备注"],
    ["巡查次数", "12次", "12次", "", "50", ""],
    ["群众满意度", "95%", "97%", "", "30", ""],
    ["合计", "80", "", "", "", ""],
]


def told(rows: list[list[str]]) -> list[tuple[str, str, str]]:
    found = extract(form(rows, "项目支出绩效自评表")).claims
    return [(claim.kind, claim.stated, claim.verdict) for claim in found]


def test_heads_make_a_hundred_and_totals_and_remarks_repeat() -> None:
    found = told(ROWS)
    assert ("score_sum", "80分", "holds") in found
    assert ("restated", "80", "holds") in found
    assert ("restated", "100%", "holds") in found


def test_what_differs_is_not_held() -> None:
    rows = [[cell.replace("（80分）", "（70分）") for cell in row] for row in ROWS]
    found = told(rows)
    assert ("score_sum", "70分", "holds") not in found
    assert ("restated", "80", "holds") not in found
    assert ("score_sum", "70分", "fails") in found


def test_the_execution_has_the_weight_of_its_head() -> None:
    assert ("restated", "20", "holds") in told(ROWS)
    rows = [["15" if cell == "20" else cell for cell in row] for row in ROWS]
    assert ("restated", "15", "fails") in told(rows)


def test_a_remark_of_the_rate_alone_repeats_it() -> None:
    rows = [[cell.replace("=100%", "=110%") for cell in row] for row in ROWS]
    assert ("restated", "110%", "fails") in told(rows)
    rows = [[cell.replace("预算执行率=100%", "支付率=90%，尾款未付") for cell in row] for row in ROWS]
    assert not [one for one in told(rows) if one[2] == "fails"]


def test_other_heads_need_not_make_a_hundred() -> None:
    rows = [[cell.replace("绩效指标（80分）", "产出指标（70分）") for cell in row] for row in ROWS]
    assert not [one for one in told(rows) if one[:1] == ("score_sum",) and one[2] == "fails"]
