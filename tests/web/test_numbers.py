"""Numbers in addresses and forms: what is none is passed over, on every page that reads one."""

import pytest
from tests.web.addresses import own
from tests.web.support import HERE, County, signed_in

from jixiao.web.numbers import revision, whole
from jixiao.web.people.roles import Role

READING = {
    "cycles:versions": ("old", "new"),
    "reports:years": ("year", "page"),
    "documents:documents": ("year", "page"),
    "dashboards:overview": ("year", "department", "page"),
    "organisations:tree": ("under",),
    "organisations:new": ("parent",),
    "filings:library": ("task", "page"),
    "cycles:assignments": ("evaluator", "task"),
    "appraisal:full": ("revision",),
    "cycles:move": ("revision",),
    "cycles:edit": ("revision",),
}


@pytest.mark.parametrize(("words", "number"), [
    ("12", 12), ("0", 0), ("", None), (None, None), ("-1", None), ("1.5", None), (" 1", None),
    ("²", None), ("１", None), ("九", None), ("9" * 19, None), ("9" * 5_000, None),
])  # fmt: skip
def test_a_whole_number_is_ascii_digits_that_a_column_holds(words: str | None, number: int | None) -> None:
    assert whole(words) == number
    assert revision(words) == (-1 if number is None else number)


@pytest.mark.django_db
@pytest.mark.parametrize("name", READING)
def test_a_page_passes_over_what_is_no_number(name: str, county: County) -> None:
    address = next(one for one in own() if one.name == name).at(HERE)
    role = Role.SYSTEM_ADMINISTRATOR if name.startswith("organisations") else Role.PERFORMANCE_OFFICER
    client = signed_in(county.people[role])
    for words in ("²", "9" * 5_000, "x"):
        given = dict.fromkeys(READING[name], words)
        assert client.get(address, given).status_code < 500, words
        assert client.post(address, given).status_code < 500, words
