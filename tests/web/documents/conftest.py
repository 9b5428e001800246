"""Files as people hand them in, made of the examples; people who hand them in."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.documents.people import Browsers, HandIn, Place
from tests.web.support import signed_in

from jixiao.formats.discovery import writer
from jixiao.formats.txt.read import read_text
from jixiao.web.actions import carry_out
from jixiao.web.documents.actions.upload_document import UploadDocument
from jixiao.web.documents.actions.upload_version import UploadVersion
from jixiao.web.documents.checking import check
from jixiao.web.documents.models import Document
from jixiao.web.documents.storage import store

_EXAMPLES = Path(__file__).parents[3] / "examples"
WRONG = (
    "2023年度部门整体支出绩效自评报告\n一、预算执行情况\n"
    "2023年部门预算安排100.00万元，实际支出80.00万元，预算执行率90.00%。\n"
    "其中：基本支出50.00万元，项目支出40.00万元，合计80.00万元。\n"
)


def as_file(text: str, kind: str) -> bytes:
    """The text as a file of a format."""
    if kind == "txt":
        return text.encode("utf-8")
    format_ = writer(kind)
    assert format_ is not None
    data: bytes = format_.write(read_text(text, "report.txt"))
    return data


def example(name: str = "430406-yanfeng-2023", which: str = "as-published-figures") -> str:
    """A whole report in our own sentences."""
    return (_EXAMPLES / name / f"report-{which}.txt").read_text(encoding="utf-8")


def uploaded(text: str, kind: str = "docx", name: str = "report") -> SimpleUploadedFile:
    """The text as a file in a form."""
    return SimpleUploadedFile(f"{name}.{kind}", as_file(text, kind))


@pytest.fixture
def place(db: None) -> Place:
    del db
    return Place()


@pytest.fixture
def as_(db: None) -> Browsers:
    """A browser in which somebody is logged in."""
    del db

    return signed_in


@pytest.fixture
def hand_in(place: Place) -> HandIn:
    """A checked document of the clinic, or its next version."""

    def made(text: str = WRONG, kind: str = "txt", after: Document | None = None) -> Document:
        stored = store([as_file(text, kind)])
        name = f"自评报告.{kind}"
        if after is None:
            document = carry_out(UploadDocument(place.clinic, name, stored, declared=True), place.clerk)
        else:
            document = after
            number = after.latest.number if after.latest else 0
            carry_out(UploadVersion(after, number, name, stored, declared=True), place.clerk)
        document = Document.objects.get(pk=document.pk)
        check(document.latest_id)
        return Document.objects.select_related("latest", "organisation").get(pk=document.pk)

    return made


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.TOTP_FOR_ADMINISTRATORS = False
