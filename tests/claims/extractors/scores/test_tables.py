"""Tables of weights and scores as forms have them: merged cells, execution points above, loose totals."""

from tests.claims.support import form

from jixiao.claims.extraction import extract
from jixiao.core.document import Document

HEAD = ["一级指标", "三级指标", "指标值", "完成值", "分值", "得分"]
ROWS = [
    ["产出指标（50分）", "简报期数", "≥12", "12", "30", "30"],
    ["", "验收合格率", "≥95%", "97%", "20", "18"],
    ["效益指标（40分）", "群众知晓率", "≥90%", "93%", "40", "40"],
]


def verdicts(document: Document) -> set[tuple[str, str, str]]:
    return {(c.stated, c.expression, c.verdict) for c in extract(document).claims if c.kind == "score_sum"}


def faults(document: Document) -> list[str]:
    return [one.fault for one in extract(document).observations if one.kind == "score_sum"]


def test_weights_in_brackets_head_their_rows() -> None:
    found = verdicts(form([HEAD, *ROWS]))
    assert {("50分", "30 + 20", "holds"), ("40分", "40", "holds")} <= found
    wrong = [HEAD, ["产出指标（60分）", *ROWS[0][1:]], *ROWS[1:]]
    assert ("60分", "30 + 20", "fails") in verdicts(form(wrong))


def test_a_total_row_under_its_columns() -> None:
    rows = [HEAD, *ROWS]
    assert ("90", "30 + 20 + 40", "holds") in verdicts(form([*rows, ["合计", "", "", "", "90", "88"]]))
    assert ("88", "30 + 18 + 40", "holds") in verdicts(form([*rows, ["合计", "", "", "", "90", "88"]]))
    assert ("80", "30 + 20 + 40", "fails") in verdicts(form([*rows, ["合计", "", "", "", "80", "88"]]))


def test_a_loose_total_belongs_to_the_column_that_it_equals() -> None:
    rows = [HEAD, *ROWS]
    assert ("90", "30 + 20 + 40", "holds") in verdicts(form([*rows, ["合计", "90"]]))
    assert ("88", "30 + 18 + 40", "holds") in verdicts(form([*rows, ["总分", "88"]]))
    assert any(one[2] == "fails" for one in verdicts(form([*rows, ["合计", "85"]])))
    both = verdicts(form([*rows, ["合计", "90", "88"]]))
    assert {("90", "30 + 20 + 40", "holds"), ("88", "30 + 18 + 40", "holds")} <= both


def test_a_total_of_weights_where_no_score_is_given() -> None:
    rows = [HEAD, *([*row[:5], ""] for row in ROWS)]
    assert ("80", "30 + 20 + 40", "fails") in verdicts(form([*rows, ["合计", "80"]]))
    conclusion = verdicts(form([*rows, ["评价结论", "95分"]]))
    assert ("95分", "30 + 20 + 40", "fails") in conclusion
    assert ("85分", "30 + 20 + 40", "holds") in verdicts(form([*rows, ["评价结论", "85分"]]))


def test_a_conclusion_equals_the_scores() -> None:
    assert ("88分", "30 + 18 + 40", "holds") in verdicts(form([HEAD, *ROWS, ["评价结论", "88分"]]))


def test_execution_points_stand_in_a_part_of_their_own() -> None:
    money = [
        ["", "全年预算数", "全年执行数", "执行率", "分值", "得分"],
        ["年度资金总额", "100", "98", "98%", "10", "9.8"],
    ]
    document = form([*money, HEAD, *ROWS, ["总分", "", "", "", "100", "97.8"]])
    assert ("100", "10 + 30 + 20 + 40", "holds") in verdicts(document)
    assert not faults(document)


def test_weights_that_do_not_make_a_hundred() -> None:
    rows = [HEAD, *ROWS, ["满意度指标", "干部满意度", "≥90%", "92%", "20", "20"]]
    assert faults(form(rows)) == ["weights_not_100"]


def test_a_column_of_section_weights_spans_its_rows() -> None:
    head = ["一级指标", "分值", "三级指标", "分值", "得分"]
    rows = [
        ["产出", "60", "简报", "40", "39"],
        ["", "", "培训", "20", "20"],
        ["效益", "40", "知晓", "40", "40"],
    ]
    assert {("60", "40 + 20", "holds"), ("40", "40", "holds")} <= verdicts(form([head, *rows]))


def test_the_text_announces_the_total_of_its_table() -> None:
    text = "最终评分结果为{}分，具体情况如下表："
    rows = [HEAD, *ROWS, ["合计", "", "", "", "90", "88"]]
    assert ("88分", "88", "holds") in verdicts(form(rows, text.format(88)))
    assert ("86分", "88", "fails") in verdicts(form(rows, text.format(86)))


def test_totals_of_amounts_are_no_total_of_scores() -> None:
    head = ["项目名称", "全年预算数", "执行数", "执行率（%）", "得分"]
    rows = [["档案整理", "40", "38", "95.00", "92"], ["设备更新", "60", "60", "100.00", "95"]]
    assert verdicts(form([head, *rows, ["合计", "100", "98", "98.00", "—"]])) == set()


def test_a_conclusion_repeats_the_total_and_may_be_another_bodys() -> None:
    rows = [HEAD, *ROWS, ["总分", "", "", "", "90", "88"]]
    assert ("88分", "88", "holds") in verdicts(form([*rows, ["评价结论", "88分"]]))
    full = [HEAD, *[[*row[:5], row[4]] for row in ROWS], ["总分", "", "", "", "90", "90"]]
    assert ("90分", "90", "holds") in verdicts(form([*full, ["评价结论", "90分"]]))
    other = verdicts(form([*rows, ["评价结论", "86分"]]))
    assert not [one for one in other if one[0] == "86分" and one[2] == "fails"]


def test_targets_leave_ten_points_to_the_execution_of_the_budget() -> None:
    head = ["一级指标", "三级指标", "指标值", "分值"]
    rows = [
        ["产出指标", "简报期数", "≥12期", "30"],
        ["", "验收合格率", "≥95%", "20"],
        ["效益指标", "群众知晓率", "≥90%", "30"],
        ["满意度指标", "群众满意度", "≥90%", "10"],
    ]
    assert faults(form([head, *rows])) == []
    assert ("10", "90 − 30 − 20 − 30", "holds") in verdicts(form([head, *rows]))
    assert faults(form([head, *rows[:2], ["效益指标", "群众知晓率", "≥90%", "20"], rows[3]])) == [
        "weights_not_100"
    ]
    execution = ["预算执行率", "", "100%", "10"]
    assert faults(form([head, execution, *rows])) == []
    less = [*rows[:2], ["效益指标", "群众知晓率", "≥90%", "20"], rows[3]]
    assert faults(form([head, execution, *less])) == ["weights_not_100"]
    scored = [[*row, row[-1]] for row in rows]
    assert faults(form([[*head, "得分"], *scored])) == ["weights_not_100"]
