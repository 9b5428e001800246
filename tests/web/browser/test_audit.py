"""The audit log: a long entry breaks its own lines, squeezes no other column, and is squeezed by none."""

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


def test_on_a_phone_an_entry_is_read_beside_its_number_not_below_it(county: County, visit: Visit) -> None:
    carry_out(SaveOrganisation(county.department), county.people[str(Role.SYSTEM_ADMINISTRATOR)])
    page = visit("Yan-audit_administrator")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/audit/")
    entry = page.locator("td.details").first
    number = page.locator('tbody th[scope="row"]').first
    width = "one => one.getBoundingClientRect().width"
    assert entry.evaluate(width) > 4 * number.evaluate(width)
