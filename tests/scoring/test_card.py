"""Groups, totals, conversion, execution, grades, projects: a whole dossier scored."""

from decimal import Decimal
from typing import Any

import pytest
from tests.scoring.support import EXECUTION, dossier, group, indicator, points, rules, scheme

from jixiao.core.scorecard import Scorecard
from jixiao.scoring.card import score

FULL: dict[str, Any] = {"operator": "≥", "target": 1, "actual": 1}
THIRD: dict[str, Any] = {"operator": "≥", "target": 3, "actual": 1}
MONEY = {"original_budget": 100, "revised_budget": 80, "outturn": 60}


def where(card: Scorecard) -> list[str]:
    return [one.where for one in card.differences]


def test_groups_add_up_and_the_total_has_a_grade() -> None:
    card = score(
        dossier(
            indicator("a", "产出指标", weight=50, **FULL),
            indicator("b", "效益", weight=40, **FULL),
            money=MONEY,
        ),
        rules(scheme(EXECUTION, group("产出", 50), group("效益指标", 40))),
    )
    assert [one.points for one in card.groups] == points("7.5", "50", "40")
    assert (card.raw, card.full, card.converted, card.grade) == (*points("97.5", "100", "97.5"), "优")
    assert not card.differences
    assert not card.notices
    assert not card.assumptions


def test_execution_keeps_its_denominator() -> None:
    given = rules(scheme(EXECUTION, group("产出", 90)))
    leaf = score(dossier(indicator("a", weight=90, **FULL), money=MONEY), given).groups[0].leaves[0]
    assert leaf.inputs == {
        "denominator": "revised_budget", "budget": "800000", "outturn": "600000", "rate": "75%",
    }  # fmt: skip
    assert (leaf.rule, leaf.points) == ("execution_proportional", Decimal("7.5"))
    assert "全年预算数" in leaf.reason


def test_a_revised_budget_may_follow_from_the_adjustment_but_never_from_a_blank() -> None:
    given = rules(scheme(EXECUTION, group("产出", 90)))
    line = indicator("a", weight=90, **FULL)
    adjusted = {"original_budget": 100, "adjustment": -20, "outturn": 60}
    assert score(dossier(line, money=adjusted), given).groups[0].points == Decimal("7.5")
    blank = score(dossier(line, money={"original_budget": 100, "outturn": 60}), given)
    assert (blank.groups[0].points, blank.raw) == (None, None)
    assert "没有预算数" in blank.groups[0].leaves[0].reason


@pytest.mark.parametrize(("choice", "expected"), [("zero", Decimal(0)), ("unscored", None)])
def test_a_budget_of_zero_never_divides(choice: str, expected: Decimal | None) -> None:
    execution = {"points": 10, "denominator": "revised_budget",
                 "rule": {"rule": "execution_proportional", "parameters": {"zero_budget": choice}}}  # fmt: skip
    given = rules(scheme(EXECUTION, group("产出", 90)), execution=execution)
    money = {"revised_budget": 0, "outturn": 5}
    assert score(dossier(indicator("a", weight=90, **FULL), money=money), given).groups[0].points == expected


def test_a_table_s_own_execution_line_gives_its_printed_score_only() -> None:
    given = rules(scheme(EXECUTION, group("产出", 90)))
    own = indicator("zx", "预算执行", weight=10, printed_score=9, actual=99)
    card = score(dossier(own, indicator("a", weight=90, **FULL), money=MONEY), given)
    leaf = card.groups[0].leaves[0]
    assert (leaf.code, leaf.by_rule, leaf.published, leaf.points) == ("zx", *points("7.5", "9"), None)
    assert len(card.groups[0].leaves) == 1


def test_what_does_not_apply_is_taken_out_and_the_rest_converted() -> None:
    card = score(
        dossier(
            indicator("a", weight=71, **FULL),
            indicator("b", weight="5.5", operator="≥", target=1, actual=0),
            indicator("c", weight="23.5", applicable=False, reason="没有债券"),
        ),
        rules(scheme(group("产出", 100), convert=True)),
    )
    assert (card.raw, card.full, card.converted) == tuple(points("71", "76.5", "92.81"))
    assert "71÷76.5×100＝92.81" in card.reason
    assert not card.differences


def test_applicable_points_may_be_fixed_by_the_rulebook_and_are_shown_as_assumption() -> None:
    given = rules(
        scheme(group("产出"), convert=True, applicable_points="76.5"), unverified=("schemes.department",)
    )
    card = score(
        dossier(indicator("a", printed_score=71), printed={"total": 71, "converted": "92.81"}), given
    )
    assert (card.raw, card.full, card.converted, card.grade) == (*points("71", "76.5", "92.81"), "优")
    (assumption,) = card.assumptions
    assert (assumption.topic, assumption.value) == ("schemes.department", "适用分值76.5分")
    assert assumption.source == "某办法（某财〔2023〕1号）"
    assert not any("部门" in one for one in where(card))


def test_without_conversion_points_short_of_the_scale_are_not_blown_up() -> None:
    card = score(dossier(indicator("a", weight=90, **FULL)), rules(scheme(group("产出", 90), weights=90)))
    assert (card.raw, card.full, card.converted, card.grade) == (*points("90", "90"), None, "优")
    (difference,) = card.differences
    assert (difference.where, difference.published, difference.recomputed) == ("部门分值合计", "90", "100")


def test_weights_that_do_not_reach_their_group_are_named() -> None:
    card = score(
        dossier(indicator("a", weight=30, **FULL), indicator("b", "效益", weight=40, **FULL)),
        rules(scheme(group("产出", 60), group("效益", 40))),
    )
    (difference,) = card.differences
    assert "产出30分，应为60分" in difference.why
    assert "效益" not in difference.why


def test_a_prescribed_line_that_is_missing_is_named_and_counts() -> None:
    fixed = [{"code": "a", "name": "甲", "weight": 60}, {"code": "b", "name": "乙", "weight": 40}]
    card = score(dossier(indicator("a", **FULL)), rules(scheme(group("产出", 100, leaves=fixed))))
    assert [leaf.name for leaf in card.groups[0].leaves] == ["a", "乙"]
    assert (card.raw, card.full) == (None, Decimal(100))
    assert [one.where for one in card.notices] == ["产出／乙"]


def test_a_line_that_fits_no_group_is_named_and_not_counted() -> None:
    card = score(
        dossier(indicator("a", weight=100, **FULL), indicator("x", "别的", weight=5, **FULL)),
        rules(scheme(group("产出", 100))),
    )
    assert (card.raw, card.full) == tuple(points("100", "100"))
    (notice,) = card.notices
    assert notice.where == "别的／x"


def test_nested_groups_take_lines_by_their_second_level_and_give_their_rule() -> None:
    inner = group("质量指标", rule={"rule": "threshold"})
    card = score(
        dossier(indicator("a", "产出", level2="质量", weight=100, operator="≥", target=2, actual=1)),
        rules(scheme(group("产出", 100, groups=[inner]))),
    )
    assert card.groups[0].leaves[0].rule == "threshold"
    assert card.raw == Decimal(0)


def test_a_deduction_group_can_only_subtract() -> None:
    given = rules(
        scheme(
            group("产出", 100),
            group("问题", role="deduction", rule={"rule": "deduction", "parameters": {"loss": 2}}),
        )
    )
    card = score(dossier(indicator("a", weight=100, **FULL), indicator("p", "问题", occurrences=3)), given)
    assert (card.raw, card.full) == tuple(points("94", "100"))
    plain = rules(scheme(group("产出", 100), group("问题", role="deduction")))
    assert (
        score(dossier(indicator("a", weight=100, **FULL), indicator("p", "问题", occurrences=0)), plain).raw
        == 100
    )


@pytest.mark.parametrize(
    ("at", "groups", "raw"), [("leaf", "3.33", "6.66"), ("level", "3.33", "6.66"), ("total", "3.33", "6.67")]
)
def test_rounding_happens_where_the_rulebook_says(at: str, groups: str, raw: str) -> None:
    card = score(
        dossier(indicator("a", weight=10, **THIRD), indicator("b", "效益", weight=10, **THIRD)),
        rules(scheme(group("产出", 10), group("效益", 10)), rounding={"decimals": 2, "at": at}),
    )
    assert [one.points for one in card.groups] == points(groups, groups)
    assert card.raw == Decimal(raw)


def test_without_a_rounding_rule_two_decimals_of_the_total_are_an_assumption() -> None:
    card = score(
        dossier(indicator("a", weight=10, **THIRD)), rules(scheme(group("产出", 10)), without=("rounding",))
    )
    assert (card.raw, card.assumptions[0].topic) == (Decimal("3.33"), "rounding")


@pytest.mark.parametrize(
    ("total", "grade"), [("89.995", "优"), ("89.994", "良"), ("90", "优"), ("80", "良"), ("0", "差")]
)
def test_scores_are_rounded_before_they_are_graded(total: str, grade: str) -> None:
    given = rules(scheme(group("产出", 100)), rounding={"decimals": 3, "at": "leaf"})
    card = score(dossier(indicator("a", weight=100, points=total, reason="x")), given)
    assert card.grade == grade


def test_a_printed_grade_is_held_against_the_band_of_the_printed_score() -> None:
    given = rules(scheme(group("产出", 100)))
    right = score(dossier(indicator("a", weight=100, **FULL), printed={"total": 100, "grade": "优秀"}), given)
    assert not right.differences
    wrong = score(dossier(indicator("a", weight=100, **FULL), printed={"total": 100, "grade": "良"}), given)
    (difference,) = wrong.differences
    assert (difference.where, difference.published, difference.recomputed) == ("部门等级", "良", "优")


def test_a_printed_total_that_differs_is_told_with_what_was_added() -> None:
    card = score(
        dossier(indicator("a", weight=80, **FULL), printed={"total": 95, "full": 100}),
        rules(scheme(group("产出", 80), weights=None)),
    )
    assert where(card) == ["部门得分", "部门满分"]
    assert "折成百分制是100分" in card.differences[0].why


def test_a_department_without_lines_is_not_rebuilt() -> None:
    for basis, word in (("printed", "只印总分"), ("projects", "由项目得分汇总")):
        card = score(dossier(printed={"total": 90}), rules(scheme(basis=basis)))
        assert (card.raw, card.full, card.standing) == (None, None, Decimal(90))
        (difference,) = card.differences
        assert (difference.published, difference.recomputed) == ("90", None)
        assert word in difference.why
        assert not difference.contradicts


def test_a_dossier_with_nothing_to_score_says_so() -> None:
    assert score(dossier(), rules(scheme(group("产出", 100)))).reason == "没有填写指标"
    assert "没有填分值" in score(dossier(indicator("a", actual=1)), rules(scheme(group("产出", 100)))).reason
    assert "没有2023年度的部门评分方案" in score(dossier(indicator("a", weight=1)), rules()).reason


def test_an_execution_line_may_not_apply() -> None:
    own = indicator("zx", "预算执行", applicable=False, reason="没有安排预算")
    card = score(
        dossier(own, indicator("a", weight=90, operator="≥", target=2, actual=1)),
        rules(scheme(EXECUTION, group("产出", 90), convert=True)),
    )
    leaf = card.groups[0].leaves[0]
    assert (leaf.applicable, leaf.weight, leaf.points) == (False, Decimal(10), None)
    assert (card.raw, card.full, card.converted) == tuple(points("45", "90", "50"))
    assert not card.differences


def test_groups_off_the_scheme_are_noticed_though_the_total_is_right() -> None:
    card = score(
        dossier(indicator("a", weight=70, **FULL), indicator("b", "效益", weight=30, **FULL)),
        rules(scheme(group("产出", 60), group("效益", 40))),
    )
    assert not card.differences
    (notice,) = card.notices
    assert (notice.where, card.raw) == ("部门分值", Decimal(100))
    assert "产出70分，应为60分；效益30分，应为40分" in notice.zh
    assert "产出 70 instead of 60" in notice.en


def test_among_several_lines_the_one_named_so_is_the_money_s() -> None:
    lines = [
        indicator("gf", "预算执行", name="资金使用合规性", weight=5, rule="yes_no", done=False),
        indicator("zx", "预算执行", name="预算执行率", weight=5),
    ]
    card = score(dossier(*lines, indicator("a", weight=90, **FULL), money=MONEY),
                 rules(scheme(EXECUTION, group("产出", 90))))  # fmt: skip
    execution, lawful = card.groups[0].leaves
    assert (execution.code, execution.points) == ("zx", Decimal("3.75"))
    assert (lawful.code, lawful.points) == ("gf", Decimal(0))


def test_a_negative_outturn_counts_as_nothing_and_is_told() -> None:
    money = {"revised_budget": 80, "outturn": -5}
    card = score(dossier(indicator("a", weight=90, **FULL), money=money), rules(scheme(EXECUTION)))
    leaf = card.groups[0].leaves[0]
    assert leaf.points == 0
    assert "执行数-50000为负，按0计" in leaf.reason
