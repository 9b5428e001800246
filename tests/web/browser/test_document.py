"""The page of a checked document: the marked text fills the desk beside its findings."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from tests.web.documents import samples
from tests.web.support import County

pytestmark = pytest.mark.django_db(transaction=True)
Visit = Callable[..., Page]


def test_the_text_is_as_high_as_the_desk(county: County, visit: Visit) -> None:
    samples.make(county, 77)
    page = visit("Yan-unit_clerk")
    page.goto("/documents/77/versions/77/")
    heights = page.evaluate(
        "() => ['.desk', '.desk-sheet'].map((one) => document.querySelector(one).getBoundingClientRect().height)"
    )
    assert heights[0] == heights[1]
