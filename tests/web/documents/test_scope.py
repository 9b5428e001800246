"""Who sees which document, how many queries it takes, and what becomes of sealed ones."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.web.documents.conftest import WRONG
from tests.web.documents.people import Browsers, HandIn, Place

from jixiao.web.actions import Changed, Refused, carry_out
from jixiao.web.cycles.models import Assignment
from jixiao.web.documents.actions.give_verdict import GiveVerdict
from jixiao.web.documents.actions.review_secrecy import ReviewSecrecy
from jixiao.web.documents.actions.upload_document import UploadDocument
from jixiao.web.documents.models import Document, Found
from jixiao.web.documents.storage import store

pytestmark = pytest.mark.django_db

PAGES = ("document", "row")
PARTS = ("version", "status", "findings", "sheet")
COPIES = ("original", "annotated", "letter", "page", "table", "json")


def addresses(document: Document) -> list[str]:
    return [
        *(reverse(f"documents:{name}", args=[document.pk]) for name in PAGES),
        *(reverse(f"documents:{name}", args=[document.pk, 1]) for name in PARTS),
        *(reverse("documents:download", args=[document.pk, 1, form]) for form in COPIES),
    ]


@pytest.mark.parametrize("name", ["clerk", "reviewer", "lead", "officer", "line", "evaluator", "auditor"])
def test_everybody_of_the_place_reads_every_page(
    place: Place, as_: Browsers, hand_in: HandIn, name: str
) -> None:
    document = hand_in()
    browser = as_(getattr(place, name))
    assert "自评报告" in browser.get(reverse("documents:documents")).content.decode()
    for address in addresses(document)[:6]:
        assert browser.get(address).status_code in {200, 204}, address


@pytest.mark.parametrize(("name", "status"), [("stranger", 404), ("system", 403)])
def test_others_get_at_nothing(place: Place, as_: Browsers, hand_in: HandIn, name: str, status: int) -> None:
    document = hand_in()
    browser = as_(getattr(place, name))
    for address in addresses(document):
        assert browser.get(address).status_code == status, address
    for verb in ("verdict", "withdraw"):
        answer = browser.post(
            reverse(f"documents:{verb}", args=[document.pk, 1, 0]), {"decision": "accepted"}
        )
        assert answer.status_code == status
    assert not Document.objects.visible_to(getattr(place, name)).exists()


def test_an_evaluator_reads_nothing_of_a_body_without_an_assignment(
    place: Place, as_: Browsers, hand_in: HandIn
) -> None:
    document = hand_in()
    Assignment.objects.update(ended_at=timezone.now())
    browser = as_(place.evaluator)
    assert "自评报告" not in browser.get(reverse("documents:documents")).content.decode()
    for address in addresses(document):
        assert browser.get(address).status_code == 404, address
    assert not Document.objects.visible_to(place.evaluator).exists()
    with pytest.raises(PermissionDenied):
        carry_out(UploadDocument(place.clinic, "a.txt", store([b"a"]), declared=True), place.evaluator)


def test_reading_roles_find_no_form(place: Place, as_: Browsers, hand_in: HandIn) -> None:
    page = as_(place.auditor).get(reverse("documents:document", args=[hand_in().pk])).content.decode()
    assert "上传新版本" not in page
    assert "data-act" not in page
    assert "data-drop" not in as_(place.auditor).get(reverse("documents:documents")).content.decode()


def test_queries_do_not_grow_with_documents_or_findings(
    place: Place,
    as_: Browsers,
    hand_in: HandIn,
) -> None:
    document = hand_in()
    document = hand_in(WRONG + "完成率为50%。", after=document)
    browser = as_(place.lead)
    pages = (
        (reverse("documents:documents"), 20),
        (reverse("documents:document", args=[document.pk]), 24),
        (reverse("documents:findings", args=[document.pk, 2]), 20),
    )
    counts = [_count(browser, address, most) for address, most in pages]
    hand_in(WRONG * 4, after=document)
    for found in Found.objects.filter(version__number=3):
        carry_out(GiveVerdict(found, "accepted"), place.clerk)
    for number in range(4):
        hand_in(WRONG.replace("100.00", f"10{number}.00"))
    assert [_count(browser, address, most) for address, most in pages] == counts


def _count(browser: Client, address: str, most: int) -> int:
    browser.get(address)
    with CaptureQueriesContext(connection) as made:
        assert browser.get(address).status_code == 200
    assert len(made) <= most, address
    return len(made)


def test_a_sealed_document_is_shown_to_nobody(place: Place, as_: Browsers, hand_in: HandIn) -> None:
    document = hand_in()
    carry_out(ReviewSecrecy(document, "sealed", "declared", 1), place.reviewer)
    for person in (place.clerk, place.reviewer, place.officer, place.auditor):
        browser = as_(person)
        page = browser.get(reverse("documents:document", args=[document.pk]))
        assert "已封存" in page.content.decode()
        assert "90.00%" not in page.content.decode()
        for address in addresses(document)[4:]:
            assert browser.get(address).status_code == 404, address


def test_secrecy_is_reviewed_by_another_and_again_for_each_version(place: Place, hand_in: HandIn) -> None:
    document = hand_in()
    with pytest.raises(PermissionDenied):
        carry_out(ReviewSecrecy(document, "cleared", "declared", 1), place.clerk)
    carry_out(ReviewSecrecy(document, "cleared", "declared", 1), place.reviewer)
    with pytest.raises(Changed):
        carry_out(ReviewSecrecy(document, "cleared", "declared", 1), place.lead)
    assert hand_in(WRONG + "又一段。\n", after=document).secrecy == "declared"


def test_nobody_clears_what_they_handed_in(place: Place, hand_in: HandIn) -> None:
    document = hand_in()
    document.latest.uploaded_by = place.reviewer
    document.latest.save()
    with pytest.raises(Refused, match="他人复核"):
        carry_out(ReviewSecrecy(document, "cleared", "declared", 1), place.reviewer)


def test_only_the_bureau_opens_what_was_sealed(place: Place, hand_in: HandIn) -> None:
    document = hand_in()
    carry_out(ReviewSecrecy(document, "sealed", "declared", 1), place.lead)
    document.refresh_from_db()
    with pytest.raises(Refused, match="财政部门"):
        carry_out(ReviewSecrecy(document, "cleared", "sealed", 1), place.lead)
    assert carry_out(ReviewSecrecy(document, "cleared", "sealed", 1), place.officer).secrecy == "cleared"
