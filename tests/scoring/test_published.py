"""The five published reports: what is reproduced, and what stays empty with its reason."""

from collections import Counter
from decimal import ROUND_CEILING, Context, Decimal, localcontext
from functools import cache
from pathlib import Path

import pytest
from tests.support import ROOT

import jixiao
from jixiao.core.scorecard import Difference, LeafScore, ProjectScore, Scorecard
from jixiao.dossiers.discovery import read
from jixiao.rulebooks.loading import load
from jixiao.scoring.card import score

EXAMPLES = ROOT / "examples"


@cache
def card(name: str) -> Scorecard:
    return jixiao.score(EXAMPLES / f"{name}-2023")


def leaf(of: Scorecard, name: str) -> LeafScore:
    (found,) = [one for group in of.groups for one in group.leaves if one.name == name]
    return found


def difference(of: Scorecard, where: str) -> Difference:
    (found,) = [one for one in of.differences if one.where == where]
    return found


def test_xushui_converts_71_of_an_inferred_base() -> None:
    xushui = card("130609-xushui")
    assert (xushui.raw, xushui.full, xushui.converted) == (Decimal(71), Decimal("76.5"), Decimal("92.81"))
    assert (xushui.published.total, xushui.published.converted) == (Decimal(71), Decimal("92.81"))
    assert xushui.grade == "优"
    assert len(xushui.groups) == 10
    (base,) = [one for one in xushui.assumptions if one.topic == "schemes.department"]
    assert "76.5" in base.value
    assert not [one for one in xushui.differences if one.contradicts]
    assert all("没有分值" in one.why for one in xushui.differences if "／" in one.where)


def test_yanfeng_adds_up_to_99_and_its_lost_point_is_unexplained() -> None:
    yanfeng = card("430406-yanfeng")
    assert (yanfeng.raw, yanfeng.full, yanfeng.grade) == (Decimal(99), Decimal(100), "优")
    assert [one.points for one in yanfeng.groups] == [Decimal(9), Decimal(50), Decimal(30), Decimal(10)]
    execution = yanfeng.groups[0].leaves[0]
    assert (execution.by_rule, execution.published, execution.points) == (Decimal(10), Decimal(9), None)
    assert execution.inputs["denominator"] == "revised_budget"
    assert (execution.inputs["budget"], execution.inputs["rate"]) == ("8667400", "100%")
    assert "没有写丢分的原因" in execution.reason
    assert [one.where for one in yanfeng.differences if one.contradicts] == ["预算执行／预算执行率"]
    assert all(one.points == one.published for group in yanfeng.groups[1:] for one in group.leaves)


def test_linze_adds_up_to_90_of_90_with_lines_that_no_rule_explains() -> None:
    linze = card("620723-linze")
    assert (linze.raw, linze.full, linze.published.total) == (Decimal(90), Decimal(90), Decimal(90))
    assert linze.converted is None
    assert [one.points for one in linze.groups] == [Decimal(27), Decimal(54), Decimal(9)]
    weights = difference(linze, "部门分值合计")
    assert (weights.published, weights.recomputed) == ("90", "100")
    below = ("财务管理制度健全性", "重点工作管理制度健全性", "履职效果社会影响程度", "长效管理体制健全性")
    for name in below:
        assert (leaf(linze, name).points, leaf(linze, name).by_rule) == (None, None)
        assert "目标是文字" in leaf(linze, name).reason
    for name in ("工作完成情况", "档案归档及时性"):
        assert leaf(linze, name).points is None
        assert "方向相反" in leaf(linze, name).reason
    assert leaf(linze, "满意度").points == Decimal("13.5")


def test_bazhou_s_department_has_no_lines_and_its_project_is_not_what_it_says() -> None:
    bazhou = card("511902-bazhou")
    assert (bazhou.raw, bazhou.converted, bazhou.published.total) == (None, None, Decimal(90))
    assert difference(bazhou, "部门得分").recomputed is None
    project = next(one for one in bazhou.projects if one.groups)
    assert (project.recomputed, project.full, project.published) == (
        Decimal("79.27"), Decimal(80), Decimal("95.1"),
    )  # fmt: skip
    points = [one.points for group in project.groups for one in group.leaves]
    assert points == [Decimal(one) for one in ("10", "10", "10", "10", "9.47", "10", "9.8", "10")]
    total = difference(bazhou, f"项目“{project.name}”得分")
    assert (total.published, total.recomputed) == ("95.1", "79.27")
    assert "99.09" in total.why
    weights = difference(bazhou, f"项目“{project.name}”分值合计")
    assert (weights.published, weights.recomputed) == ("80", "100")


@pytest.mark.parametrize(
    ("recomputed", "published", "proved"),
    [
        ("92", None, "92"),
        ("92.00", "92", "92"),
        ("79.27", "95.1", None),
        (None, "95.1", None),
        (None, None, None),
    ],
)
def test_a_project_s_score_is_proved_or_none(
    recomputed: str | None, published: str | None, proved: str | None
) -> None:
    def figure(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    score = ProjectScore(
        code="p",
        name="p",
        group="",
        budget=None,
        outturn=None,
        rate=None,
        score=None,
        grade="",
        recomputed=figure(recomputed),
        reason="",
        published=figure(published),
    )
    assert score.proved == figure(proved)


def test_hengkou_s_33_projects_stand_as_published() -> None:
    hengkou = card("610902-hengkou")
    assert (hengkou.raw, hengkou.published.total) == (None, Decimal("91.7"))
    assert "不能复算" in difference(hengkou, "部门得分").why
    assert len(hengkou.projects) == 33
    assert Counter(one.grade for one in hengkou.projects) == {"优": 24, "良": 9}
    assert all(one.recomputed is None and one.score == one.published for one in hengkou.projects)
    meetings = difference(hengkou, "项目“会议费”执行率")
    assert (meetings.published, meetings.recomputed) == ("70%", "100%")
    contradicting = [one.where for one in hengkou.differences if one.contradicts]
    assert contradicting[-1] == meetings.where
    assert set(contradicting[:-1]) == {where for where, _, _ in TOTALS}


TOTALS = (
    ("年中追加项目预算", "2127.69万元", "2112.69万元"),
    ("年中追加项目执行率", "94.79%", "95.46%"),
    ("合计预算", "3133.08万元", "3118.08万元"),
    ("合计执行率", "94.92%", "95.38%"),
)


@pytest.mark.parametrize(("where", "published", "recomputed"), TOTALS)
def test_hengkou_s_totals_hold_the_meetings_with_their_old_budget(
    where: str, published: str, recomputed: str
) -> None:
    found = difference(card("610902-hengkou"), where)
    assert (found.published, found.recomputed) == (published, recomputed)
    assert where.endswith("率") or "“会议费”按50万元计" in found.why


@pytest.mark.parametrize(
    ("number", "count", "budget", "outturn", "rate"),
    [
        (0, 4, "2638300", "2359400", "89.43"),
        (1, 1, "7415600", "7213400", "97.27"),
        (2, 28, "21126900", "20167600", "95.46"),
        (3, 33, "31180800", "29740400", "95.38"),
    ],
)
def test_hengkou_s_roll_ups(number: int, count: int, budget: str, outturn: str, rate: str) -> None:
    """The supplementary projects count the meetings with the 35 万元 to which their budget was cut."""
    one = card("610902-hengkou").roll_ups[number]
    assert (one.count, one.budget, one.outturn) == (count, Decimal(budget), Decimal(outturn))
    assert one.rate == Decimal(rate)


@pytest.mark.parametrize("folder", sorted(EXAMPLES.glob("*-2023")), ids=lambda path: path.name)
def test_a_hostile_decimal_context_changes_nothing(folder: Path) -> None:
    dossier = read(folder)
    rules = load(dossier.rulebook).rules(dossier.fiscal_year)
    expected = score(dossier, rules)
    with localcontext(Context(prec=1, rounding=ROUND_CEILING, Emin=0, Emax=1)):
        assert score(dossier, rules) == expected


@pytest.mark.parametrize("folder", sorted(EXAMPLES.glob("*-2023")), ids=lambda path: path.name)
def test_every_empty_figure_has_its_reason_in_both_languages(folder: Path) -> None:
    one = card(folder.name.removesuffix("-2023"))
    assert one.reason
    assert one.reason_en
    for group in (*one.groups, *(group for project in one.projects for group in project.groups)):
        assert group.reason
        assert group.reason_en
        assert all(line.reason and line.reason_en for line in group.leaves)
    assert all(gap.why and gap.why_en for gap in one.differences)
    assert all(assumption.source for assumption in one.assumptions)
