"""Every field that takes a file, with files made to do harm and names made to mislead.

Nothing lies anywhere but in the uploads, under the hash of its content; what is given out again is saved, never
shown; and the person is told in a sentence.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from tests.support import PACKAGE
from tests.web.filings.support import clerk, form
from tests.web.support import County
from tests.web.uploads.files import HOSTILE, NAMES, PAGE, bomb_of_text, honest, packed

from jixiao.web.cycles.models import Task
from jixiao.web.documents.checking import check
from jixiao.web.documents.models import Document, State
from jixiao.web.filings.evidence import MOST, Evidence
from jixiao.web.rectifications.models import Demand

pytestmark = pytest.mark.django_db
UPLOADS = "documents"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_DATA", str(tmp_path))
    settings.MEDIA_ROOT = tmp_path / "uploads"


@dataclass(frozen=True, slots=True)
class Sent:
    """What came back, whether it was taken, and where it can be had again."""

    answer: HttpResponse
    kept: bool
    address: str = ""


@dataclass(frozen=True, slots=True)
class Upload:
    """A field: the ending that it takes, and how to send to it."""

    ending: str
    reads: bool  # hands the file to the readers, which say what it is; otherwise it is refused
    send: Callable[[Client, County, Task, SimpleUploadedFile], Sent]


def _document(client: Client, county: County, task: Task, file: SimpleUploadedFile) -> Sent:
    del task
    before = set(Document.objects.values_list("pk", flat=True))
    body = {"organisation": str(county.unit.pk), "declared": "1", "file": file}
    answer = client.post("/documents/upload/", body, follow=True)
    return _latest(answer, Document.objects.exclude(pk__in=before).first())


def _version(client: Client, county: County, task: Task, file: SimpleUploadedFile) -> Sent:
    honest_one = SimpleUploadedFile("first.docx", honest("docx"))
    before = set(Document.objects.values_list("pk", flat=True))
    _document(client, county, task, honest_one)
    document = Document.objects.select_related("latest").exclude(pk__in=before).get()
    body = {"declared": "1", "after": "1", "file": file}
    answer = client.post(f"/documents/{document.pk}/upload/", body, follow=True)
    document.refresh_from_db()
    return _latest(answer, document if document.latest.number == 2 else None)


def _latest(answer: HttpResponse, document: Document | None) -> Sent:
    if document is None:
        return Sent(answer, kept=False)
    check(document.latest_id)
    number = document.latest.number
    return Sent(answer, kept=True, address=f"/documents/{document.pk}/versions/{number}/download/original/")


def _evidence(kind: str) -> Callable[..., Sent]:
    def send(client: Client, county: County, task: Task, file: SimpleUploadedFile) -> Sent:
        del county
        body = {"file": file, "kind": kind, "place": kind, "unclassified": "1"}
        answer = client.post(f"/filings/tasks/{task.pk}/evidence/", body)
        found = Evidence.objects.filter(task=task).first()
        address = f"/filings/tasks/{task.pk}/evidence/{found.pk}/" if found else ""
        return Sent(answer, kept=found is not None, address=address)

    return send


def _proof(client: Client, county: County, task: Task, file: SimpleUploadedFile) -> Sent:
    demand = Demand.objects.filter(organisation=county.unit).first()
    assert demand is not None
    before = set(demand.proofs.values_list("pk", flat=True))
    body = {"file": file, "unclassified": "1"}
    answer = client.post(f"/rectifications/{demand.pk}/files/", body)
    found = demand.proofs.exclude(pk__in=before).first()
    address = f"/rectifications/{demand.pk}/files/{found.pk}/" if found else ""
    return Sent(answer, kept=found is not None, address=address)


def _workbook(client: Client, county: County, task: Task, file: SimpleUploadedFile) -> Sent:
    del county
    body = {"workbook": file, "unclassified": "1"}
    return Sent(client.post(f"/filings/tasks/{task.pk}/workbook/upload/", body), kept=False)


def _import(client: Client, county: County, task: Task, file: SimpleUploadedFile) -> Sent:
    del county
    body = {"workbook": file, "unclassified": "1"}
    return Sent(client.post(f"/cycles/{task.stage.cycle_id}/projects/import/", body), kept=False)


FIELDS = {
    "documents/documents.html": (Upload("docx", reads=True, send= _document),),
    "documents/head.html": (Upload("docx", reads=True, send= _version),),
    "filings/evidence.html": (
        Upload("docx", reads=False, send= _evidence("proof")), Upload("xlsx", reads=False, send= _evidence("sealed")),
    ),
    "filings/workbook.html": (Upload("xlsx", reads=False, send= _workbook),),
    "rectifications/demand.html": (Upload("docx", reads=False, send= _proof),),
    "parts/import.html": (Upload("xlsx", reads=False, send= _import),),
}  # fmt: skip
"""By the template that has the field."""
each_field = pytest.mark.parametrize(
    "upload", [one for several in FIELDS.values() for one in several],
    ids=[f"{name}-{one.ending}" for name, several in FIELDS.items() for one in several],
)  # fmt: skip


def test_every_field_is_tried() -> None:
    """A field that is added is added here."""
    found = {
        path.relative_to(path.parents[1]).as_posix()
        for path in (PACKAGE / "web").rglob("templates/**/*.html")
        if re.search(r"<input[^>]*type=.file", path.read_text(encoding="utf-8"))
    }
    assert found == set(FIELDS)


@each_field
@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file(county: County, tmp_path: Path, upload: Upload, what: str) -> None:
    client, data = clerk(county), HOSTILE[what](upload.ending)
    sent = upload.send(client, county, form(county), SimpleUploadedFile(f"a.{upload.ending}", data))
    assert sent.answer.status_code in ({200} if upload.reads else {422})
    assert sent.kept == upload.reads
    assert "文件" in sent.answer.content.decode() or "工作簿" in sent.answer.content.decode()
    lies_only_by_hash(tmp_path)
    if sent.kept:
        is_saved_never_shown(client, sent.address, data)
        latest = Document.objects.select_related("latest").get(pk=sent.address.split("/")[2]).latest
        assert latest.state in {State.CHECKED, State.UNREADABLE}
        assert latest.state == State.UNREADABLE or what in {"a page", "a picture with a script", "a macro",
                                                            "a macro by its kind"}  # fmt: skip


@each_field
@pytest.mark.parametrize("name", NAMES)
def test_a_name_made_to_mislead(county: County, tmp_path: Path, upload: Upload, name: str) -> None:
    client = clerk(county)
    name = name.removesuffix("docx") + upload.ending
    file = SimpleUploadedFile("x", honest(upload.ending))
    file.__dict__["_name"] = name  # as the browser of an attacker sends it, not as Django would clean it
    sent = upload.send(client, county, form(county), file)
    assert sent.answer.status_code in {200, 302, 422}
    lies_only_by_hash(tmp_path)
    if not sent.kept:
        return
    answer = is_saved_never_shown(client, sent.address, None)
    told = answer["Content-Disposition"]
    assert not set(told) & set("\r\n\x00\u202e")
    assert "Set-Cookie" not in answer.headers
    assert ".." not in told
    assert "\\" not in told.replace('\\"', "")


@each_field
def test_a_file_that_is_too_large(
    county: County, tmp_path: Path, settings: LazySettings, upload: Upload
) -> None:
    settings.UPLOAD_LIMIT = MOST
    client, data = clerk(county), packed({"a": b"x"}) + bytes(MOST)
    sent = upload.send(client, county, form(county), SimpleUploadedFile(f"a.{upload.ending}", data))
    assert not sent.kept
    assert re.search(r"超过 \d+ MB", sent.answer.content.decode())
    assert not [one for one in tmp_path.rglob("*") if one.is_file() and one.stat().st_size > 10**6]


@each_field
def test_without_the_declaration_nothing_is_kept(county: County, tmp_path: Path, upload: Upload) -> None:
    class Undeclared(Client):
        def post(self, path: str, body: dict[str, Any], **more: Any) -> HttpResponse:
            kept = {key: one for key, one in body.items() if key not in {"declared", "unclassified"}}
            return super().post(path, kept, **more)

    client = Undeclared()
    client.force_login(county.people["unit_clerk"], "allauth.account.auth_backends.AuthenticationBackend")
    if "_version" in upload.send.__name__:
        return  # the first version is refused already
    before = set(tmp_path.rglob("*"))
    sent = upload.send(client, county, form(county), SimpleUploadedFile("a.docx", honest("docx")))
    assert not sent.kept
    assert "涉密" in sent.answer.content.decode()
    assert not [one for one in set(tmp_path.rglob("*")) - before if one.is_file()]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", PAGE),
        ("a.png", PAGE),
        ("a.jpg", b"\x89PNG\r\n\x1a\n"),
        ("a.ofd", packed({"a.txt": b"x"})),
        ("a.zip", packed({"a.html": PAGE})),
        ("a.zip", packed({"run.exe": b"MZ"})),
        ("a.zip", packed({"inner.zip": packed({"a.txt": b"x"})})),
        ("a.zip", packed({"a.xlsx": HOSTILE["a macro"]("xlsx")})),
        ("a.zip", bomb_of_text),  # made when it is needed, not when tests are collected
        ("a.html", PAGE),
        ("a.svg", PAGE),
        ("a", PAGE),
    ],
)
def test_evidence_of_another_kind(county: County, name: str, data: bytes | Callable[[], bytes]) -> None:
    data = data() if callable(data) else data
    sent = _evidence("proof")(clerk(county), county, form(county), SimpleUploadedFile(name, data))
    assert (sent.answer.status_code, sent.kept) == (422, False)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.4\n<html><script>alert(1)</script>"),  # a page as well: it is saved, never shown
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.JPG", b"\xff\xd8\xff\xe0"),
        ("a.docx", honest("docx")),
        ("a.xlsx", honest("xlsx")),
        ("a.zip", packed({"发票/1.pdf": b"%PDF-1", "a.docx": honest("docx")})),
    ],
)
def test_evidence_as_it_should_be(county: County, tmp_path: Path, name: str, data: bytes) -> None:
    client = clerk(county)
    sent = _evidence("proof")(client, county, form(county), SimpleUploadedFile(name, data))
    assert sent.kept, sent.answer.content.decode()
    lies_only_by_hash(tmp_path)
    is_saved_never_shown(client, sent.address, data)


def lies_only_by_hash(folder: Path) -> None:
    """No file but in the uploads, and none under a name that somebody chose."""
    for path in folder.rglob("*"):
        if path.is_file():
            parts = path.relative_to(folder).parts
            assert parts[0] == "uploads", path
            assert re.fullmatch(r"[0-9a-f]{64}", parts[-1]), path


def is_saved_never_shown(client: Client, address: str, data: bytes | None) -> HttpResponse:
    """The file comes back as it was, for saving, and no browser guesses what it is."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/octet-stream"
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert data is None or content == data
    return answer
