"""How a form looks when it is opened: from its top, with nothing to unfold where nothing is wrong."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.test_grid import at, opened, ready
from tests.web.filings.support import form, indicators
from tests.web.support import County

from jixiao.web.filings.models import Funding, Indicator

pytestmark = pytest.mark.django_db(transaction=True)
Visit = Callable[..., Page]
LEVELS = (("产出指标", 40), ("成本指标", 20), ("效益指标", 20), ("满意度指标", 10))


def test_it_opens_at_its_top(county: County, visit: Visit) -> None:
    task = form(county)
    indicators(task, 20)
    page = opened(visit, task)
    page.set_viewport_size({"width": 1000, "height": 400})
    page.reload()
    ready(page)
    expect(at(page, "绩效指标", 0, "name")).to_contain_text("Meals 1")
    assert page.evaluate("() => new Promise(requestAnimationFrame).then(() => scrollY)") == 0


def test_where_nothing_is_wrong_there_is_nothing_to_unfold(county: County, visit: Visit) -> None:
    task = form(county)
    task.project.annual_goal, task.project.annual_result = "让学生吃上热饭", "做到了"
    task.project.save()
    Funding.objects.filter(project=task.project).update(outturn=Decimal(1_080_000))
    for row, (level, weight) in zip(indicators(task, 4, actual="100"), LEVELS, strict=True):
        Indicator.objects.filter(pk=row.pk).update(level1=level, weight=weight)
    page = opened(visit, task)
    notices = page.locator("[data-notices]")
    expect(notices).to_have_text("未发现问题")
    expect(notices.locator("details")).to_have_count(0)
