"""Numbers in running text: which are quantities, with which value, unit and modifiers."""

from decimal import Decimal

import pytest

from jixiao.claims.reading.script import plain
from jixiao.claims.reading.tokens import Token, find_tokens
from jixiao.core.document import Block


def tokens(text: str) -> list[Token]:
    words = plain(text)
    return find_tokens(words, Block(index=0, kind="paragraph", text=text))


def told(text: str) -> list[str]:
    """Each quantity as its value in base units and the kind of its unit."""
    values = ((one.number * one.unit.scale).normalize() for one in tokens(text))
    return [f"{value:f} {one.unit.kind}" for value, one in zip(values, tokens(text), strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出1,234.50万元", ["12345000 yuan"]),
        ("支出12,345,678.90元", ["12345678.9 yuan"]),
        ("支出１２．５万元", ["125000 yuan"]),
        ("支出3.2亿元，其中1.2亿", ["320000000 yuan", "120000000 yuan"]),
        ("国内生产总值1.2万亿元", ["1200000000000 yuan"]),
        ("補助5萬元", ["50000 yuan"]),
        ("执行率94.5％", ["0.945 percent"]),
        ("税率3‰", ["0.003 permille"]),
        ("提高2.5个百分点", ["0.025 point"]),
        ("得分96.5分", ["96.5 score"]),
        ("差额-16.53万元", ["-165300 yuan"]),
        ("培训1.2万人次", ["12000 count"]),
        ("车辆4辆、2台", ["4 count", "2 count"]),
        ("预算 12.3 万元", ["123000 yuan"]),
        ("分别为12.3、4.5和6.7亿元", ["1230000000 yuan", "450000000 yuan", "670000000 yuan"]),
        ("1000千元", ["1000000 yuan"]),
        ("收入35.60，支出32.10", ["35.6 number", "32.1 number"]),
        ("合计为1250；", ["1250 number"]),
    ],
)
def test_quantities(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2023年度",
        "2019年至2023年",
        "2021—2023年",
        "2023年3月15日",
        "2023-03-15",
        "2023.12.31",
        "3.2022年收支总表",
        "1-5月",
        "12月底",
        "以比分3:2获胜",
        "师生比为1:1.5",
        "配合比1.5：1：3",
        "10:30开始",
        "会议于9时30分开始",
        "财预〔2023〕157号",
        "财预[2023] 157号",
        "第3季度",
        "第12条",
        "列全县第2名",
        "联系电话0571-88012345",
        "手机13800138000",
        "附件2",
        "图3 支出构成",
        "G20会议",
        "4G网络",
        "A4纸",
        "“1+2+3”体系",
        "十四5规划",
        "统一社会信用代码123456789012345678",
        "34.568.64",
        "1•2",
        "（1）基本情况；（2）项目情况",
        "一是1.基本情况",
        "设有2栏",
    ],
)
def test_no_quantities(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "约35万元",
        "近35万元",
        "35余万元",
        "35多万元",
        "35万余元",
        "35万元左右",
        "35万元以上",
        "不足35万元",
        "35万元以内",
        "约为35万元",
        "大概35万元",
        "接近35万元",
        "累计超35万元",
        "逾35万元",
        "突破35万元",
        "不到35万元",
        "至少 35万元",
        "最多35万元",
        "上限35万元",
        "高于35万元",
        "上下35万元",
        "以上35万元",
        "达到约35万元",
    ],
)
def test_approximate(text: str) -> None:
    (one,) = tokens(text)
    assert one.approximate


@pytest.mark.parametrize("text", ["合约35万元", "支出35万元", "35万元，以上支出合规"])
def test_exact_words_that_look_vague(text: str) -> None:
    assert [one.number for one in tokens(text)] == [Decimal(35)]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("≥95%", "≥"),
        (">=95%", "≥"),
        ("不低于95%", "≥"),
        ("≤95%", "≤"),
        ("不超过95%", "≤"),
        ("＜95%", "<"),
        ("=95%", "="),
        ("大于95%", ">"),
    ],
)
def test_comparators(text: str, sign: str) -> None:
    (one,) = tokens(text)
    assert one.comparator == sign


def test_structures_are_read_only_where_words_say_so() -> None:
    assert told("三次产业结构为12.4:45.8:41.8") == ["0.124 percent", "0.458 percent", "0.418 percent"]
    assert not told("师生配备1:18")


def test_an_item_mark_is_skipped() -> None:
    assert [one.number for one in find_tokens("23、50万元机关运转经费", Block(0, "item"), skip=3)] == [
        Decimal(50)
    ]


@pytest.mark.parametrize(
    "text", ["支出1,234.50万元", "補助５萬元，約佔３％", "差额-16.53万元", "培训1.2万人次"]
)
def test_a_quantity_is_the_words_of_the_source(text: str) -> None:
    for one in tokens(text):
        quantity = one.build()
        assert quantity.text == text[quantity.start : quantity.end]
        assert quantity.text[-1] not in "，。"


def test_figures_set_as_formulas_and_marked_titles_are_read_as_others() -> None:
    text = "# （一）决策指标，共 $12$ 项，单价$5至$6"
    assert plain(text) == "  (一)决策指标，共  12  项，单价$5至$6"
    assert len(plain(text)) == len(text)


def test_traditional_characters_are_made_plain_one_for_one() -> None:
    text = "說明：與黨費無關的資産總額，分別爲陳列與儀器，係劉縣長議定"
    assert plain(text) == "说明:与党费无关的资产总额，分别为陈列与仪器，系刘县长议定"
    assert len(plain(text)) == len(text)
