"""Bringing projects over in the browser: ticked, previewed, confirmed; the pages usable by everybody."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.accessible import barriers
from tests.web.cycles.test_carrying import opened, past
from tests.web.support import County

from jixiao.web.filings.models import Project

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_officer_brings_last_years_projects_over(
    county: County, visit: Callable[..., Page], *, dark: bool
) -> None:
    now = opened(county)
    for number in range(3):
        past(county, f"a{number}", name=f"Roof {number}")
    past(county, "p1", name="Bus")
    page = visit("Yan-performance_officer", dark=dark)
    page.goto(f"/cycles/{now.cycle.pk}/")
    page.get_by_role("link", name="从上年转入项目").click()
    assert not barriers(page)
    expect(page.get_by_label("转入 Bus")).to_be_disabled()
    page.get_by_label("勾选本页可以转入的全部项目").check()
    expect(page.locator("[data-ticked]")).to_have_text("3")
    page.get_by_label("转入 Roof 1").uncheck()
    expect(page.locator("[data-ticked]")).to_have_text("2")
    page.get_by_label("转入方式").select_option("carried_over")
    page.get_by_role("button", name="预览勾选的").click()
    expect(page.get_by_text("将转入 2 个项目。")).to_be_visible()
    assert not barriers(page)
    page.get_by_role("button", name="确认转入 2 个项目").click()
    expect(page.locator("#messages")).to_contain_text("已转入 2 个项目，并下达 2 份表")
    made = Project.objects.exclude(predecessor=None).order_by("name")
    assert [one.name for one in made] == ["Roof 0", "Roof 2"]
    page.goto(f"/cycles/tasks/{made[0].tasks.get().pk}/")
    page.get_by_text("上年情况（2033 年度）").click()
    expect(page.get_by_text("1,000.10")).to_be_visible()
    assert not barriers(page)
