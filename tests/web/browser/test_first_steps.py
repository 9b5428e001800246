"""A new installation in the browser: a body, an account, its role, its first login; each page usable by everybody."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.accessible import barriers
from tests.web.support import County

pytestmark = pytest.mark.django_db(transaction=True)
Visit = Callable[..., Page]


def test_from_a_body_to_the_first_login(county: County, visit: Visit) -> None:
    page = visit("Yan-system_administrator")
    page.get_by_role("navigation").get_by_role("link", name="组织").click()
    page.get_by_role("link", name="新增下级").click()
    page.get_by_label("类别").select_option("department")
    page.get_by_label("代码").fill("Yan-roads")
    page.get_by_label("名称").fill("Yan roads")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("status")).to_contain_text("已保存")
    expect(page.get_by_role("rowheader", name="Yan roads")).to_be_visible()

    page.get_by_role("navigation").get_by_role("link", name="账号", exact=True).click()
    page.get_by_role("link", name="新增账号").click()
    page.get_by_label("账号").fill("roads-clerk")
    page.get_by_label("姓名").fill("Roads Clerk")
    page.get_by_label("所在单位").select_option(label="Yan roads")
    page.get_by_label("初始口令").fill("First-horse-7")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("status")).to_contain_text("角色由安全管理员授予")

    page = visit("Yan-security_administrator")
    page.get_by_role("navigation").get_by_role("link", name="账号", exact=True).click()
    page.get_by_label("查找").fill("roads-clerk")
    page.get_by_role("button", name="查找").click()
    page.get_by_role("link", name="角色 roads-clerk").click()
    page.get_by_label("单位").select_option(label="Yan roads")
    page.get_by_label("角色").select_option("department_lead")
    page.get_by_role("button", name="授予").click()
    expect(page.get_by_role("rowheader", name="Yan roads")).to_be_visible()

    page = visit("roads-clerk", password="First-horse-7")  # noqa: S106  # of this test
    expect(page.get_by_role("heading", name="修改口令")).to_be_visible()
    page.get_by_label("现在的口令").fill("First-horse-7")
    page.locator("#id_password1").fill("Second-horse-8")
    page.get_by_label("再输一遍新口令").fill("Second-horse-8")
    page.get_by_role("button", name="修改口令").click()
    expect(page.get_by_text("部门负责人")).to_be_visible()


def test_the_language_switch_stays(county: County, visit: Visit) -> None:
    page = visit("Yan-unit_clerk")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto("/account/sessions/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-hans")


def test_the_menu_of_a_phone_opens_by_keyboard(county: County, visit: Visit) -> None:
    page = visit("Yan-system_administrator", viewport={"width": 390, "height": 844})
    menu = page.get_by_role("button", name="菜单")
    entry = page.locator("nav").get_by_role("link", name="组织")
    expect(entry).to_be_hidden()
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(entry).to_be_visible()


PAGES = {
    "": ("/account/login/",),
    "Yan-system_administrator": ("/", "/organisations/", "/organisations/new/", "/people/", "/people/new/",
                                 "/account/password/change/", "/account/2fa/", "/account/sessions/", "/nowhere/"),
    "Yan-security_administrator": ("/people/5000001/roles/",),
    "Yan-audit_administrator": ("/audit/",),
}  # fmt: skip


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("username", PAGES)
def test_no_page_shuts_anybody_out(username: str, dark: bool, county: County, visit: Visit) -> None:  # noqa: FBT001
    page = visit(username, dark=dark)
    for path in PAGES[username]:
        page.goto(path)
        assert not barriers(page), path
