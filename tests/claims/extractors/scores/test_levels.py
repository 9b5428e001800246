"""Weights by levels whose columns were lost."""

from tests.claims.support import observations


def test_one_wrong_weight_of_a_note_is_told_however_far_off() -> None:
    note = (
        "注:1.一级指标分值统一设置为:产出指标50分、效益指标30分、服务对象满意度指标10分、预算资金执行率{}分。"
    )
    assert not observations(note.format(10), "score_sum")
    assert [one.fault for one in observations(note.format(40), "score_sum")] == ["weights_not_100"]
