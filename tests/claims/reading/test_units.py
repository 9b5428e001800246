"""Units as printed, declared for a table, or given in a header."""

from decimal import Decimal

import pytest

from jixiao.claims.reading.units import bracketed_unit, declared_unit, unit_of


@pytest.mark.parametrize(
    ("word", "kind", "scale"),
    [
        ("元", "yuan", "1"),
        ("千元", "yuan", "1000"),
        ("万元", "yuan", "10000"),
        ("万", "yuan", "10000"),
        ("百万元", "yuan", "1000000"),
        ("亿元", "yuan", "100000000"),
        ("亿", "yuan", "100000000"),
        ("%", "percent", "0.01"),
        ("个百分点", "point", "0.01"),
        ("‰", "permille", "0.001"),
        ("分", "score", "1"),
        ("人", "count", "1"),
        ("万人次", "count", "10000"),
        ("亿个", "count", "100000000"),
        ("千户", "count", "1000"),
        ("百台", "count", "100"),
        ("", "number", "1"),
    ],
)
def test_words(word: str, kind: str, scale: str) -> None:
    unit = unit_of(word)
    assert (unit.kind, unit.scale) == (kind, Decimal(scale))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("单位:万元", "万元"),
        ("金额单位: 元", "元"),
        ("单位为亿元", "亿元"),
        ("计量单位:人民币万元", "万元"),
        ("单位:(万元)", "万元"),
        ("单位:%", "%"),
    ],
)
def test_declared(text: str, word: str) -> None:
    unit = declared_unit(text)
    assert unit is not None
    assert unit.word == word


@pytest.mark.parametrize("text", ["单位名称:县档案馆", "预算单位", "本单位支出3万元"])
def test_not_declared(text: str) -> None:
    assert declared_unit(text) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("预算数(万元)", "万元"),
        ("金额（元）".replace("（", "(").replace("）", ")"), "元"),
        ("分值[分]", "分"),
        ("占比(%)", "%"),
    ],
)
def test_bracketed(text: str, word: str) -> None:
    unit = bracketed_unit(text)
    assert unit is not None
    assert unit.word == word


def test_not_bracketed() -> None:
    assert bracketed_unit("预算数(含追加)") is None
