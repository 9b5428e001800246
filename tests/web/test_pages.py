"""Every page, as somebody who may open it sees it: no inline script or style, each field labelled, one heading."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from selectolax.lexbor import LexborHTMLParser as Page
from selectolax.lexbor import LexborNode as Node
from tests.web.addresses import Address, own
from tests.web.support import HERE, County, signed_in
from tests.web.walking import answered

from jixiao.web.people.roles import Role

pytestmark = pytest.mark.django_db
# Pages of allauth that this site shows: by name, since their views say nothing of permission.
ACCOUNT_PAGES = (
    "/account/password/change/",
    "/account/2fa/",
    "/account/reauthenticate/",
    "/account/sessions/",
    "/account/logout/",
    "/account/3rdparty/login/cancelled/",
    "/account/3rdparty/login/error/",
)
OPEN_PAGES = ("/account/login/", "/account/inactive/")
SHUT_PAGES = (
    "/account/signup/",
    "/account/email/",
    "/account/password/reset/",
    "/account/password/set/",
    "/account/confirm-email/",
    "/account/3rdparty/",
    "/account/3rdparty/signup/",
    "/account/social/connections/",
)


@pytest.mark.parametrize("address", own(), ids=lambda one: one.name)
def test_every_page_of_ours(address: Address, county: County) -> None:
    answers = list(answered(address, county).values())
    if all(answer.status_code == 405 for answer in answers if answer.status_code != 403):
        return  # takes posts alone
    shown = [answer for answer in answers if answer.status_code in {200, 204, 302}]
    assert shown, f"{address.name}: nobody can open it. Add a row with number {HERE} in samples.py"
    for answer in shown:
        if answer.get("Content-Type", "").startswith("text/html") and answer.content:
            assert not list(faults(answer)), address.name


@pytest.mark.parametrize("path", ACCOUNT_PAGES)
def test_every_page_of_an_account(path: str, county: County) -> None:
    answer = signed_in(county.people["unit_clerk"]).get(path)
    assert answer.status_code in {200, 401}
    assert not list(faults(answer))


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_every_page_of_a_stranger(path: str, db: None) -> None:
    answer = signed_in(None).get(path)
    assert answer.status_code == 200
    assert not list(faults(answer))


@pytest.mark.parametrize("path", SHUT_PAGES)
def test_pages_that_this_site_does_without(path: str, county: County) -> None:
    assert signed_in(county.people["unit_clerk"]).get(path, follow=True).status_code == 404


def test_pages_of_refusal(county: County) -> None:
    client = signed_in(county.people["unit_clerk"])
    for path, status in (("/audit/", 403), ("/nowhere/", 404)):
        answer = client.get(path)
        assert answer.status_code == status
        assert not list(faults(answer))


def test_the_icon_that_browsers_ask_for(db: None) -> None:
    assert signed_in(None).get("/favicon.ico")["Location"].endswith("/icon.svg")


def faults(answer: HttpResponse) -> Iterator[str]:
    """What the content policy would block or a screen reader miss."""
    policy = answer["Content-Security-Policy"]
    shut = "default-src 'none'" in policy and "script-src" not in policy  # a frame: stricter than our pages
    if "unsafe" in policy or not (shut or ("script-src 'self'" in policy and "style-src 'self'" in policy)):
        yield f"policy: {policy}"
    page = Page(answer.content.decode("utf-8"))
    part = not answer.content.lstrip().lower().startswith(b"<!doctype")  # an answer to htmx
    if not part:
        if not page.css("html[lang=zh-hans], html[lang=en]"):
            yield "html has no language"
        if len(page.css("h1")) != 1:
            yield f"{len(page.css('h1'))} headings of the first level"
        if not any(title.text().split("·")[0].strip() for title in page.css("title")):
            yield "no title"
    yield from _inline(page)
    yield from _forms(page)
    ids = Counter(node.attributes["id"] for node in page.css("[id]"))
    yield from (f"id {one} occurs {count} times" for one, count in ids.items() if count > 1)


def _inline(page: Page) -> Iterator[str]:
    for node in page.css("*"):
        if node.tag == "style" or (node.tag == "script" and not _may_stay(node)):
            yield f"inline {node.tag}: {node.text()[:60]}"
        for name, value in node.attributes.items():
            if name == "style" or re.match(r"on[a-z]+$", name) or name.startswith("hx-on"):
                yield f"inline {name} of {node.tag}: {value}"
            if (value or "").strip().lower().startswith("javascript:"):
                yield f"{name} of {node.tag} is a script"
            if name in {"src", "href", "action"} and re.match(r"(https?:)?//", value or ""):
                yield f"{node.tag} leads out: {value}"


def _may_stay(script: Node) -> bool:
    """With an address, or data that nothing executes."""
    return "src" in script.attributes or script.attributes.get("type") == "application/json"


def _forms(page: Page) -> Iterator[str]:
    labelled = {node.attributes.get("for") for node in page.css("label")}
    for node in page.css("input, select, textarea"):
        known = node.attributes
        if (
            known.get("type") in {"hidden", "submit"}
            or known.get("aria-label")
            or known.get("aria-labelledby")
        ):
            continue
        if known.get("id") not in labelled and not _inside(node, "label"):
            yield f"no label: {node.html}"
    for form in page.css("form"):
        if (form.attributes.get("method") or "").lower() == "post" and not form.css(
            "[name=csrfmiddlewaretoken]"
        ):
            yield f"no token: {form.html}"
    for node in page.css("button, a[href]"):
        if not node.text().strip() and not node.attributes.get("aria-label") and not node.css("img[alt]"):
            yield f"no words: {node.html}"


def _inside(node: Node, tag: str) -> bool:
    above = node.parent
    while above is not None and above.tag != tag:
        above = above.parent
    return above is not None


def test_administrators_find_their_pages_on_the_first_one(county: County) -> None:
    shown = signed_in(county.people[str(Role.SYSTEM_ADMINISTRATOR)]).get("/").content.decode()
    assert "/people/" in shown[shown.index("从这里开始") :]
    assert "从这里开始" not in signed_in(county.people[str(Role.UNIT_CLERK)]).get("/").content.decode()


def test_the_switch_of_languages_leads_from_a_refused_press_back_to_its_page(county: County) -> None:
    client = signed_in(county.people["unit_clerk"])
    answer = client.post("/audit/check/", HTTP_REFERER="http://testserver/cycles/tasks/?mine=1")
    assert answer.status_code == 403
    (back,) = re.findall(r'name="next" value="([^"]+)"', answer.content.decode())
    assert back == "/cycles/tasks/?mine=1"
    (here,) = re.findall(r'name="next" value="([^"]+)"', client.get("/?a=1").content.decode())
    assert here == "/?a=1"
