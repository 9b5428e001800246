"""The English of the site is whole: the catalogue has every sentence, and no page in English shows another."""

import io
import re
import runpy

import pytest
from babel.messages.mofile import read_mo
from selectolax.lexbor import LexborHTMLParser as Page
from tests.support import ROOT
from tests.web.addresses import Address, own
from tests.web.support import HERE, County, signed_in
from tests.web.test_pages import ACCOUNT_PAGES, OPEN_PAGES

from jixiao.web.people.roles import Role

pytestmark = pytest.mark.sqlite  # the words of pages are the same on every database

TOOL = runpy.run_path(str(ROOT / "tools" / "translations.py"))
COMPILER = runpy.run_path(str(ROOT / "tools" / "english_words.py"))
COMPILED = TOOL["PO"].with_suffix(".mo")
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
# What is Chinese in an English page: the switch back, and names of rulebooks, which are data.
DATA = "[lang=zh], select[name=rulebook] option, [data-words], script, title"


def test_every_sentence_has_its_english() -> None:
    assert TOOL["missing"](TOOL["updated"]()) == [], "write it in locale/en/LC_MESSAGES/django.po"


def test_the_written_catalogue_is_up_to_date() -> None:
    assert TOOL["PO"].read_bytes() == TOOL["written"](TOOL["updated"]()), "run: python tools/translations.py"


def test_what_is_compiled_is_what_is_written() -> None:
    compiled, written = COMPILED.read_bytes(), COMPILER["compiled"](TOOL["written"](TOOL["updated"]()))
    first, second = (
        {(one.context, one.id): one.string for one in read_mo(io.BytesIO(content)) if one.id}
        for content in (compiled, written)
    )
    assert first == second


@pytest.mark.django_db
@pytest.mark.parametrize("address", own(), ids=lambda one: one.name)
def test_no_page_in_english_shows_chinese(address: Address, county: County) -> None:
    for role in ("", *map(str, Role)):
        assert not left(address.at(HERE), county.people[role]), address.name


@pytest.mark.django_db
@pytest.mark.parametrize("path", [*ACCOUNT_PAGES, *OPEN_PAGES, "/nowhere/"])
def test_no_page_of_an_account_does(path: str, county: County) -> None:
    assert not left(path, None if path in OPEN_PAGES else county.people["unit_clerk"])


def left(path: str, user: object) -> set[str]:
    """The Chinese words in the page."""
    client = signed_in(user)
    client.cookies["django_language"] = "en"
    answer = client.get(path)
    if not answer.get("Content-Type", "").startswith("text/html") or not answer.content:
        return set()
    page = Page(answer.content.decode("utf-8"))
    for node in page.css(DATA):
        node.decompose()
    shown = page.body.text(separator="\n") if page.body else ""
    told = " ".join(
        value or ""
        for node in page.css("[placeholder], [aria-label], [title], [alt]")
        for name, value in node.attributes.items()
        if name in {"placeholder", "aria-label", "title", "alt"}
    )
    return set(CHINESE.findall(shown + told))
