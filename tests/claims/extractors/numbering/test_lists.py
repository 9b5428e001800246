"""Lists of every style: complete ones hold, a wrong number is found at its place, nesting and restarts are no faults."""

import pytest
from tests.claims.observations import faults, observe

from jixiao.claims.extractors.numbering import captions, lists

COMPLETE = {
    "chinese": ("一、基本情况\n正文。\n二、执行情况\n正文。\n三、存在问题\n正文。", ["一、…三、"]),
    "nested lists restart": (
        "一、概况\n（一）职能\n1.办文。\n2.办会。\n（二）机构\n1.本级。\n2.下属。\n二、结论\n（一）结果\n（二）问题",
        ["1.…2.", "1.…2.", "（一）…（二）", "一、…二、", "（一）…（二）"],
    ),
    "two lists of one style without a heading between": (
        "1.办文。\n2.办会。\n下面是第二组。\n1.接待。\n2.值班。\n3.信访。",
        ["1.…2.", "1.…3."],
    ),
    "inside a paragraph": (
        "主要职责：（一）负责会议组织；（二）负责文稿起草；（三）负责督查督办。",
        ["（一）…（三）"],
    ),
    "inner list in an outer item of the same style": (
        "（一）主要职责包括（一）组织会议。（二）起草文稿。（三）督查。\n（二）机构设置情况",
        ["（一）…（三）", "（一）…（二）"],
    ),
    "ordinals over two paragraphs": ("一是加强学习；二是细化目标。\n三是严格考核。", ["一是…三是"]),
    "circled": ("包括①办公费；②印刷费；③差旅费。", ["①…③"]),
    "parts": (
        "第一部分 概况\n一、职能\n二、机构\n第二部分 说明\n一、收入\n二、支出",
        ["一、…二、", "一、…二、", "第一部分…第二部分"],
    ),
}


@pytest.mark.parametrize("name", COMPLETE)
def test_a_complete_list_holds(name: str) -> None:
    text, expected = COMPLETE[name]
    found = observe(lists, text)
    assert [o.verdict for o in found] == ["holds"] * len(found)
    assert sorted(o.expression for o in found) == sorted(expected)


WRONG = {
    "repeat, the list goes on": (
        "1.甲项目。\n2.乙项目。\n2.丙项目。\n4.丁项目。",
        ("numbering_repeat", "2.丙项目", True),
        "3.",
    ),
    "second item called first": (
        "（一）职能\n（一）机构\n（三）人员\n（四）资产",
        ("numbering_repeat", "（一）机构", True),
        "（二）",
    ),
    "repeat at the end": (
        "一、概况\n正文。\n二、执行\n正文。\n二、问题\n正文。",
        ("numbering_repeat", "二、问题", True),
        "三、",
    ),
    "gap": ("1.甲项目。\n2.乙项目。\n4.丁项目。\n5.戊项目。", ("numbering_gap", "4.丁项目", True), "3."),
    "gap where a short line may be the item": (
        "一、概况\n正文一句。\n二、执行\n正文一句。\n存在问题\n正文一句。\n四、建议\n正文一句。",
        ("numbering_gap", "四、建议", False),
        "三、",
    ),
    "order": ("1.甲项目。\n2.乙项目。\n7.丙项目。\n4.丁项目。", ("numbering_order", "7.丙项目", True), "3."),
    "gap inside a paragraph": (
        "一是加强学习；二是细化目标；四是严格考核。",
        ("numbering_gap", "四是严格考核", True),
        "三是",
    ),
    "tens": (
        "\n".join(f"{n}.第{i}件。" for i, n in enumerate((*range(1, 20), 19, 21))),
        ("numbering_repeat", "19.第19件", True),
        "20.",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_number_is_told_once_at_its_place(name: str) -> None:
    text, expected, due = WRONG[name]
    assert faults(lists, text) == [expected]
    (fault,) = [o for o in observe(lists, text) if o.verdict == "fails"]
    assert fault.computed == due


FINE = {
    "a number that begins the item's name": "21.甲经费。\n22.乙经费。\n23.50万元运转经费。\n24.丙经费。\n25.丁经费。",
    "an excerpt that begins later": "三、执行情况\n正文。\n四、问题\n正文。\n五、建议\n正文。",
    "words that only look like marks": "一、二级指标均已完成。\n三、四线城市另行统计。",
    "months": "1、2月份收入平稳。\n3月份收入增长。",
    "articles of a law": "根据条例第（二）项、第（四）项规定，予以公开。",
    "two items are no proof": "1.甲项目。\n3.丙项目。",
    "an item told inside the line before": "一、概况。二、执行情况。\n三、问题\n四、建议",
}


@pytest.mark.parametrize("name", FINE)
def test_what_is_no_fault(name: str) -> None:
    assert faults(lists, FINE[name]) == []


def test_slips_of_style_are_told_once() -> None:
    text = "1、收入情况\n正文。\n2、支出情况\n正文。\n三、结余情况\n正文。\n四、资产情况\n正文。\n五、其他情况\n正文。\n（一）甲\n（2）乙"
    assert faults(lists, text) == [("numbering_style", "1、", False)]
    found = observe(lists, text)
    assert [o.expression for o in found if o.verdict == "holds"] == ["1、…五、", "（一）…（2）"]


def test_one_separator_among_many_is_told() -> None:
    text = "\n".join(f"{n}{'、' if n == 3 else '.'}名词解释。" for n in range(1, 8))
    assert faults(lists, text) == [("numbering_separator", "3、", False)]


def test_an_unusual_style_inside_a_list_is_one_style() -> None:
    assert faults(lists, "1.收入情况。\n⒉支出情况。\n3.结余情况。") == []
    assert faults(lists, "1.1 收入\n1.2 支出\n1.3 结余\n2.1 资产\n2.2 负债") == []


CAPTIONS = {
    "complete": ("图1：甲\n正文一句话。\n（图2：乙）（柱状图）\n图3 丙", []),
    "told above and below": ("图1 甲\n图1 甲\n图2 乙\n图3 丙", []),
    "repeated": ("图1：甲\n图2：乙\n图2：丙\n图4：丁", [("caption_repeat", "图2", True)]),
    "repeated, then going on": ("表1 甲\n表2 乙\n表2 丙\n表3 丁", [("caption_repeat", "表2", True)]),
    "left out": ("表1 甲\n表2 乙\n表4 丁", [("caption_gap", "表4", False)]),
    "out of order": ("表1 甲\n表5 乙\n表3 丁", [("caption_order", "表5", False)]),
    "by chapter": ("图1-1 甲\n图1-2 乙\n图2-1 丙\n图2-2 丁", []),
    "annexes begin anew": ("附件1\n甲\n附件2\n乙\n附件4\n丙", []),
    "mentioned in a sentence": ("图1所示，收入增长。\n图5所示，支出增长。", []),
}


@pytest.mark.parametrize("name", CAPTIONS)
def test_captions(name: str) -> None:
    text, expected = CAPTIONS[name]
    assert faults(captions, text) == expected
