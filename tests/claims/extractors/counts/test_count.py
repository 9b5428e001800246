"""Stated numbers against names, numbered items and grades."""

import pytest
from tests.claims.support import claims, observations


def verdicts(text: str) -> list[tuple[str, str, str]]:
    return [(claim.stated, claim.expression, claim.verdict) for claim in claims(text, "count")]


@pytest.mark.parametrize(
    "text",
    [
        "单位内设4个科室：办公室、财务科、业务科、法规科。",
        "单位内设机构为：办公室、财务科、业务科、法规科共4个科室。",
        "下设4个科室，分别为办公室、财务科、业务科和法规科，主要职责有以下几项。",
        "所属事业单位4个，分别是：甲中心、乙中心（含丙、丁两站）、戊中心、己站。",
        "对办公楼维护、信访接待、会议及差旅、档案整理等4个项目开展了评估。",
        "公共项目4个，分别为：道路、桥梁维护；路灯、信号灯电费；绿化养护；环卫保洁。",
        "打造“红色驿站”“暖心服务”“阳光政务”“书香机关”4个品牌。",
        "纳入决算编制范围的单位4个，即局机关、执法队、服务中心和培训中心。",
    ],
)
def test_names_are_counted(text: str) -> None:
    assert [one[2] for one in verdicts(text) if one[0] == "4个"] == ["holds"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("年末在职38人；离退休27人，财政全额供养人员65人。", ("65人", "38 + 27", "holds")),
        (
            "核定编制40个，其中行政编制36个。年末在职人员38人，其中行政35人，事业3人；离退休27人，其中离休4人，退休23人，财政供养人员65人。",
            ("65人", "38 + 27", "holds"),
        ),
    ],
)
def test_people_paid_by_the_budget(text: str, told: tuple[str, str, str]) -> None:
    assert told in verdicts(text)


def test_people_paid_by_the_budget_may_not_be_all() -> None:
    assert verdicts("年末在职38人；离退休27人，财政全额供养人员38人。") == []


@pytest.mark.parametrize("number", ["3", "6"])
def test_a_wrong_number_before_a_closed_list_fails(number: str) -> None:
    text = f"单位内设{number}个科室，分别为：办公室、财务科、业务科、法规科、信访科。"
    assert verdicts(text) == [(f"{number}个", "5", "fails")]


def test_a_name_with_and_inside_may_be_one_or_two() -> None:
    for number in (3, 4):
        text = f"单位下设{number}个中心，分别为：宣传和文化中心、培训中心、考试中心。"
        assert verdicts(text)[0][2] == "holds"


def test_more_may_be_meant_by_and_so_on() -> None:
    assert verdicts("下设办公室、财务科、业务科等12个科室。") == [("12个", "3", "holds")]


def test_an_open_list_is_no_contradiction() -> None:
    assert not [one for one in verdicts("全年实施6个项目，包括道路维护、绿化养护等。") if one[2] == "fails"]
    assert not [one for one in verdicts("共有5个科室，主要有办公室、财务科、业务科。") if one[2] == "fails"]


def test_chinese_numerals_before_a_quoted_list() -> None:
    (found,) = observations("着力抓好“稳增长、促改革、惠民生”三大任务。", "count")
    assert (found.verdict, found.stated) == ("holds", "3")
    assert not observations("实现垃圾分类“三个全覆盖”。", "count")


ITEMS = "".join(f"（{number}）第{number}所学校改造项目，执行数{number}万元。\n" for number in range(1, 6))


def test_numbered_items_are_counted() -> None:
    assert verdicts("1.全年追加项目5个。项目具体情况如下：\n" + ITEMS) == [("5个", "5", "holds")]
    assert verdicts("1.全年追加项目6个。项目具体情况如下：\n" + ITEMS) == [("6个", "5", "fails")]


def test_a_numbered_line_with_items_under_it() -> None:
    assert verdicts("2.年中追加项目共5个，涉及资金15万元。\n" + ITEMS) == [("5个", "5", "holds")]
    assert verdicts("2.年中追加项目共4个，涉及资金15万元。\n" + ITEMS) == [("4个", "5", "fails")]


@pytest.mark.parametrize(
    "head", ["年中追加项目（{}个），", "年中追加项目数量{}个，", "{}个年中追加项目，", "年中追加项目{}个，"]
)
def test_items_whose_amounts_make_up_the_line_above_are_all_there(head: str) -> None:
    items = "".join(f"（{n}）第{n}所学校改造项目，预算{n}万元。\n" for n in range(1, 6))
    text = f"1.其他工作。\n2.{head}预算{{}}万元。\n{items}"
    assert [one[2] for one in verdicts(text.format(5, 15))] == ["holds"]
    assert [one.relation.binding for one in claims(text.format(4, 15), "count")] == ["bound"]
    assert [one.relation.binding for one in claims(text.format(4, 20), "count")] == ["inferred"]


def test_an_item_whose_mark_runs_into_an_amount_counts() -> None:
    text = "本次自评项目共3个，情况如下：\n1.绿化项目，得分91分。\n2.20万元维修项目，得分92分。\n3.保洁项目，得分93分。\n"
    assert verdicts(text) == [("3个", "3", "holds")]


GRADED = (
    "本次自评项目共3个，其中等级为优的项目有{good}个，等级为良的项目有{fair}个。情况如下：\n"
    "1.绿化项目，自评得分91分，评价等级为优。\n2.保洁项目，自评得分92分，评价等级为优。\n"
    "3.维修项目，自评得分85分，评价等级为良。\n"
)


def test_grades_are_counted_and_add_up() -> None:
    found = verdicts(GRADED.format(good=2, fair=1))
    assert ("2个", "2", "holds") in found
    assert ("1个", "1", "holds") in found
    assert ("3个", "2 + 1", "holds") in found
    assert ("3个", "3 + 1", "fails") in verdicts(GRADED.format(good=3, fair=1))


def test_counts_that_add_up_in_a_sentence() -> None:
    text = "纳入评价的项目{}个：上年结转4个、年初预算6个、年中追加5个。"
    assert verdicts(text.format(15)) == [("15个", "4 + 6 + 5", "holds")]
    assert verdicts(text.format(16)) == [("16个", "4 + 6 + 5", "fails")]
    assert verdicts("自评为优的7个，良的5个，合计12个。")[-1] == ("12个", "7 + 5", "holds")
    heads = "全年评审项目30个，送审金额9万元。其中：预算评审12个，送审4万元；结算评审18个，送审5万元。"
    assert verdicts(heads) == [("30个", "12 + 18", "holds")]


@pytest.mark.parametrize(
    "text",
    [
        "参与自评的项目有{}个（上年结转3个、年初预算5个、年中追加4个）。",
        "共{}个预算项目纳入自评，由上年结转3个、年初预算5个、年中追加4个组成。",
        "{}个自评项目中，上年结转3个，年初预算5个，年中追加4个。",
        "全年实施项目{}个。其中上年结转3个，年初预算5个，年中追加4个。",
        "评价涉及项目{}个，分为上年结转（3个）、年初预算（5个）和年中追加（4个）三类。",
        "自评项目{}个，其中：上年结转3个、占比25%，年初预算5个、占比41.67%，年中追加4个、占比33.33%。",
        "上年结转项目3个，年初预算项目5个，年中追加项目4个，共{}个。",
        "{}个项目中，3个被评为优，5个被评为良，4个被评为中。",
        "从结果看，{}个项目评为优的有3个，评为良的有5个，评为中的有4个。",
        "自评结果：3个“优”，5个“良”，4个“中”，合计{}个。",
        "等级分布：优（3个）、良（5个）、中（4个），共{}个。",
        "得分90分（含）以上的3个，80（含）-90分的5个，60（含）-80分的4个，共计{}个。",
        "优、良、中三个等级的项目分别为3个、5个、4个，共{}个。",
    ],
)
def test_ways_to_tell_a_total_of_counts(text: str) -> None:
    told = [one for one in verdicts(text.format(12)) if one[0] == "12个"]
    assert told == [("12个", "3 + 5 + 4", "holds")]
    assert ("11个", "3 + 5 + 4", "fails") in verdicts(text.format(11))
    assert not claims(text.format(12), "sum")


def test_grades_may_make_up_the_number_of_the_paragraph_before() -> None:
    text = "本次自评项目6个。\n从等级看，优3个、良2个、中1个。\n"
    assert ("6个", "3 + 2 + 1", "holds") in verdicts(text)


def test_the_same_things_counted_in_two_places() -> None:
    text = "上年结转项目共4个，涉及资金8万元。\n二、自评工作\n本次自评涉及{}个上年结转项目的执行情况。\n"
    assert verdicts(text.format(4))[-1] == ("4个", "4", "holds")
    assert verdicts(text.format(6))[-1] == ("6个", "4", "fails")


def test_grades_leave_none_out() -> None:
    text = "全镇{}个行政村完成公开，其中优秀5个、合格7个。"
    assert verdicts(text.format(12)) == [("12个", "5 + 7", "holds")]
    assert verdicts(text.format(13)) == [("13个", "5 + 7", "fails")]


def test_levels_of_indicators_against_the_form() -> None:
    text = (
        "该项目设置了2个一级指标，3个三级指标。\n| 一级指标 | 三级指标 | 权重 | 得分 |\n"
        "| 产出指标 | 简报期数 | 40 | 40 |\n| 产出指标 | 培训次数 | 40 | 39 |\n| 效益指标 | 群众知晓率 | 20 | 20 |\n"
    )
    assert [one for one in verdicts(text) if one[2] == "holds"] == [
        ("2个", "2", "holds"),
        ("3个", "3", "holds"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "主要抓了3项工作：一是完善制度；二是加强培训。",
        "存在3个问题：\n一是制度不全。\n二是培训不足。\n",
        "投资12个亿，分别为：道路、桥梁。",
        "2022年和2023年分别完成5个、6个。",
        "全部3个方面、5个环节均已完成",
        "下设5个股室，负责日常工作、后勤保障。",
        "具体情况如下：\n1.绿化项目。\n2.保洁项目。\n",
        "1.共有项目3个，情况如下：\n2.绿化项目。\n3.保洁项目。\n",
        "上年结转项目约4个。\n涉及6个上年结转项目。\n",
        "“两不愁三保障”、“四个意识”等5个方面（含“八项规定”",
        "等级为优的3个。",
        "纳入自评的项目6个：上年结转1个、年初预算2个、年中追加3个。",
    ],
)
def test_what_is_no_contradiction(text: str) -> None:
    assert not [one for one in verdicts(text) if one[2] == "fails"]


def test_a_list_longer_than_an_open_count_is_only_suspicious() -> None:
    (found,) = claims("对道路维护、绿化养护、环卫保洁、信访接待等3个项目开展了评估。", "count")
    assert (found.verdict, found.relation.binding) == ("fails", "inferred")


def test_a_list_in_a_deeper_numbering_keeps_to_its_own_items() -> None:
    text = "共有以下2个项目：\n（1）绿化项目。\n①草坪。\n②树木。\n（2）保洁项目。\n三、其他情况\n（3）不属此列。\n"
    assert verdicts(text) == [("2个", "2", "holds")]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("共设绩效指标{}项，完成14项，未完成2项。", "16项"),
        ("检查发现问题{}个，涉及金额32.50万元，已整改11个，正在整改4个，未整改1个。", "16个"),
        ("全年设指标{}项，其中14项达标，2项未达标。", "16项"),
        ("产出指标9个，效益指标5个，满意度指标2个，共计{}个指标。", "16个"),
        ("自评项目{}个，由上年结转9个、年初预算5个、年中追加2个构成。", "16个"),
        ("评级结果：优秀9个，良好5个，中等2个，共{}个。", "16个"),
        ("参评项目{}个，获“优”9个，获“良”5个，获“中”2个。", "16个"),
    ],
)
def test_parts_that_leave_nothing_out(text: str, stated: str) -> None:
    assert [one[2] for one in verdicts(text.format(16)) if one[0] == stated] == ["holds"]
    assert [one[2] for one in verdicts(text.format(17)) if one[0] == f"17{stated[-1]}"] == ["fails"]


@pytest.mark.parametrize(
    "text",
    [
        "共召开会议12次，培训3次，检查4次，调研4次。",
        "本年完成道路12条，未完成桥梁3座，新建公园20个。",
        "优秀8个、良好3个，其余项目为中，共14个项目。",
        "全年完成课题14个，优质课题5个，良好课题6个。",
        "全年开工项目5个，完工项目4个，储备项目2个。",
        "全县共有学校12个，其中小学9个、中学5个，寄宿制学校3个。",
        "安装摄像头134个，抓拍点4个，分局图像中心1个，所队图像中心4个，保障了安全。",
        "年中追加项目4个。评为“优”的项目3个，“良”的项目3个。",
    ],
)
def test_parts_that_need_not_be_all(text: str) -> None:
    assert not [one for one in verdicts(text) if one[2] == "fails"]


OFFICES = "办公室、财务科、人事科和法规科"


@pytest.mark.parametrize(
    ("text", "fewer", "more"),
    [
        ("本单位内设机构{}个，包括{}。", "bound", ""),
        ("本单位内设{}个科室，主要有{}。", "bound", ""),
        ("本单位内设{}个科室，含{}。", "bound", ""),
        ("本单位下设科室{}个—{}。", "bound", ""),
        ("本单位所属{}个科室为{}。", "bound", "bound"),
        ("本单位内设科室{}个（{}）。", "bound", "bound"),
    ],
)
def test_offices_are_counted_for_certain(text: str, fewer: str, more: str) -> None:
    assert [one[2] for one in verdicts(text.format(4, OFFICES))] == ["holds"]
    for number, binding in ((3, fewer), (5, more)):
        found = [one for one in claims(text.format(number, OFFICES), "count") if one.verdict == "fails"]
        assert [one.relation.binding for one in found] == [binding] * bool(binding)


@pytest.mark.parametrize(
    "text", ["本单位由{1}{0}个科室组成。", "本单位内设{1}，计{0}个科室。", "内设机构：{1}。共{0}个科室。"]
)
def test_offices_before_their_number(text: str) -> None:
    for number, verdict in ((3, "fails"), (4, "holds"), (5, "fails")):
        assert [one[2] for one in verdicts(text.format(number, OFFICES))] == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("青山、绿水2市增幅最高。", "holds"),
        ("青山、绿水3市增幅最高。", "fails"),
        ("设内科、外科、儿科3个临床科室。", "holds"),
        ("对道路养护项目、河道清淤项目、绿化项目，共计3个项目开展评价。", "holds"),
        ("3个项目（道路养护项目、河道清淤项目、绿化项目）开展了自评。", "holds"),
    ],
)
def test_names_that_run_into_their_number(text: str, verdict: str) -> None:
    assert [one[2] for one in verdicts(text)] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "支持公办、民办5所学校改造。",
        "对道路、桥梁进行维修，共3处。",
        "涉及3个乡镇（街道、开发区）。",
        "项目涉及5个部门（含公安、民政、卫健）。",
    ],
)
def test_words_before_a_number_that_are_not_what_it_counts(text: str) -> None:
    assert not [one for one in verdicts(text) if one[2] == "fails"]


def test_names_with_amounts_are_counted() -> None:
    text = "全部用于{}个项目：老旧小区改造2.10亿元、污水处理1.85亿元、标准厂房1.25亿元。"
    assert [one[2] for one in verdicts(text.format(3))] == ["holds"]
    assert [one[2] for one in verdicts(text.format(4))] == ["fails"]
    assert not verdicts("安排2个项目，其中道路12万元、桥梁8万元、涵洞3万元。")


def test_levels_of_indicators_do_not_add_up() -> None:
    text = "共设16个绩效指标，其中一级指标4个，二级指标12个，三级指标16个。"
    assert claims(text, "sum") == []


MEMBERS = (
    "自评项目20个，其中：本级12个项目评价等级为“优”有{good}个、评价等级为“中”有2个、评价等级为“良”有1个；"
    "下属中心8个项目评价等级为“优”有6个、评价等级为“良”有2个。"
)


def test_the_items_of_each_member_are_graded_by_themselves() -> None:
    found = verdicts(MEMBERS.format(good=9))
    assert ("12个", "9 + 2 + 1", "holds") in found
    assert ("8个", "6 + 2", "holds") in found
    assert ("12个", "7 + 2 + 1", "fails") in verdicts(MEMBERS.format(good=7))


def test_grades_of_some_items_of_a_member_prove_nothing() -> None:
    text = "甲中心12个项目，优9个、良2个，其余未评；乙中心8个项目，优6个、良2个。"
    assert {verdict for _, _, verdict in verdicts(text)} == {"holds"}


@pytest.mark.parametrize(
    "text",
    [
        "内设4个职能科室办公室、财务科、业务科、信息科。",
        "改造项目的主要整治范围为东山、西河、北岭、南湾4个街道的老旧小区。",
    ],
)
def test_names_that_a_verb_or_nothing_joins_to_their_number(text: str) -> None:
    assert [found for _, _, found in verdicts(text)] == ["holds"]


def test_names_behind_their_number_without_a_word_may_be_some_of_them() -> None:
    assert verdicts("内设5个职能科室办公室、财务科、业务科。") == []


@pytest.mark.parametrize(
    "text",
    [
        "省里分两批下达任务18971户，第一批任务8167户，第二批任务8804户。",
        "下达改造任务5694户，其中危房改造17户，抗震改造5577户。",
    ],
)
def test_one_slip_in_a_long_number_of_things_with_its_parts(text: str) -> None:
    assert [found for _, _, found in verdicts(text)] == ["fails"]


def test_parts_that_no_word_promises_may_be_some() -> None:
    assert verdicts("全县农户18971户，脱贫户8167户，监测户804户。") == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("在建项目165个，其中5千万元以上的92个，投资增长23.0%；5千万以下项目73个。", ["holds"]),
        ("在建项目165个，其中5千万元以上的92个，投资增长23.0%；5千万以下项目76个。", ["fails"]),
        ("在建项目165个，其中5千万元以上的92个；1千万元以下项目76个。", []),
    ],
)
def test_counts_above_and_below_one_bound_are_all_of_them(text: str, verdict: list[str]) -> None:
    assert [found for _, _, found in verdicts(text)] == verdict
