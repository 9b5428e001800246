"""Weights by levels whose columns were lost."""

from tests.claims.support import observations

from jixiao.claims.reading.document import read_document
from jixiao.claims.scores.levels import level_tables
from jixiao.formats.txt.read import read_text


def test_one_wrong_weight_of_a_note_is_told_however_far_off() -> None:
    note = (
        "注:1.一级指标分值统一设置为:产出指标50分、效益指标30分、服务对象满意度指标10分、预算资金执行率{}分。"
    )
    assert not observations(note.format(10), "score_sum")
    assert [one.fault for one in observations(note.format(40), "score_sum")] == ["weights_not_100"]


def test_figures_that_are_no_such_weights_end_the_search() -> None:
    """Ones and twos fill each other in more ways than can be tried."""
    rows = "".join(f"指标名称{'甲乙丙丁'[row % 4]} {(1, 1, 2)[row % 3]}\n" for row in range(110))
    text = f"绩效评价指标表 一级指标 分值 二级指标 分值 三级指标 分值 得分\n{rows}合计 100 90\n"
    reading = read_document(read_text(text))
    assert level_tables(reading) == []
