"""Number marks in every style that Chinese documents use, and Chinese numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.core.numbering import Mark, chinese_number, in_chinese, parse_mark


@pytest.mark.parametrize(
    ("text", "style", "value", "level"),
    [
        ("第三部分 概况", "part", 3, 1),
        ("第12章 概况", "part", 12, 1),
        ("一、基本情况", "chinese", 1, 2),
        ("二十三、基本情况", "chinese", 23, 2),
        ("（四）项目情况", "chinese_bracket", 4, 3),
        ("(十一) 项目情况", "chinese_bracket", 11, 3),
        ("3.会议费", "arabic", 3, 4),
        ("3、会议费", "arabic", 3, 4),
        ("3，会议费", "arabic", 3, 4),
        ("3.2023年会议费", "arabic", 3, 4),
        ("3.12个结转项目", "arabic", 3, 4),
        ("（15）会议费", "arabic_bracket", 15, 5),
        ("15）会议费", "half_bracket", 15, 6),
        ("③会议费", "circled", 3, 7),
        ("㈡会议费", "circled", 2, 7),
        ("⑷会议费", "circled", 4, 7),
        ("⒌会议费", "circled", 5, 7),
        ("三是加强管理", "ordinal", 3, 6),
        ("3.2.1 会议费", "multi", 1, 6),
    ],
)
def test_a_mark_is_read(text: str, style: str, value: int, level: int) -> None:
    mark = parse_mark(text)
    assert mark is not None
    assert (mark.style, mark.value, mark.level) == (style, value, level)
    assert text.startswith(mark.text)


@pytest.mark.parametrize(
    "text",
    ["会议费", "3.5万元", "2023年", "十分重要", "一是否合规", "3.5%的项目", "3.5个百分点", "3.5个月", ""],
)
def test_what_is_no_mark_is_not_read(text: str) -> None:
    assert parse_mark(text) is None


def test_a_mark_keeps_its_separator() -> None:
    assert parse_mark("  （一）、概况") == Mark("chinese_bracket", 1, "（一）、", "、")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("23", 23),
        ("十", 10),
        ("十五", 15),
        ("二十三", 23),
        ("一百零五", 105),
        ("一〇五", 105),
        ("两百", 200),
        ("三千二百", 3200),
        ("二〇二三", 2023),
    ],
)
def test_a_chinese_number_has_its_value(text: str, value: int) -> None:
    assert chinese_number(text) == value


@pytest.mark.parametrize("text", ["", "甲", "十甲", "1.5"])
def test_what_is_no_number_has_none(text: str) -> None:
    assert chinese_number(text) is None


@given(st.integers(0, 99))
def test_chinese_numbers_read_back(number: int) -> None:
    assert chinese_number(in_chinese(number)) == number


def test_numbers_that_nobody_speaks_are_digits() -> None:
    assert (in_chinese(100), in_chinese(-1)) == ("100", "-1")
