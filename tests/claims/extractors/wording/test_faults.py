"""Faults of the text that the text itself shows, and the phrases that only look like them."""

import pytest
from tests.claims.observations import faults, observe

from jixiao.claims.extractors.wording import (
    brackets,
    classification,
    date,
    document_number,
    missing_unit,
    paid,
    punctuation,
    repetition,
    vague,
)

PAID = {
    "同一句": ("预算50万元，已全部支付完毕，执行率97.27%。", [("all_paid", "全部支付完毕", True)]),
    "无全部二字": ("项目资金已支付完毕，执行率为88.4%。", [("all_paid", "支付完毕", False)]),
    "邻句": ("项目资金已全部拨付。预算执行率95.5%。", [("all_paid", "全部拨付", False)]),
    "百分之百": ("资金已全部支付完毕，执行率100%。", []),
    "按合同": ("按照合同约定已全部支付完成，执行率98.71%。", []),
    "审计后": ("根据工程审计结果已全部支付完成，剩余资金收回，执行率90%。", []),
    "调整预算": ("预算调整至35万元，已全部支付完成，执行率70%。", []),
    "到位资金": ("到位资金已全部支付，执行率60%。", []),
    "尚未": ("资金未全部支付，执行率60%。", []),
    "任务完成": ("各项任务全部完成，执行率95%。", []),
    "两个比率": ("甲项目执行率95%，乙项目执行率90%，资金已全部支付。", []),
    "目标": ("资金已全部支付，执行率90%以上。", []),
}


@pytest.mark.parametrize("name", PAID)
def test_all_paid(name: str) -> None:
    text, expected = PAID[name]
    assert faults(paid, text) == expected


REPEATED = {
    "sentence": ("工作有序。要加强预算绩效目标的审核管理。要加强预算绩效目标的审核管理。", True),
    "clause": ("对争议问题提出处理意见，报领导决定之间的争议问题提出处理意见，报领导决定之间的争议。", False),
    "phrase without punctuation": ("进一步加强预算绩效管理工作进一步加强预算绩效管理工作的组织领导", False),
}


@pytest.mark.parametrize("name", REPEATED)
def test_a_clause_pasted_twice(name: str) -> None:
    text, proven = REPEATED[name]
    ((fault, _, sure),) = faults(repetition, text)
    assert (fault, sure) == ("clause_twice", proven)


@pytest.mark.parametrize(
    "text",
    [
        "上级补助收入0万元，占0%；事业收入0万元，占0%；经营收入0万元，占0%；其他收入0万元，占0%。",
        "账务处理及时，会计核算规范。确保专款专用，不截留、不挪用，账务处理及时，会计核算规范。",
        "……………………………………………………",
        "一、负责公文处理和会议组织。\n一、负责公文处理和会议组织。",
        "完成预算100%，完成预算100%。",
    ],
)
def test_repetition_by_right(text: str) -> None:
    assert faults(repetition, text) == []


NUMBERS = {
    "two titles": (
        "根据《甲办法》说明、《绩效评价办法》（河财〔2023〕12号）和《政府采购指引》（河财〔2023〕12号）。",
        1,
    ),
    "one title twice": (
        "按《绩效评价办法》（河财〔2023〕12号）。再按《绩效评价办法》（河财〔2023〕12号）执行。",
        0,
    ),
    "a title within another": (
        "《绩效评价办法》（河财〔2023〕12号）即《河西县绩效评价办法》（河财〔2023〕12号）。",
        0,
    ),
    "same number of another year": (
        "《甲类评价办法》（河财〔2022〕12号）和《政府采购指引》（河财〔2023〕12号）。",
        0,
    ),
    "one of six items": (
        "".join(f"{n}.第{n}类设备购置项目〔河财预（2023）{n}号〕，完成。\n" for n in range(1, 7))
        + "7.档案库房改造工程〔河财预（2023）3号〕，完成。",
        1,
    ),
    "one paper for all items": (
        "".join(f"{n}.{w}项目〔河财预（2023）5号〕，完成。\n" for n, w in enumerate("甲乙丙丁戊己庚辛", 1)),
        0,
    ),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_document_numbers(name: str) -> None:
    text, count = NUMBERS[name]
    assert len(faults(document_number, text)) == count


def chain(kind: str, group: str, item: str) -> str:
    return f"{kind}（类）{group}（款）{item}（项）：支出决算为10万元。\n"


CHAINS = {
    "other class": (
        chain("1.社会保障和就业", "住房改革支出", "住房公积金")
        + chain("2.住房保障", "住房改革支出", "住房公积金"),
        [("classification_class", "社会保障和就业（类）住房改革支出（款）住房公积金（项）", True)],
    ),
    "the majority is right": (
        chain("住房保障", "住房改革支出", "住房公积金")
        + chain("卫生健康", "住房改革支出", "住房公积金")
        + chain("住房保障支出", "住房改革支出", "提租补贴"),
        [("classification_class", "卫生健康（类）住房改革支出（款）住房公积金（项）", True)],
    ),
    "other group": (
        chain("社会保障和就业", "行政事业单位养老", "职业年金缴费")
        + chain("社会保障和就业", "行政单位离退休", "职业年金缴费支出"),
        [("classification_group", "社会保障和就业（类）行政单位离退休（款）职业年金缴费支出（项）", False)],
    ),
    "written short": (
        chain("住房保障支出", "住房改革支出", "住房公积金") + chain("住房保障", "住房改革", "住房公积金"),
        [],
    ),
    "renamed between years": (
        chain("医疗卫生与计划生育", "行政事业单位医疗", "行政单位医疗")
        + chain("卫生健康", "行政事业单位医疗", "行政单位医疗"),
        [],
    ),
    "items of every group": (
        chain("一般公共服务", "财政事务", "行政运行") + chain("一般公共服务", "税收事务", "行政运行"),
        [],
    ),
    "items of every group behind a dash": (
        "公共服务支出（类）-群众事务（款）-机关服务（项）；公共服务支出（类）-组织事务（款）-机关服务（项）。",
        [],
    ),
    "brackets in names": (
        chain("一般公共服务", "政府办公厅（室）及相关机构事务", "机关服务") * 2,
        [],
    ),
}


@pytest.mark.parametrize("name", CHAINS)
def test_classification(name: str) -> None:
    text, expected = CHAINS[name]
    assert faults(classification, text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("于2023年13月5日完成。", "2023年13月5日"),
        ("于11月31日前完成。", "11月31日"),
        ("2023年2月29日验收。", "2023年2月29日"),
        ("2024年2月29日验收。", ""),
        ("截至2023年12月31日。", ""),
        ("1-6月30日前。", ""),
        ("2023年2 月 30 日", "2023年2 月 30 日"),
    ],
)
def test_dates(text: str, words: str) -> None:
    assert [quote for _, quote, _ in faults(date, text)] == ([words] if words else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("撤回稿件约80多条。", "约80多条"),
        ("参加近30余次。", "近30余次"),
        ("约20个左右。", "约20个左右"),
        ("节约80余万元。", ""),
        ("最近10多次。", ""),
        ("近10余年。", ""),
        ("约80条。", ""),
        ("80多条。", ""),
        ("约120万元。", ""),
    ],
)
def test_double_approximation(text: str, words: str) -> None:
    assert [quote for _, quote, _ in faults(vague, text)] == ([words] if words else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("支出决算为188.05万元。\n支出决算数为188.05，完成预算。", "188.05"),
        ("收入为10.50，支出为20.50万元。", "10.50"),
        ("综合得分为98.50，支出20.50万元。", ""),
        ("支出分别为12.30，4.50，6.70万元。", ""),
        ("支出执行率为98.50，支出20.50万元。", ""),
        ("支出10.5，收入11.5，结余12.5，经费13.5，合计20万元。", ""),
    ],
)
def test_missing_unit(text: str, words: str) -> None:
    assert [quote for _, quote, _ in faults(missing_unit, text)] == ([words] if words else [])


def test_doubled_punctuation_is_told_once_with_its_number() -> None:
    (found,) = observe(punctuation, "严格管理，，规范核算。。\n注重绩效；。")
    assert (found.quote, found.computed, len(found.related)) == ("，，", "3", 2)
    assert faults(punctuation, "他说：“很好。”（完）……") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我单位（安排资金10万元，用于购置设备。", "（安排资金10万元，用于"),
        ("根据《绩效办法的规定开展自评。", "《绩效办法的规定开展自评"),
        ("我单位（含下属）安排资金（10万元）。", ""),
        ("包括：1）办公费；2）差旅费。", ""),
        ("做到“花钱必有效”。", ""),
        ("被行分开的（括号", ""),
        ("安排资金10万元）购置设备。", "）购置设备。"),
    ],
)
def test_brackets(text: str, words: str) -> None:
    assert [quote for _, quote, _ in faults(brackets, text)] == ([words] if words else [])
