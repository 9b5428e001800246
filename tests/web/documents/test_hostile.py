"""Files made to do harm: nothing of theirs runs, and each is answered with a sentence."""

import pytest
from django.urls import reverse
from tests.web.documents.conftest import WRONG, as_file
from tests.web.documents.people import Browsers, Place

from jixiao.core.report import Report
from jixiao.web.actions import carry_out
from jixiao.web.documents.actions.upload_document import UploadDocument
from jixiao.web.documents.checking import check
from jixiao.web.documents.models import Document, Found, State
from jixiao.web.documents.storage import path_of, store
from jixiao.web.documents.storing import clean, keep

pytestmark = pytest.mark.django_db

EVIL = '<script>alert(1)</script><img src=x onerror=alert(1)> <b hx-get="/account/logout/" hx-trigger="load">'
PAGE = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><meta http-equiv='refresh' content='0;url=//evil'>"
    "<style>body{display:none}</style><script>alert(1)</script></head><body onload='alert(1)'>"
    "<iframe src='javascript:alert(1)'></iframe><form action='//evil'><input name=q></form>"
    f"<p>{EVIL.replace('<', '&lt;')}</p>"
    + "".join(f"<p>{line}</p>" for line in WRONG.split("\n"))
    + "</body></html>"
)


def handed_in(place: Place, data: bytes, name: str) -> Document:
    document = carry_out(UploadDocument(place.clinic, name, store([data]), declared=True), place.clerk)
    check(document.latest_id)
    return Document.objects.select_related("latest").get(pk=document.pk)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PAGE.encode(), "a.html"),
        (as_file(WRONG + EVIL, "docx"), "a.docx"),
        ((WRONG + EVIL).encode(), "<script>alert(1)</script>.txt"),
        (as_file(WRONG.replace("预算执行率", EVIL + "预算执行率"), "docx"), "b.docx"),
    ],
    ids=["html", "docx", "txt", "in a finding"],
)
def test_nothing_of_a_document_becomes_an_element(
    place: Place, as_: Browsers, data: bytes, name: str
) -> None:
    document = handed_in(place, data, name)
    assert document.latest.state == State.CHECKED
    browser = as_(place.clerk)
    for address in ("sheet", "version", "findings"):
        answer = browser.get(reverse(f"documents:{address}", args=[document.pk, 1]))
        text = answer.content.decode().lower()
        body = text.partition("<body")[2] or text
        assert "<script>" not in body
        assert "<img" not in body
        assert "<b hx-get" not in body
        assert "http-equiv" not in text
        assert "javascript:" not in body


def test_the_frame_runs_loads_and_sends_nothing(place: Place, as_: Browsers) -> None:
    document = handed_in(place, PAGE.encode(), "a.html")
    answer = as_(place.clerk).get(reverse("documents:sheet", args=[document.pk, 1]))
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox allow-same-origin" in policy
    assert "allow-scripts" not in policy
    assert "unsafe" not in policy
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    page = as_(place.clerk).get(reverse("documents:version", args=[document.pk, 1]))
    assert 'sandbox="allow-same-origin"' in page.content.decode()
    assert page["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"PK\x03\x04broken", "a.docx", "damaged_archive"),
        (b"\x00\x01\x02\x03" * 50, "a.docx", "unknown_format"),
        (b"\x7fELF\x02\x01\x01" + bytes(200), "a.txt", "unknown_format"),
    ],
)
def test_what_cannot_be_read_says_why(place: Place, as_: Browsers, data: bytes, name: str, code: str) -> None:
    document = handed_in(place, data, name)
    assert document.latest.state == State.UNREADABLE
    assert document.latest.error_code == code
    page = as_(place.clerk).get(reverse("documents:document", args=[document.pk])).content.decode()
    assert document.latest.error in page
    assert "重新检查" in page


def test_the_content_counts_and_not_the_name(place: Place) -> None:
    assert handed_in(place, as_file(WRONG, "docx"), "report.txt").latest.format == "docx"
    assert handed_in(place, WRONG.encode(), "report.docx").latest.format == "txt"


def test_lost_content_is_told(place: Place) -> None:
    document = carry_out(UploadDocument(place.clinic, "a.txt", store([b"abc"]), declared=True), place.clerk)
    path_of(document.latest.sha256).unlink()
    check(document.latest_id)
    document.latest.refresh_from_db()
    assert document.latest.error_code == "lost"


def test_signs_that_no_database_keeps_are_replaced() -> None:
    assert clean({"a": ["x\0y", "\ud800"], "b": 3}) == {"a": ["xy", "?"], "b": 3}


def test_a_second_check_replaces_the_first(place: Place) -> None:
    document = handed_in(place, WRONG.encode(), "a.txt")
    count = Found.objects.count()
    assert count
    check(document.latest_id)
    assert Found.objects.count() == count
    keep(document.latest, Report(file="a.txt"))
    assert not Found.objects.exists()
