"""What one cell says, by the kind of its column: the tolerance, and where it ends."""

from decimal import Decimal

import pytest

from jixiao.core.dossier.values import Absent
from jixiao.core.money import Money, MoneyUnit
from jixiao.dossiers.workbook.kinds import Field, Kind
from jixiao.dossiers.workbook.reading.values import Target, value
from jixiao.dossiers.workbook.trouble import Trouble
from jixiao.formats.xlsx.raw import RawCell

N, S = "n", "s"
YUAN, WAN = MoneyUnit.YUAN, MoneyUnit.TEN_THOUSAND


def target(kind: Kind, *, percent: bool = False, choices: str = "") -> Target:
    return Target("某列", Field(kind), WAN, percent=percent, choices=choices)


def money(text: str, unit: MoneyUnit = WAN) -> Money:
    return Money(Decimal(text), unit)


AMOUNTS = [
    (RawCell(N, "65.26"), money("65.26")),
    (RawCell(N, "43", "0.00"), money("43.00")),
    (RawCell(N, "43", "#,##0.00_);[Red](#,##0.00)"), money("43.00")),
    (RawCell(N, "0.30000000000000004"), money("0.3")),
    (RawCell(N, "1E-2"), money("0.01")),
    (RawCell(N, "43.126", "0.00"), money("43.126")),  # the value counts, not how it is shown
    (RawCell(N, "9548199.71", '0.00"元"'), money("9548199.71", YUAN)),
    (RawCell(N, "12", '"¥"#,##0.00'), money("12.00")),
    (RawCell(N, "0", '0.00;-0.00;"-"'), money("0")),
    (RawCell(S, "1,235.40万元"), money("1235.40")),
    (RawCell(S, "９５４８．７１元"), money("9548.71", YUAN)),
    (RawCell(S, " 65.26 "), money("65.26")),
    (RawCell(S, "-5.20"), money("-5.20")),
    (RawCell(S, "−5.20"), money("-5.20")),
    (RawCell(S, "0.12亿元"), money("0.12", MoneyUnit.HUNDRED_MILLION)),
    (RawCell(S, "/"), Absent.NOT_APPLICABLE),
    (RawCell(S, "／"), Absent.NOT_APPLICABLE),
    (RawCell(S, "—"), Absent.NOT_APPLICABLE),
    (RawCell(S, " 无 "), Absent.NONE),
    (RawCell(S, "　"), None),
]


@pytest.mark.parametrize(("cell", "expected"), AMOUNTS)
def test_amounts(cell: RawCell, expected: object) -> None:
    found = value(cell, target(Kind.AMOUNT))
    assert found == expected
    assert str(found) == str(expected)


@pytest.mark.parametrize(
    "cell",
    [
        RawCell(S, "约65万元"),
        RawCell(S, "65.26万元、12万元"),
        RawCell(S, "1,2345"),
        RawCell(S, "12%"),
        RawCell(S, "＊"),
        RawCell(S, "（5.20）"),
        RawCell(S, "12人"),
        RawCell(N, "0.9067", "0.00%"),
        RawCell(N, "45000", "yyyy/m/d"),
        RawCell(N, "652600", "0!.0000"),
        RawCell(N, "652600", "#,##0.00,"),
        RawCell("b", "1"),
        RawCell("e", "#REF!"),
    ],
)
def test_what_is_no_amount(cell: RawCell) -> None:
    with pytest.raises(Trouble) as caught:
        value(cell, target(Kind.AMOUNT))
    trouble = caught.value
    assert "某列" in trouble.message
    assert trouble.fix
    assert trouble.message_en
    assert trouble.fix_en


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (RawCell(N, "0.9067", "0.00%"), "90.67"),
        (RawCell(N, "1", "0%"), "100"),
        (RawCell(N, "0.9", "0.00%"), "90.00"),
        (RawCell(N, "90.67"), "90.67"),
        (RawCell(S, "90.67%"), "90.67"),
        (RawCell(S, "９０．６７％"), "90.67"),
        (RawCell(N, "0.9067"), "0.9067"),  # as typed: less than one percent
    ],
)
def test_percentages(cell: RawCell, expected: str) -> None:
    assert str(value(cell, target(Kind.NUMBER, percent=True))) == expected


def test_a_number_between_nought_and_one_takes_a_percentage_as_its_part() -> None:
    assert value(RawCell(S, "80%"), target(Kind.NUMBER)) == Decimal("0.8")


@pytest.mark.parametrize(
    ("cell", "percent", "expected"),
    [
        (RawCell(N, "43", "0.00"), False, Decimal("43.00")),
        (RawCell(S, "43.00"), False, Decimal("43.00")),
        (RawCell(S, "'43.00"), False, "43.00"),
        (RawCell(S, "≥95%"), True, "≥95%"),
        (RawCell(S, "95%"), True, Decimal(95)),
        (RawCell(S, "95%"), False, "95%"),
        (RawCell(N, "0.95", "0%"), True, Decimal(95)),
        (RawCell(N, "0.95", "0%"), False, "95%"),
        (RawCell(N, "45291", "yyyy/m/d"), False, "2023-12-31"),
        (RawCell(S, "已完成"), False, "已完成"),
        (RawCell(S, "/"), False, Absent.NOT_APPLICABLE),
        (RawCell(S, "'/"), False, "/"),
        (RawCell(S, "'十四五'规划"), False, "'十四五'规划"),
    ],
)
def test_targets_are_numbers_or_words(cell: RawCell, percent: bool, expected: object) -> None:  # noqa: FBT001
    found = value(cell, target(Kind.VALUE, percent=percent))
    assert found == expected
    assert type(found) is type(expected)
    assert str(found) == str(expected)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (RawCell(N, "58"), 58),
        (RawCell(S, "58"), 58),
        (RawCell(S, "５８人"), 58),
        (RawCell(S, "2023年"), 2023),
        (RawCell(N, "1200", "#,##0"), 1200),
    ],
)
def test_counts(cell: RawCell, expected: int) -> None:
    assert value(cell, target(Kind.COUNT)) == expected


@pytest.mark.parametrize("cell", [RawCell(N, "58.5"), RawCell(S, "无"), RawCell(N, "0.5", "0%")])
def test_what_is_no_count(cell: RawCell) -> None:
    with pytest.raises(Trouble):
        value(cell, target(Kind.COUNT))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (RawCell(N, "157"), "157"),
        (RawCell(N, "45291", "yyyy/m/d"), "2023-12-31"),
        (RawCell(N, "45291", 'yyyy"年"m"月"'), "2023年12月"),
        (RawCell(S, "=SUM(A1)"), "=SUM(A1)"),
        (RawCell(S, "（空）"), ""),
        (RawCell(S, "'（空）"), "（空）"),
    ],
)
def test_texts(cell: RawCell, expected: str) -> None:
    assert value(cell, target(Kind.TEXT)) == expected


@pytest.mark.parametrize(
    ("text", "choices", "expected"),
    [
        (">=", "operator", "≥"),
        ("＝", "operator", "="),
        ("不高于", "operator", "≤"),
        ("区间", "operator", "range"),
        ("年中追加", "origin", "supplementary"),
        ("追加", "origin", "supplementary"),
    ],
)
def test_choices(text: str, choices: str, expected: str) -> None:
    assert value(RawCell(S, text), target(Kind.CHOICE, choices=choices)) == expected


@pytest.mark.parametrize(("text", "expected"), [("是", True), ("√", True), ("否", False), ("×", False)])
def test_yes_and_no(text: str, expected: bool) -> None:  # noqa: FBT001
    assert value(RawCell(S, text), target(Kind.TRUTH)) is expected


def test_an_unknown_choice_names_the_known_ones() -> None:
    with pytest.raises(Trouble) as caught:
        value(RawCell(S, "去年"), target(Kind.CHOICE, choices="origin"))
    assert "年初预算、年中追加、上年结转" in caught.value.fix


def test_codes_are_small_letters() -> None:
    assert value(RawCell(S, "Ｐ01 "), target(Kind.CODE)) == "p01"
    with pytest.raises(Trouble):
        value(RawCell(S, "项目1"), target(Kind.CODE))


def test_several_texts_and_scores() -> None:
    assert value(RawCell(S, "z01、z02"), target(Kind.TEXTS)) == ("z01", "z02")
    assert value(RawCell(S, "a\\、b\nc"), target(Kind.TEXTS)) == ("a、b", "c")
    assert value(RawCell(S, "85、90.50"), target(Kind.POINTS_LIST)) == (Decimal(85), Decimal("90.50"))
