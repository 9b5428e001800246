"""Keys of the program are told to people in words."""

import pytest
from django.utils.translation import override

from jixiao.web.templatetags.plain import file_words, in_fours, place_of


@pytest.mark.parametrize(
    ("key", "words"),
    [("", ""), ("511902-bazhou", "巴中市巴州区"), ("no-such-place", "no-such-place")],
)
def test_a_rulebook_is_named_by_its_place(key: str, words: str) -> None:
    assert place_of(key) == words


def test_a_kind_of_file_has_the_name_that_people_use() -> None:
    assert [file_words(one) for one in ("docx", "xlsx", "pdf", "odt")] == ["Word", "Excel", "PDF", "odt"]


def test_the_national_rulebook_is_no_key() -> None:
    assert place_of("cn") != "cn"
    with override("en"):
        assert place_of("cn") == "cn"  # places have no English names


def test_a_long_key_is_read_in_groups_of_four() -> None:
    assert in_fours("JBSWY3DPEHPK3PXPJB") == "JBSW Y3DP EHPK 3PXP JB"
    assert in_fours("") == ""
