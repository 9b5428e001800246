"""Projects: scores, rates, grades, and the roll-up by origin."""

from decimal import Decimal
from typing import Any

from tests.scoring.support import EXECUTION, dossier, group, indicator, points, rules, scheme

from jixiao.core.scorecard import Scorecard
from jixiao.scoring.card import score

ROLL_UP = [
    {"name": "上年结转", "origins": ["carried_over"]},
    {"name": "部门预算", "origins": ["initial"], "base": True},
    {"name": "年中追加", "origins": ["supplementary"]},
]
PLACE = rules(scheme(basis="projects", roll_up=ROLL_UP), scheme(basis="printed"))


def project(
    code: str,
    budget: str | int,
    outturn: str | int,
    total: str | int | None,
    **more: Any,  # noqa: ANN401  # any field
) -> dict[str, Any]:
    return {
        "code": code,
        "name": code,
        "revised_budget": budget,
        "outturn": outturn,
        "printed": {"total": total},
        **more,
    }


def card(*projects: dict[str, Any]) -> Scorecard:
    return score(dossier(projects=projects, printed={"total": "91.7"}), PLACE)


def test_projects_roll_up_by_origin_with_recomputed_rates_and_counted_grades() -> None:
    found = card(
        project("p1", "741.56", "721.34", "91.7", base=True),
        project("p2", "65.26", "59.17", 89, origin="carried_over"),
        project("p3", "83.80", "62.00", "86.4", origin="carried_over"),
        project("p4", 30, 30, 93, origin="supplementary"),
    )
    rolled = {one.name: one for one in found.roll_ups}
    assert list(rolled) == ["上年结转", "部门预算", "年中追加", "合计"]
    carried = rolled["上年结转"]
    assert (carried.count, carried.budget, carried.outturn) == (2, Decimal(1490600), Decimal(1211700))
    assert carried.rate == Decimal("81.29")
    assert rolled["合计"].grades == {"优": 2, "良": 2, "差": 0}
    assert [one.group for one in found.projects] == ["部门预算", "上年结转", "上年结转", "年中追加"]
    assert not found.notices


def test_a_project_in_no_group_is_named() -> None:
    (notice,) = card(project("p1", 1, 1, 90)).notices
    assert "p1" in notice.where


def test_an_unknown_amount_leaves_the_sum_unknown() -> None:
    found = card({"code": "p1", "name": "p1", "origin": "supplementary", "outturn": 3})
    assert (found.roll_ups[-1].budget, found.roll_ups[-1].rate) == (None, None)
    assert found.roll_ups[-1].outturn == Decimal(30000)


def test_a_printed_score_without_lines_stands_and_is_not_rebuilt() -> None:
    found = card(project("p1", 10, 10, 94, origin="supplementary"))
    (one,) = found.projects
    assert (one.score, one.grade, one.recomputed, one.published) == (Decimal(94), "优", None, Decimal(94))
    assert [(d.published, d.recomputed) for d in found.differences if "p1" in d.where] == [("94", None)]


def test_facts_without_weights_are_no_lines() -> None:
    line = indicator("a", actual=1480)
    found = card(project("p1", 10, 10, 89, origin="supplementary", indicators=[line]))
    assert found.projects[0].groups == ()
    assert "没有印各行的分值" in found.projects[0].reason


def test_a_rate_of_the_other_budget_is_recognised() -> None:
    found = card(project("p1", 35, 35, 94, origin="supplementary", original_budget=50, printed_rate=70))
    (difference,) = [one for one in found.differences if "执行率" in one.where]
    assert (difference.published, difference.recomputed) == ("70%", "100%")
    assert "年初预算数为分母" in difference.why


def test_rates_agree_as_printed_rounded_or_cut_off() -> None:
    for printed in ("90.67", "90.7", "91", "90.6", "90.66"):
        found = card(project("p1", "65.26", "59.17", None, origin="supplementary", printed_rate=printed))
        assert not [one for one in found.differences if "执行率" in one.where], printed
    wrong = card(project("p1", "65.26", "59.17", None, origin="supplementary", printed_rate="90.68"))
    assert [one.recomputed for one in wrong.differences if "执行率" in one.where] == ["90.67%"]


def test_a_grade_that_its_score_does_not_earn_is_told() -> None:
    found = card(project("p1", 1, 1, None, origin="supplementary", printed={"total": 89, "grade": "优秀"}))
    assert [(one.published, one.recomputed) for one in found.differences if "等级" in one.where] == [
        ("优秀", "良")
    ]


def test_a_project_with_lines_is_scored_and_its_printed_total_compared() -> None:
    given = rules(
        scheme(basis="printed"), scheme(EXECUTION, group("绩效指标", 90, members=["产出", "满意度"]))
    )
    lines = [
        indicator("a", "产出指标", operator="≥", target=95, actual=90, weight=10),
        indicator("b", "满意度指标", operator="=", target=100, actual=98, weight=10),
    ]
    found = score(dossier(projects=(project("p", 100, 100, "95.1", indicators=lines),)), given)
    (one,) = found.projects
    assert [g.points for g in one.groups] == points("10", "19.27")
    assert (one.recomputed, one.full, one.score) == tuple(points("29.27", "30", "95.1"))
    told = {difference.where: difference for difference in found.differences}
    assert told["项目“p”得分"].contradicts
    assert "折成百分制是97.57分" in told["项目“p”得分"].why
    assert told["项目“p”分值合计"].published == "30"


def test_quotation_marks_in_names_become_single_ones() -> None:
    found = card(project("p1", 1, 1, 90, name="“雪亮工程”服务", origin="supplementary"))
    assert found.differences[-1].where == "项目“‘雪亮工程’服务”得分"
