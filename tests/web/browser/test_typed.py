"""What was typed into an ordinary form is not lost when its button was pressed in vain."""

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Locator, Page, Route, expect
from tests.web.cycles.years import year
from tests.web.support import PASSWORD, County

from jixiao.web.cycles.models import Comment

pytestmark = pytest.mark.django_db(transaction=True)
Visit = Callable[..., Page]
WORDS = "第二季度的票据还没有附上，请补齐后再报。"


@pytest.fixture
def page(county: County, visit: Visit) -> Page:
    """A form's page with something typed that was not sent."""
    found = visit("Yan-performance_officer")
    found.goto(f"/cycles/tasks/{year(county).task.pk}/")
    typed(found).fill(WORDS)
    return found


def typed(page: Page) -> Locator:
    return page.locator('form[action$="/comment/"] [name="words"]')


def send(page: Page) -> None:
    page.locator('form[action$="/comment/"] button[type="submit"]').click()


def log_in(page: Page, username: str = "Yan-performance_officer") -> None:
    page.get_by_label("账号").fill(username)
    page.get_by_label("口令").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url(lambda url: "/account/login/" not in url)


def test_it_comes_back_after_a_login_that_had_ended(page: Page) -> None:
    Session.objects.all().delete()
    send(page)
    expect(page.locator("#messages")).to_contain_text("登录已过期")
    log_in(page)
    expect(typed(page)).to_have_value(WORDS)
    expect(page.locator("#messages")).to_contain_text("已经填回")
    send(page)
    expect(page.locator("#messages")).not_to_contain_text("已经填回")
    expect(typed(page)).to_have_value("")
    assert Comment.objects.filter(words=WORDS).count() == 1


def test_the_next_person_at_the_machine_does_not_see_it(page: Page) -> None:
    Session.objects.all().delete()
    send(page)
    log_in(page, "Yan-line_officer")
    expect(page.get_by_role("button", name="退出")).to_be_visible()
    page.wait_for_function("() => sessionStorage.getItem('jixiao:typed') === null")
    expect(typed(page)).to_have_value("")


def test_it_comes_back_where_somebody_logged_in_again_in_another_window(page: Page) -> None:
    Session.objects.all().delete()
    other = page.context.new_page()
    other.goto(page.url)
    log_in(other)
    send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("页面放得太久")
    page.get_by_role("link", name="回到原来的页面").click()
    expect(typed(page)).to_have_value(WORDS)


def test_it_comes_back_when_the_server_did_not_answer(page: Page) -> None:
    def silent(route: Route) -> None:
        route.abort("connectionrefused")

    page.route("**/comment/", silent)
    send(page)
    page.wait_for_url("chrome-error://chromewebdata/")  # the way back begins there
    page.unroute("**/comment/", silent)
    page.go_back()
    expect(typed(page)).to_have_value(WORDS)
