"""From handing a file in to its findings, as a browser without script would."""

import pytest
from django.urls import reverse
from tests.web.documents.conftest import WRONG, uploaded
from tests.web.documents.people import Browsers, Place

from jixiao.web.background.loop import drain
from jixiao.web.documents.models import Document, State


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", ["docx", "xlsx", "html", "txt"])
def test_a_file_is_taken_checked_and_shown(place: Place, as_: Browsers, kind: str) -> None:
    browser = as_(place.clerk)
    answer = browser.post(
        reverse("documents:upload"),
        {"organisation": place.clinic.pk, "declared": "1", "file": uploaded(WRONG, kind)},
    )
    document = Document.objects.get()
    page = reverse("documents:document", args=[document.pk])
    assert answer.status_code == 302
    assert answer.url == page
    assert "排队中" in browser.get(page).content.decode()
    drain()
    document = Document.objects.select_related("latest").get()
    assert document.latest.state == State.CHECKED, document.latest.error
    assert document.latest.format == kind
    assert document.year == 2023
    shown = browser.get(page).content.decode()
    assert "90.00%" in shown
    assert "JX101" in shown
    sheet = browser.get(reverse("documents:sheet", args=[document.pk, 1]))
    assert 'id="f0-0"' in sheet.content.decode()
