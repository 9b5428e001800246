"""One line of a dossier: which rule scores it, what stands, and what is said where nothing can be computed."""

from decimal import Decimal
from typing import Any

import pytest
from tests.scoring.support import group, one_line, rules, scheme

MET = {"operator": "≥", "target": 90, "actual": 95, "unit": "%", "weight": 10}
SHORT = {"operator": "≥", "target": 95, "actual": 90, "unit": "%", "weight": 10}


def test_nothing_published_then_the_rule_gives_the_points() -> None:
    leaf, card = one_line(SHORT)
    assert (leaf.points, leaf.by_rule, leaf.published) == (Decimal("9.47"), Decimal("9.47"), None)
    assert (leaf.rule, leaf.inputs) == ("proportional", {"target": "95", "actual": "90"})
    assert card.raw == Decimal("9.47")


@pytest.mark.parametrize("actual", ["9" * 5000, f"{'9' * 5000}%", "1e999999999"])
def test_endless_digits_in_words_are_no_number(actual: str) -> None:
    leaf, _ = one_line(MET | {"actual": actual})
    assert leaf.points is None


def test_a_published_score_that_the_rule_gives_is_proved() -> None:
    leaf, card = one_line(SHORT | {"printed_score": "9.47"})
    assert leaf.points == leaf.by_rule == leaf.published
    assert not [one for one in card.differences if "甲" in one.where]


def test_a_published_score_that_differs_stands_without_proof() -> None:
    leaf, card = one_line(MET | {"printed_score": 9})
    assert (leaf.points, leaf.by_rule, leaf.standing) == (None, Decimal(10), Decimal(9))
    assert "没有写丢分的原因" in leaf.reason
    (difference,) = [one for one in card.differences if "甲" in one.where]
    assert (difference.published, difference.recomputed, difference.contradicts) == ("9", "10", True)
    assert difference.why_en
    assert card.raw == Decimal(9)


def test_the_report_s_own_reason_is_quoted() -> None:
    leaf, _ = one_line(MET | {"printed_score": 9, "reason": "一项迟延"})
    assert "一项迟延" in leaf.reason


def test_a_score_rounded_in_print_is_told_as_such() -> None:
    leaf, _ = one_line(SHORT | {"printed_score": "9.5"})
    assert leaf.points is None
    assert "取整到1位小数" in leaf.reason


def test_neither_points_nor_published_leaves_the_total_empty() -> None:
    leaf, card = one_line({"operator": "≥", "target": 95, "weight": 10})
    assert leaf.standing is None
    assert "没有实际值" in leaf.reason
    assert (card.raw, card.converted, card.grade) == (None, None, None)
    assert "产出" in card.reason


def test_what_does_not_apply_is_left_out() -> None:
    leaf, card = one_line(MET | {"applicable": False})
    assert not leaf.applicable
    assert (leaf.points, card.raw, card.full) == (None, Decimal(0), Decimal(0))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"operator": "≤", "target": 100, "unit": "万元", "actual": 800000, "actual_unit": "元"}, "10"),
        ({"operator": "≤", "target": 100, "unit": "万元", "actual": "120万元"}, "8"),
        ({"operator": "≥", "target": 100, "unit": "%", "actual": "98%"}, "9.8"),
        ({"operator": "≥", "target": "≥", "unit": "%", "actual": 98}, None),
        ({"operator": "≤", "target": 100, "unit": "万元", "actual": 100, "actual_unit": "%"}, "10"),
        ({"operator": "≤", "target": 50, "unit": "万元", "actual": 90, "actual_unit": "%"}, None),
        ({"operator": "≥", "target": 5, "unit": "次", "actual": 5, "actual_unit": "人"}, None),
    ],
    ids=[
        "yuan",
        "unit in the value",
        "percent sign",
        "no number",
        "percent of money",
        "two readings",
        "clash",
    ],
)
def test_units_are_converted_or_nothing_is_scored(line: dict[str, Any], expected: str | None) -> None:
    leaf, _ = one_line(line | {"weight": 10})
    assert leaf.points == (None if expected is None else Decimal(expected)), leaf.reason


def test_a_percentage_against_words_is_not_scored() -> None:
    leaf, _ = one_line(
        {"target": "健全", "actual": 95, "actual_unit": "%", "weight": 10, "printed_score": 10}
    )
    assert (leaf.by_rule, leaf.standing, leaf.actual) == (None, Decimal(10), "95%")
    assert "健全" in leaf.reason
    assert "没有公布" in leaf.reason


def test_a_completion_that_counts_against_the_operator_decides_nothing() -> None:
    line = {"operator": "≤", "target": 100, "actual": 98, "unit": "%", "weight": 10, "completion": 98}
    assert one_line(line)[0].points == Decimal(10), "a line of one's own follows its operator"
    line |= {"printed_score": 10}
    assert one_line(line)[0].points is None
    assert "方向相反" in one_line(line)[0].reason
    assert one_line(line | {"completion": 100})[0].points == Decimal(10)
    assert one_line(line | {"target": 98, "completion": 100})[0].points == Decimal(10)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"rule": "yes_no", "done": True}, "10"),
        ({"rule": "yes_no", "done": False}, "0"),
        ({"rule": "element_count", "elements": 4, "elements_met": 3}, "7.5"),
        ({"points": "8.5", "reason": "一期迟发"}, "8.5"),
        ({"points": "8.5"}, None),
        ({"rule": "no_such_rule", "actual": 1}, None),
    ],
)
def test_judged_lines(line: dict[str, Any], expected: str | None) -> None:
    leaf, _ = one_line(line | {"weight": 10})
    assert leaf.points == (None if expected is None else Decimal(expected)), leaf.reason


def test_a_named_rule_takes_the_parameters_that_the_rulebook_gives_it() -> None:
    bands = [{"name": "优", "share": 1}, {"name": "良"}]
    given = rules(
        scheme(group("产出", 10)),
        leaf_rules={"qualitative": {"rule": "qualitative_bands", "parameters": {"bands": bands}}},
    )
    leaf, _ = one_line({"rule": "qualitative_bands", "band": "优", "weight": 10}, given)
    assert leaf.points == Decimal(10)
    assert "name=优" in leaf.parameters["bands"]


def test_the_prescribed_line_brings_weight_target_operator_and_rule() -> None:
    fixed = {"code": "a", "name": "甲", "weight": 5, "operator": "≤", "target": 100,
             "rule": {"rule": "step", "parameters": {"loss": "0.5"}}}  # fmt: skip
    leaf, card = one_line({"actual": "103.2"}, rules(scheme(group("产出", 5, leaves=[fixed]))))
    assert (leaf.rule, leaf.weight, leaf.points) == ("step", Decimal(5), Decimal(3))
    assert leaf.rule_title == "越限分档扣分"
    assert leaf.parameters == {"loss": "0.5", "size": "1", "side": "over", "started": "true"}
    assert not card.notices


def test_a_group_s_rule_goes_before_that_of_the_direction() -> None:
    leaf, _ = one_line(SHORT, rules(scheme(group("产出", 10, rule={"rule": "threshold"}))))
    assert (leaf.rule, leaf.points) == ("threshold", Decimal(0))


def test_no_rule_for_a_direction_is_said() -> None:
    leaf, _ = one_line(SHORT, rules(scheme(group("产出", 10)), leaf_rules={"higher": None}))
    assert leaf.points is None
    assert "规则库没有" in leaf.reason


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ({"operator": "≥", "target": 100, "actual": 129}, False),
        ({"operator": "≥", "target": 100, "actual": 130}, True),
        ({"operator": "≥", "target": 100, "actual": 130, "reason": "任务临时增加"}, False),
        ({"operator": "=", "target": 0, "actual": 30}, True),
        ({"operator": "=", "target": 0, "actual": 29}, False),
        ({"operator": "≤", "target": 100, "actual": 150}, False),
        ({"operator": "≥", "target": 1, "unit": "万元", "actual": 10000, "actual_unit": "元"}, False),
        ({"operator": "≥", "target": 1, "unit": "次", "actual": 9, "actual_unit": "人"}, False),
    ],
)
def test_far_beyond_the_target_a_reason_is_due(line: dict[str, Any], *, told: bool) -> None:
    _, card = one_line(line | {"weight": 10})
    assert bool(card.notices) is told
    assert any(one.topic == "overshoot" for one in card.assumptions) is False


def test_a_place_may_take_points_for_overshooting() -> None:
    given = rules(
        scheme(group("产出", 10)),
        overshoot={"threshold": "1.3", "effect": "deduct"},
        unverified=("overshoot",),
    )
    leaf, card = one_line({"operator": "≥", "target": 100, "actual": 150, "weight": 10, "reason": "x"}, given)
    assert (leaf.rule, leaf.points) == ("proportional_overshoot", Decimal(8))
    assert [one.topic for one in card.assumptions] == ["overshoot"]


def test_what_the_rulebook_wants_of_a_line_is_noticed() -> None:
    fixed = {"code": "a", "name": "甲", "weight": 5, "evidence_required": True}
    given = rules(scheme(group("产出", 10, leaves=[fixed])))
    _, card = one_line(MET | {"applicable": False}, given)
    told = " ".join(one.zh for one in card.notices)
    assert "规定5分" in told
    assert "佐证材料" in told
    assert "没有允许" in told
    assert all(one.en for one in card.notices)


def test_points_by_hand_beside_a_rule_are_not_taken_in_silence() -> None:
    leaf, card = one_line(MET | {"points": 9, "reason": "x"})
    assert leaf.points == Decimal(10)
    assert "没有采用" in card.notices[0].zh
    assert not one_line(MET | {"points": 10, "reason": "x"})[1].notices


def test_a_range_is_kept_with_both_ends() -> None:
    leaf, _ = one_line({"operator": "range", "target": 5, "target_upper": 10, "actual": 7, "weight": 10})
    assert (leaf.target, leaf.target_upper, leaf.aim, leaf.points) == ("5", "10", "5～10", Decimal(10))
    assert leaf.inputs == {"target": "5", "target_upper": "10", "actual": "7"}
