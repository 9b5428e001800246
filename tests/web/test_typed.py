"""Reasons and days that people type: read in one way everywhere, refused at their field."""

import datetime as dt
from collections.abc import Callable

import pytest
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils import timezone

from jixiao.web.actions import Refused
from jixiao.web.forms import RefusableForm
from jixiao.web.typed import day_of, explained, is_address, past_day, typed_day


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-08", "2024-2-8", "2024/02/08", "2024.2.8", "2024年2月8日", "2024 年 2 月 8 日", "2024年2月8",
        "20240208", " 2024-02-08 ", "２０２４年２月８日",
    ],
)  # fmt: skip
def test_days_are_written_in_many_ways(text: str) -> None:
    assert day_of(text) == dt.date(2024, 2, 8)


@pytest.mark.parametrize(
    "text", ["", "soon", "2024-02-30", "2023-02-29", "0000-01-01", "8/2/2024", "2024-02", "45330", "2024-02-08T09:00"]
)  # fmt: skip
def test_what_is_no_day(text: str) -> None:
    assert day_of(text) is None
    for read in (typed_day, past_day):
        with pytest.raises(Refused) as refused:
            read(text, "day", "批复日期")
        assert refused.value.message_dict == {"day": ["请填写批复日期，例如 2024-08-31。"]}


def test_what_happened_is_not_still_to_come() -> None:
    today = timezone.localdate()
    tomorrow = (today + dt.timedelta(days=1)).isoformat()
    assert past_day(today.isoformat(), "day", "批复日期") == today
    assert typed_day(tomorrow, "day", "截止日期") > today
    with pytest.raises(Refused, match=f"批复日期 {tomorrow} 还没有到"):
        past_day(tomorrow, "day", "批复日期")


@pytest.mark.parametrize(("words", "kept"), [(" four ", "four"), ("x" * 500, "x" * 500)])
def test_reasons_are_kept_without_blanks_around(words: str, kept: str) -> None:
    assert explained(words, "reason", "原因") == kept


@pytest.mark.parametrize("words", ["", "   ", " thr ", "x" * 501])
def test_reasons_too_short_or_too_long_are_refused_at_their_field(words: str) -> None:
    with pytest.raises(Refused) as refused:
        explained(words, "reason", "不公开的理由")
    assert refused.value.message_dict == {"reason": ["请写明不公开的理由，4 至 500 字。"]}


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://www.example.gov.cn/2024.html", True), ("http://10.1.2.3/a?b=1", True), ("www.example.gov.cn", False),
        ("https://name:word@example.gov.cn/", False), ("https://name@example.gov.cn/", False),
        ("https://[example/", False), ("javascript://alert", False), ("https://example.gov.cn/" + "a" * 500, False),
        ("县政府公报第 3 期", False), ("", False),
    ],
)  # fmt: skip
def test_an_address_is_whole_and_without_a_password(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_address(text) is is_one


class Given(RefusableForm, forms.Form):
    """A form with one field."""

    day = forms.CharField()


@pytest.mark.parametrize(
    ("refused", "shown"),
    [
        (lambda: Refused({"day": "Not yet."}), {"day": ["Not yet."]}),
        (lambda: Refused({"elsewhere": "Not yet."}), {NON_FIELD_ERRORS: ["Not yet."]}),
        (lambda: Refused("Not at all."), {NON_FIELD_ERRORS: ["Not at all."]}),
    ],
)
def test_a_form_shows_each_refusal_at_its_field(
    refused: Callable[[], Refused], shown: dict[str, list[str]]
) -> None:
    form = Given({"day": "x"})
    form.refuse(refused())
    assert form.errors == shown
