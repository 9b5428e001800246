"""Grades against scores."""

import pytest
from tests.claims.support import claims, observations


def verdicts(text: str) -> list[tuple[str, str, str]]:
    return [(claim.stated, claim.verdict, claim.relation.binding) for claim in claims(text, "grade")]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("自评得分90分，评价等级为优秀。", "holds"),
        ("自评得分89.9分，评价等级为“良”。", "holds"),
        ("自评得分80分，评定为良好等次。", "holds"),
        ("自评得分75分，等级为中。", "holds"),
        ("自评得分52分，等级为差。", "holds"),
        ("自评得分91分，评价等级为良。", "fails"),
        ("自评得分88分，评价等级为优。", "fails"),
        ("群众满意度95%以上，得分79分，评定为良。", "fails"),
        ("项目绩效良，得分为85.5分。", "holds"),
        ("得分85.5分，处于优区间。", "fails"),
        ("良（92.5分）。", "fails"),
    ],
)
def test_national_bands_only_warn(text: str, verdict: str) -> None:
    ((_, found, binding),) = verdicts(text)
    assert (found, binding) == (verdict, "inferred")


def test_a_grade_outside_of_every_known_band_is_wrong() -> None:
    assert verdicts("自评得分98分，评价等级为差。") == [("98分", "fails", "bound")]
    assert verdicts("自评得分72分，评价等级为优。") == [("72分", "fails", "bound")]


def test_own_bands_bind() -> None:
    bands = "评价结果95分（含）以上为优，85分（含）-95分为良，60-85分为中，60分以下为差。\n"
    assert verdicts(bands + "自评得分92分，评价等级为优。") == [("92分", "fails", "bound")]
    assert verdicts(bands + "自评得分92分，评价等级为良。") == [("92分", "holds", "bound")]
    assert not verdicts(bands)


def test_a_higher_score_with_a_lower_grade_contradicts() -> None:
    text = "1.甲项目，得分88分，等级为优。\n2.乙项目，得分89分，等级为良。\n3.丙项目，得分86分，等级为良。\n"
    found = [claim for claim in claims(text, "grade") if claim.relation.formula == "equal"]
    assert [(claim.stated, claim.verdict, claim.relation.binding) for claim in found] == [
        ("88分", "fails", "bound")
    ]


def test_equal_scores_with_two_grades_contradict() -> None:
    text = "1.甲项目，得分88分，等级为优。\n2.乙项目，得分88分，等级为良。\n3.丙项目，得分86分，等级为良。\n"
    (found,) = observations(text, "grade")
    assert (found.fault, found.proven, found.stated) == ("grade_order", True, "88分（优）")


def test_counts_of_grades_tell_that_the_national_bands_are_used() -> None:
    text = (
        "评价等级为优的项目有1个，评价等级为良的项目有2个。\n1.甲项目，得分92分，等级为优。\n"
        "2.乙项目，得分85分，等级为良。\n3.丙项目，得分81分，等级为中。\n"
    )
    assert ("81分", "fails", "bound") in verdicts(text)


def test_a_table_of_scores_and_grades() -> None:
    text = "| 项目 | 权重 | 得分 | 等级 |\n| 甲 | 100 | 93 | 优 |\n| 乙 | 100 | 83 | 良 |\n"
    assert [one[1] for one in verdicts(text)] == ["holds", "holds"]


def test_grades_that_follow_something_else_than_the_score_claim_nothing() -> None:
    lines = "".join(
        f"{n}.第{n}项目，得分{80 + n}分，等级为{'优' if n % 2 else '良'}。\n" for n in range(1, 15)
    )
    assert not [claim for claim in claims(lines, "grade") if claim.relation.formula == "equal"]


def test_bands_that_do_not_fall_are_no_bands() -> None:
    text = "85分以上为优，90-95分为良。\n自评得分92分，评价等级为优。"
    assert verdicts(text) == [("92分", "holds", "inferred")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("部门自评得分94，自评级别为“优”。", [("94", "holds")]),
        ("综合绩效评分值84分，总体评价为“良”。", [("84分", "holds")]),
        ("项目（91分，优）、设备项目（84分，良）。", [("91分", "holds"), ("84分", "holds")]),
        ("得分达到93.5分，属优等次。", [("93.5分", "holds")]),
        ("评价得分95分，扣5分，评价等级为优。", [("95分", "holds")]),
        ("评为“优”，满分100分，自评得分95分。", [("95分", "holds")]),
        ("自评得分95分。评价等级：优。", [("95分", "holds")]),
        ("1.养护项目，自评得分91.2分，预算30.00万元，支出29.00万元，评定等级为优。", [("91.2分", "holds")]),
        ("养护项目（优），预算43.70万元，支出42.80万元，执行率97.94%，得分91.5分。", [("91.5分", "holds")]),
        ("养护项目，良，预算43.70万元，支出42.80万元，执行率97.94%，得分91.5分。", [("91.5分", "fails")]),
        ("养护项目【优】，预算43.70万元，支出42.80万元，执行率97.94%，得分91.5分。", [("91.5分", "holds")]),
        ("养护项目综合得分91.5分-优。", [("91.5分", "holds")]),
        ("养护项目综合得分91.5分，等级为优且无重大偏差。", [("91.5分", "holds")]),
        (
            "1.养护项目 | 预算43.70万元 | 支出42.80万元 | 得分91.5分 | 优。\n2.清淤项目 | 得分81.5分 | 良。",
            [("91.5分", "holds"), ("81.5分", "holds")],
        ),
        ("两个项目得分分别为95分、78分，等级分别为优和良。", [("95分", "holds"), ("78分", "fails")]),
        (
            "甲项目等级为优，得分95分，乙项目等级为良，得分84分。",
            [("95分", "holds"), ("84分", "holds")],
        ),
    ],
)
def test_ways_to_tell_a_grade(text: str, found: list[tuple[str, str]]) -> None:
    assert [(stated, verdict) for stated, verdict, _ in verdicts(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "评价等级分为优、良、中、差四个等级，该项目得分82分。",
        "产出质量为优，得分18分。",
        "投入18分（优）、过程16分（良）。",
        "满意度得分9分，偏差原因是择优不够。",
        "财务管理良好，得分85分，存在偏差。",
    ],
)
def test_words_that_grade_nothing(text: str) -> None:
    assert not claims(text, "grade")


@pytest.mark.parametrize(
    "bands",
    [
        "综合得分在90分以上（含90分）的为优秀，75分以上（含75分）不足90分的为良好。",
        "评价结果分为优、良、中、差四个等级：优（90≤S≤100）、良（75≤S＜90）、中（60≤S＜75）、差（S＜60）。",
        "评分标准：优（90-100分）、良（75-89分）、中（60-74分）、差（60分以下）。",
        "[90,100]为优，[75,90)为良，[60,75)为中，[0,60)为差。",
    ],
)
def test_ways_to_state_bands(bands: str) -> None:
    found = verdicts(bands + "\n本项目综合得分77分，评价结果为良好。")
    assert found == [("77分", "holds", "bound")]
    assert verdicts(bands + "\n本项目综合得分74分，评价结果为良好。") == [("74分", "fails", "bound")]


def test_rows_without_header() -> None:
    rows = "养护项目 | 95.00万元 | 91.5分 | 优\n清淤项目 | 76.00万元 | 84分 | 良\n绿化项目 | 57.00万元 | 83分 | 中\n"
    assert [(stated, verdict) for stated, verdict, _ in verdicts(rows)] == [
        ("91.5分", "holds"),
        ("84分", "holds"),
        ("83分", "fails"),
    ]


def test_the_full_mark_is_no_score() -> None:
    assert verdicts("自评得分95.5分（总分100分），等级为优。")[0][:2] == ("95.5分", "holds")
    assert verdicts("总分100分，自评得分85.5分，等级为优。")[0][:2] == ("85.5分", "fails")


def test_the_grade_is_that_of_the_total_not_of_its_last_part() -> None:
    text = "整体支出绩效自评得分为94分，其中投入15分、过程30分、产出24分、效果25分，等级为优秀。"
    assert [(stated, verdict) for stated, verdict, _ in verdicts(text)] == [("94分", "holds")]


def test_bands_in_a_bracket_stand_between_score_and_grade() -> None:
    told = "项目得85.5分，按照评价标准（90分以上为优、80-90分为良、60-80分为中、60分以下为差），评定为“{}”。"
    assert [found[:2] for found in verdicts(told.format("良"))] == [("85.5分", "holds")]
    assert [found[:2] for found in verdicts(told.format("中"))] == [("85.5分", "fails")]


def test_a_grade_in_the_next_sentence_is_that_of_the_total() -> None:
    text = "自评得分93.6分，其中：产出满分60分，得54.6分；效益满分40分，得39分。自评等级为优。"
    assert [found[:2] for found in verdicts(text)] == [("93.6分", "holds")]


def test_points_to_be_had_are_not_what_a_grade_is_for() -> None:
    text = "整体支出自评得分93.5分，其中：投入15分，自评得分15分；过程55分，自评得分50.5分；效果30分，自评得分28分，等级为优秀。"
    assert [found[:2] for found in verdicts(text)] == [("93.5分", "holds")]
    text = "自评总分86分，其中：决策20分，得17分；产出60分，得52分；效益20分，得17分，评价等级为优。"
    assert [found[:2] for found in verdicts(text)] == [("86分", "fails")]


def test_a_second_score_is_no_part_of_the_first() -> None:
    assert [found[:2] for found in verdicts("自评得分94分，复核得分85分，等级为良。")] == [("85分", "holds")]


def test_how_many_things_have_a_grade_is_no_grade_of_the_score_before() -> None:
    text = (
        "全局自评得分93分，综合评价等级为“优”，其中：本级12个项目评价等级为“优”有9个、"
        "评价等级为“中”有2个、评价等级为“良”有1个；下属中心8个项目评价等级为“良”。"
    )
    assert [found for _, found, _ in verdicts(text)] == ["holds"]
    assert observations(text, "grade") == []


def test_a_second_grade_of_the_same_score_still_contradicts() -> None:
    (found,) = observations("自评得分92分，等级为优，全局整体评价等级为良。", "grade")
    assert found.fault == "grade_order"
