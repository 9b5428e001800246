"""The menu: who finds which entries."""

import lxml.html
import pytest
from tests.web.support import County, signed_in

from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "there"), [(Role.EVALUATOR, False), (Role.AUDITOR, True), (Role.UNIT_CLERK, True)]
)
def test_lists_that_are_always_empty_for_an_evaluator_are_not_in_their_menu(
    county: County, role: Role, *, there: bool
) -> None:
    page = lxml.html.fromstring(signed_in(county.people[role]).get("/").content)
    entries = set(page.xpath('//nav[@id="menu"]//a/@href'))
    assert "/cycles/tasks/" in entries
    assert ({"/filings/library/", "/reports/"} <= entries) is there
