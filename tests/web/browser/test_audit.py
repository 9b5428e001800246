"""The audit log: a long entry breaks its own lines, and squeezes no other column."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from tests.web.support import County

from jixiao.web.actions import carry_out
from jixiao.web.organisations.actions.save_organisation import SaveOrganisation
from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
Visit = Callable[..., Page]


def test_a_long_entry_stays_within_the_page(county: County, visit: Visit) -> None:
    body = county.department
    body.name = "示范县" + "综合" * 40 + "办公室"
    carry_out(SaveOrganisation(body), county.people[str(Role.SYSTEM_ADMINISTRATOR)])
    page = visit("Yan-audit_administrator")
    page.goto("/audit/")
    wrap = page.locator("main .table-wrap")
    assert wrap.evaluate("one => one.scrollWidth <= one.clientWidth")
