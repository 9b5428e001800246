"""Scores and weights: lines, sentences and tables."""

import pytest
from tests.claims.support import claims, observations

SECTIONS = (
    "一、绩效自评情况\n"
    "本单位自评总得分{total}分，具体如下：\n"
    "（一）预算执行（分值10分，得{first}分，扣2分）\n"
    "（二）产出指标（分值60分，得58分，扣2分）\n"
    "1、印发简报，分值30分，得分{leaf}分。\n"
    "全年印发简报20余期。\n"
    "2、组织培训，分值30分，得分29分。\n"
    "（三）效益指标（分值30分，得30分，未扣分）\n"
    "服务对象反映良好，分值30分，得分30分。\n"
)


def sections(total: str = "96", first: str = "8", leaf: str = "29") -> str:
    return SECTIONS.format(total=total, first=first, leaf=leaf)


def verdicts(text: str) -> list[tuple[str, str, str]]:
    return [(claim.stated, claim.expression, claim.verdict) for claim in claims(text, "score_sum")]


def test_sections_add_up_to_the_total_and_indicators_to_their_section() -> None:
    found = verdicts(sections())
    assert ("96分", "8 + 58 + 30", "holds") in found
    assert ("60分", "30 + 30", "holds") in found
    assert ("58分", "29 + 29", "holds") in found
    assert ("8分", "10 − 2", "holds") in found
    assert ("96分", "8 + 29 + 29 + 30", "holds") in found
    assert not [one for one in found if one[2] == "fails"]


def test_a_wrong_total_fails() -> None:
    assert ("95分", "8 + 58 + 30", "fails") in verdicts(sections(total="95"))


def test_a_wrong_indicator_fails_its_section_only() -> None:
    failing = [one for one in verdicts(sections(leaf="27")) if one[2] == "fails"]
    assert failing == [("58分", "27 + 29", "fails")]


def test_a_wrong_section_fails_its_deduction_and_the_total() -> None:
    failing = {one[0] for one in verdicts(sections(first="9")) if one[2] == "fails"}
    assert failing == {"9分", "96分"}


def test_the_weights_of_all_sections_make_a_hundred() -> None:
    assert ("30分", "100 − 10 − 60", "holds") in verdicts(sections())
    short = sections().replace("（三）效益指标（分值30分", "（三）效益指标（分值20分")
    faults = {one.fault for one in observations(short, "score_sum")}
    assert "weights_not_100" in faults


def test_deductions_take_the_total_from_a_hundred() -> None:
    assert ("96分", "100 − 2 − 2", "holds") in verdicts(sections())
    assert not [one for one in verdicts(sections(total="97")) if one[1].startswith("100 − 2")]


def test_a_section_with_one_line_is_only_suspicious() -> None:
    text = "（一）满意度指标（分值10分，得10分）\n\n服务对象反映良好，分值10分，得分{}分。\n"
    found = [claim for claim in claims(text.format("9"), "score_sum") if claim.verdict == "fails"]
    assert all(claim.relation.binding == "inferred" for claim in found)


def test_a_list_with_a_line_without_score_is_not_claimed() -> None:
    text = "考核得分为40分，具体情况如下：\n（一）预算管理情况，得分12分\n（二）资产管理情况\n（三）采购管理情况，得分20分\n"
    assert not [one for one in verdicts(text) if one[2] == "fails"]


def test_categories_of_an_appraisal_add_up_with_an_empty_deduction() -> None:
    text = (
        "本部门考核得分为32.5分，具体情况如下：\n（一）预算管理情况，得分12.5分\n报送及时。\n"
        "（二）资产管理情况，得分20分\n（三）存在问题，扣分0分\n"
    )
    assert verdicts(text) == [("32.5分", "12.5 + 20", "holds")]


def test_a_total_after_its_list() -> None:
    text = "（一）投入，得分18分\n（二）过程，得分27分\n（三）产出，得分45分\n综上，自评总分为{}分。\n"
    assert verdicts(text.format(90)) == [("90分", "18 + 27 + 45", "holds")]
    assert verdicts(text.format(91)) == [("91分", "18 + 27 + 45", "fails")]


def test_a_heading_and_its_only_indicator_on_one_line() -> None:
    text = sections().replace("未扣分）\n服务", "未扣分）服务")
    assert ("96分", "8 + 58 + 30", "holds") in verdicts(text)


@pytest.mark.parametrize("lead", ["，其中：", "，", "（"])
def test_weights_in_one_sentence(lead: str) -> None:
    text = f"指标体系满分100分{lead}投入20分、过程30分、产出{{}}分。"
    assert verdicts(text.format(50)) == [("100分", "20 + 30 + 50", "holds")]
    assert verdicts(text.format(40)) == [("100分", "20 + 30 + 40", "fails")]


def test_scores_of_projects_are_no_parts_of_a_total() -> None:
    text = (
        "部门整体自评得分为92分。\n1.甲项目，在自评中获得95分的评分。\n2.乙项目，在自评中获得88分的评分。\n"
    )
    assert not verdicts(text)


def test_conversion_to_a_hundred() -> None:
    text = "剔除不适用事项后，满分为80分，考核得分72分，换算得分为{}分。"
    (found,) = observations(text.format("90"), "score_sum")
    assert (found.verdict, found.expression) == ("holds", "72 / 80 × 100")
    (wrong,) = observations(text.format("91.5"), "score_sum")
    assert (wrong.verdict, wrong.computed) == ("fails", "90.00")
    assert not observations("考核得分为72分，换算得分为91.5分。", "score_sum")


TABLE = (
    "| 一级指标 | 三级指标 | 权重 | 得分 |\n"
    "| 产出 | 简报期数 | 30 | 28 |\n| 产出 | 培训人次 | 20 | 20 |\n| 效益 | 办事效率 | 40 | 38 |\n"
    "| 满意度 | 干部满意度 | 10 | 9 |\n| 合计 |  | {full} | {score} |\n"
)


def test_columns_of_a_table_add_up() -> None:
    found = verdicts(TABLE.format(full="100", score="95"))
    assert ("100", "30 + 20 + 40 + 10", "holds") in found
    assert ("95", "28 + 20 + 38 + 9", "holds") in found
    failing = [one for one in verdicts(TABLE.format(full="90", score="95")) if one[2] == "fails"]
    assert failing == [("90", "30 + 20 + 40 + 10", "fails")]


def test_a_table_against_the_total_told_in_the_text() -> None:
    rows = "".join(TABLE.splitlines(keepends=True)[:-1])
    text = "最终评分结果为{}分，具体评分情况如下表：\n" + rows
    assert ("95分", "28 + 20 + 38 + 9", "holds") in verdicts(text.format("95"))
    assert ("94分", "28 + 20 + 38 + 9", "fails") in verdicts(text.format("94"))


def test_weights_of_sections_told_in_the_text() -> None:
    rows = TABLE.format(full="100", score="95").replace("| 产出 | 培训", "| 　 | 培训")
    text = "指标体系总分100分，产出50分、效益40分、满意度10分。\n" + rows
    found = verdicts(text)
    assert ("100分", "50 + 40 + 10", "holds") in found


SECTION_FORMS = [
    "{n}（分值{f}分，得{s}分，扣{c}分）",
    "{n}得分{s}分（满分{f}分，扣{c}分）",
    "{n}（{f}分）。自评得{s}分，扣减{c}分",
    "{n}，权重{f}分，自评{s}分，失分{c}分",
    "{n}：{s}分（满分{f}分，扣{c}分）",
    "{n}：应得{f}分，实得{s}分，扣{c}分",
    "{n}（总分{f}分，得分{s}分，扣分{c}分）",
    "{n}（{s}/{f}分，扣{c}分）",
    "{n}，{f}分，自评得分{s}分，扣{c}分",
]


def appraisal(form: str, second: str = "48") -> str:
    """A total, its sections told in one form, and the indicators of the second section."""
    told = (("预算执行率", "10", "9", "1"), ("产出指标", "60", second, "12"), ("效益指标", "30", "29", "1"))
    lines = [
        f"（{m}）" + form.format(n=n, f=f, s=s, c=c) for m, (n, f, s, c) in zip("一二三", told, strict=True)
    ]
    lines[1] += (
        "\n1、印发简报，分值20分，自评得分19分。\n2、培训人数，目标值≥100人，实际值120人，分值40分，得29分。"
    )
    return "本单位自评得分86分，具体如下：\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize("form", SECTION_FORMS)
def test_ways_to_tell_a_section(form: str) -> None:
    found = verdicts(appraisal(form))
    assert {
        ("86分", "9 + 48 + 29", "holds"),
        ("60分", "20 + 40", "holds"),
    } <= {(stated, expression, verdict) for stated, expression, verdict in found}
    assert [one for one in found if one[1] == "19 + 29" and one[2] == "holds"]
    assert not [one for one in found if one[2] == "fails"]
    assert {one[1] for one in verdicts(appraisal(form, "47")) if one[2] == "fails"} >= {
        "9 + 47 + 29",
        "19 + 29",
    }


def test_a_total_after_its_list_without_a_word_of_summing() -> None:
    text = "（一）投入（满分20分，得18分）。\n（二）过程（满分30分，得27分）。\n（三）产出（满分50分，得45分）。\n综合得分{}分。\n"
    assert ("90分", "18 + 27 + 45", "holds") in verdicts(text.format(90))
    assert ("91分", "18 + 27 + 45", "fails") in verdicts(text.format(91))


def test_deductions_anywhere_take_the_total_from_a_hundred() -> None:
    text = "（一）自评得分97分\n1.资金执行率90%，扣1分。\n2.群众满意度94%，扣2分。\n"
    assert ("97分", "100 − 1 − 2", "holds") in verdicts(text)
    assert not [one for one in verdicts(text.replace("97分", "96分")) if one[2] == "fails"]
