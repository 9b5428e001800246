"""What comes in: limits, declarations, names, and who may."""

from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from tests.web.documents.conftest import WRONG, uploaded
from tests.web.documents.people import Browsers, HandIn, Place

from jixiao.web.actions import Changed, Refused, carry_out
from jixiao.web.documents.actions.upload_document import UploadDocument
from jixiao.web.documents.actions.upload_version import UploadVersion
from jixiao.web.documents.models import Document, Version
from jixiao.web.documents.storage import path_of, shown_name, store

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\报告\\自评.docx", "自评.docx"),
        ("自评\u202excod.exe", "自评xcod.exe"),
        ("a\x00b\r\n.docx", "ab.docx"),
        ("..", "未命名"),
        ("", "未命名"),
        ("<img src=x>.docx", "img src=x.docx"),
        ("长" * 300 + ".docx", "长" * 145 + ".docx"),
    ],
)
def test_a_name_is_only_a_name(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@given(st.text())
def test_no_name_leads_elsewhere(name: str) -> None:
    shown = shown_name(name)
    assert shown
    assert len(shown) <= 150
    assert Path(shown).name == shown
    assert not set(shown) & set('/\\\r\n\0"')


def test_content_lies_under_its_hash_whatever_it_is_called(place: Place, settings) -> None:  # noqa: ANN001
    stored = store([b"abc", b"def"])
    carry_out(UploadDocument(place.clinic, "../../../evil.docx", stored, declared=True), place.clerk)
    files = [one for one in Path(settings.MEDIA_ROOT).rglob("*") if one.is_file()]
    assert files == [path_of(stored.sha256)]
    assert files[0].read_bytes() == b"abcdef"
    assert Version.objects.get().name == "evil.docx"


@pytest.mark.parametrize("wrong", ["../../etc/passwd", "", "a" * 63, "A" * 64])
def test_only_a_hash_is_a_place(wrong: str) -> None:
    with pytest.raises(ValueError, match="not a hash"):
        path_of(wrong)


def test_without_declaration_nothing_is_kept(place: Place, as_: Browsers, settings) -> None:  # noqa: ANN001
    answer = as_(place.clerk).post(
        reverse("documents:upload"), {"organisation": place.clinic.pk, "file": uploaded(WRONG, "txt")}
    )
    assert answer.status_code == 422
    assert "涉密文件不得上传" in answer.content.decode()
    assert not Document.objects.exists()
    assert not Path(settings.MEDIA_ROOT).exists()


@pytest.mark.parametrize(
    ("content", "limit", "words"), [(b"", 100, "0 字节"), (b"x" * (2 * 2**20), 2**20, "文件超过 1 MB")]
)
def test_sizes_are_limited(place: Place, as_: Browsers, content: bytes, limit: int, words: str) -> None:
    with override_settings(UPLOAD_LIMIT=limit):
        answer = as_(place.clerk).post(
            reverse("documents:upload"),
            {"organisation": place.clinic.pk, "declared": "1", "file": SimpleUploadedFile("a.txt", content)},
        )
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Document.objects.exists()


def test_uploads_of_an_hour_are_limited(place: Place, hand_in: HandIn) -> None:
    hand_in()
    with override_settings(UPLOADS_PER_HOUR=1), pytest.raises(Refused, match="一小时"):
        carry_out(UploadDocument(place.clinic, "b.txt", store([b"b"]), declared=True), place.clerk)
    carry_out(UploadDocument(place.clinic, "b.txt", store([b"b"]), declared=True), place.reviewer)


def test_several_files_become_several_documents(place: Place, as_: Browsers) -> None:
    files = [uploaded(WRONG + str(number), "txt", f"r{number}") for number in range(3)]
    answer = as_(place.clerk).post(
        reverse("documents:upload"), {"organisation": place.clinic.pk, "declared": "1", "file": files}
    )
    assert answer.url == reverse("documents:documents")
    assert Document.objects.count() == 3


@pytest.mark.parametrize("name", ["auditor", "system", "stranger"])
def test_strangers_and_readers_hand_in_nothing(place: Place, as_: Browsers, name: str) -> None:
    person = getattr(place, name)
    answer = as_(person).post(
        reverse("documents:upload"),
        {"organisation": place.clinic.pk, "declared": "1", "file": uploaded(WRONG, "txt")},
    )
    assert answer.status_code in {403, 422}
    with pytest.raises(PermissionDenied):
        carry_out(UploadDocument(place.clinic, "a.txt", store([b"a"]), declared=True), person)
    assert not Document.objects.exists()


def test_an_evaluator_adds_versions_only_to_own_documents(place: Place, hand_in: HandIn) -> None:
    stored = store([b"a"])
    own = carry_out(UploadDocument(place.clinic, "a.txt", stored, declared=True), place.evaluator)
    carry_out(UploadVersion(own, 1, "b.txt", store([b"b"]), declared=True), place.evaluator)
    with pytest.raises(PermissionDenied):
        carry_out(UploadVersion(hand_in(), 1, "b.txt", store([b"b"]), declared=True), place.evaluator)


def test_two_people_adding_the_next_version_do_not_hide_each_other(place: Place, hand_in: HandIn) -> None:
    document = hand_in()
    carry_out(UploadVersion(document, 1, "b.txt", store([b"b"]), declared=True), place.clerk)
    with pytest.raises(Changed, match="第 2 版"):
        carry_out(UploadVersion(document, 1, "c.txt", store([b"c"]), declared=True), place.lead)
    assert document.versions.count() == 2


def test_the_same_content_is_no_new_version(place: Place, hand_in: HandIn) -> None:
    document = hand_in()
    with pytest.raises(Refused, match="完全相同"):
        carry_out(UploadVersion(document, 1, "b.txt", store([WRONG.encode()]), declared=True), place.clerk)
