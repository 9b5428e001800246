"""From a demand to its closing in the browser, by the people who would; each page usable by everybody."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.accessible import barriers
from tests.web.cycles.years import year
from tests.web.support import County

from jixiao.web.rectifications.models import Demand, State

pytestmark = pytest.mark.django_db(transaction=True)
Visit = Callable[..., Page]
PHONE = {"width": 390, "height": 844}


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_DATA", str(tmp_path))


def test_from_the_demand_to_the_closing(county: County, visit: Visit) -> None:
    task = year(county).task
    officer = visit("Yan-performance_officer")
    officer.goto(f"/cycles/tasks/{task.pk}/")
    officer.get_by_role("link", name="提出整改要求").click()
    officer.get_by_label("存在问题").fill("Receipts are missing in June")
    officer.get_by_label("整改要求").fill("Bring them")
    officer.get_by_label("责任人或责任科室").fill("Head")
    assert barriers(officer) == []
    officer.get_by_role("button", name="发出").click()
    expect(officer.locator("#messages")).to_contain_text("已发出")
    assert barriers(officer) == []

    clerk = visit("Yan-unit_clerk", viewport=PHONE, dark=True)
    clerk.get_by_role("link", name="Receipts are missing in June").click()
    clerk.get_by_label("整改措施").fill("Asked the shops")
    clerk.get_by_role("button", name="暂存").click()
    expect(clerk.locator("#messages")).to_contain_text("尚未报送")
    clerk.get_by_label("文件", exact=True).set_input_files(
        {"name": "June.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1"}
    )
    clerk.get_by_label("我声明").check()
    clerk.get_by_role("button", name="上传", exact=True).click()
    expect(clerk.locator("#messages")).to_contain_text("已上传")
    clerk.get_by_label("整改结果").fill("All receipts are here")
    assert barriers(clerk) == []
    clerk.get_by_role("button", name="报送").click()
    expect(clerk.locator("#messages")).to_contain_text("等待验收")

    officer.goto("/")
    officer.get_by_role("link", name="待我验收").click()
    officer.get_by_role("link", name="Receipts are missing in June").click()
    officer.get_by_role("button", name="验收销号").click()
    expect(officer.get_by_role("alert")).to_contain_text("June.pdf")
    officer.get_by_role("button", name="不涉密").click()
    officer.get_by_role("button", name="验收销号").click()
    expect(officer.locator("#messages")).to_contain_text("已销号")
    assert barriers(officer) == []
    assert Demand.objects.latest("issued_at").state == State.CLOSED


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_page_shuts_anybody_out(dark: bool, county: County, visit: Visit) -> None:  # noqa: FBT001
    page = visit("Yan-performance_officer", dark=dark)
    for path in (
        "/rectifications/",
        "/rectifications/new/",
        "/rectifications/5000001/",
        "/rectifications/5000001/notice/",
    ):
        page.goto(path)
        assert barriers(page) == [], path


def test_the_notice_is_all_that_is_printed(county: County, visit: Visit) -> None:
    page = visit("Yan-performance_officer")
    page.goto("/rectifications/5000001/notice/")
    page.emulate_media(media="print")
    expect(page.get_by_text("预算绩效管理问题整改通知书")).to_be_visible()
    for other in (
        page.get_by_role("heading", level=1),
        page.get_by_role("navigation"),
        page.locator(".secrecy"),
    ):
        expect(other.first).to_be_hidden()
