"""Kinds of parts that together leave nothing out."""

import pytest

from jixiao.claims.sums.complements import leaves_nothing_out


@pytest.mark.parametrize(
    ("names", "complete"),
    [
        (["基本支出", "项目支出"], True),
        (["公务用车购置费", "公务用车运行维护费"], True),
        (["因公出国(境)费", "公务用车购置及运行维护费", "公务接待费"], True),
        (["公务用车购置及运行维护费", "公务用车运行维护费"], False),
        (["基本支出和项目支出", "项目支出"], False),
    ],
)
def test_a_name_of_two_kinds_is_no_part_beside_one_of_them(names: list[str], complete: bool) -> None:  # noqa: FBT001  # a case
    assert leaves_nothing_out(names) is complete
