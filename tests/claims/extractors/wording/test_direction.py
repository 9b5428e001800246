"""Words of comparison against the figures before them, and the phrases that only look like such."""

import pytest
from tests.claims.observations import faults

from jixiao.claims.extractors.wording import direction

REFUTED = {
    "a rise, explained below nothing but falls": (
        "财政拨款收入812.40万元，比2026年预算减少83.15万元。\n财政拨款收入支出增加的主要原因是绿化项目减少。",
        "财政拨款收入支出增加的主要原因",
    ),
    "below the budget": (
        "支出决算为95.20万元，完成年初预算的95.2%，决算数大于年初预算数的主要原因是人员增加。",
        "大于年初预算数",
    ),
    "above the budget, in the next sentence": (
        "接待费支出决算为1.10万元，完成预算的105.6%。决算数小于预算数的主要原因是厉行节约。",
        "小于预算数",
    ),
    "equal by the printed figures": (
        "接待费年初预算为1.20万元，支出决算为1.20万元，完成年初预算的100%，决算数小于预算数的主要原因是节约。",
        "小于预算数",
    ),
    "not equal to the budget": (
        "接待费年初预算为1.20万元，支出决算为1.10万元，与预算数持平。",
        "与预算数持平",
    ),
    "the difference told after the words": (
        "教育支出1741.75万元，完成年初预算100%，决算数大于预算数55.93万元。",
        "大于预算数",
    ),
    "less, not more": (
        "接待费支出决算1.10万元，比上年减少0.30万元，下降21.4%。接待费增加的主要原因是来访增多。",
        "接待费增加的主要原因",
    ),
    "less by its amount, more by its rate": (
        "1.商品和服务支出较上年减0.05万元,增1.20%。主要原因是：补贴增加。",
        "增1.20%",
    ),
    "more by its amount, less by its rate": ("办公费比上年增加3.15万元，同比下降1.20%。", "同比下降1.20%"),
    "not as in the year before": ("运行维护费支出4.81万元，比上年减少0.20万元，与上年持平。", "与上年持平"),
    "it fell to more": ("车辆购置费由上年的14309.45元减少到15255.28元，变动6.6%。", "减少到15255.28元"),
    "it rose to less": ("在册户数从1219户增至1129户。", "增至1129户"),
}
ACCEPTED = {
    "it fell to less": "车辆购置费由上年的15255.28元减少到14309.45元，下降6.2%。",
    "from one list into the next": "甲项目由12.5万元，乙项目减少到13.5万元。",
    "another thing as in the year before": "运行维护费支出4.81万元，比上年减少0.20万元，接待费与上年持平。",
    "amount and rate both fall": "商品和服务支出较上年减0.05万元，降1.20%。",
    "a negative rate": "商品和服务支出较上年减少0.05万元，增长-1.20%。",
    "a rate of another basis": "商品和服务支出较上年减少0.05万元，按可比口径增长1.20%。",
    "a rate of another thing": "商品和服务支出较上年减少0.05万元，办公费增长1.20%。",
    "several others as in the year before": (
        "三公经费支出4.81万元，比上年减少0.20万元，下降4.0%，其中出国费用、接待费用均与上年持平。"
    ),
    "another thing as in the budget": (
        "接待费年初预算为1.20万元，支出决算为1.10万元，运行维护费与预算数持平。"
    ),
    "of the same mind": "接待费支出决算为1.10万元，完成预算的91.7%，决算数小于预算数的主要原因是厉行节约。",
    "another budget": "支出年初预算50万元，调整预算60万元，支出决算55万元，决算数大于年初预算数的主要原因是追加。",
    "a rule": "接待费支出决算为1.10万元，完成预算的91.7%，支出不得大于预算数。",
    "another subject": "运行费支出4.81万元，比上年减少0.20万元，人员增加的主要原因是调入。",
    "changes both ways": "收入比上年增加3万元，支出比上年减少2万元，增加的主要原因是补助增加。",
    "against the budget": "接待费支出1.10万元，比年初预算减少0.30万元，支出增加的主要原因是来访增多。",
    "nothing told": "因公出国费支出0万元，与上年持平。",
    "nil of nil": "因公出国费年初预算0万元，支出决算0万元，与预算数持平。",
    "two sentences away": "接待费比上年减少0.30万元。制度更严。管理更细。支出增加的主要原因另见附件。",
}


@pytest.mark.parametrize("name", REFUTED)
def test_words_that_figures_refute(name: str) -> None:
    text, words = REFUTED[name]
    ((fault, quote, proven),) = faults(direction, text)
    assert fault == "direction"
    assert words in quote
    assert proven


@pytest.mark.parametrize("name", ACCEPTED)
def test_words_that_figures_do_not_refute(name: str) -> None:
    assert faults(direction, ACCEPTED[name]) == []


def test_a_rate_of_a_hundred_alone_is_suspicious_only() -> None:
    text = "教育支出1595.95万元，完成年初预算100%，决算数大于预算数，主要原因是工资调标。"
    assert faults(direction, text) == [("direction", "决算数大于预算数", False)]
