"""What people take away opens in our own reader and leaves out what they decided to leave."""

import json
import zipfile
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse
from openpyxl.worksheet.worksheet import Worksheet
from tests.web.documents.conftest import WRONG, as_file
from tests.web.documents.people import Browsers, HandIn, Place

from jixiao.formats.discovery import detect, read
from jixiao.pipeline import check_bytes
from jixiao.web.actions import carry_out
from jixiao.web.documents.actions.give_verdict import GiveVerdict
from jixiao.web.documents.models import Document, Found

pytestmark = pytest.mark.django_db


def taken(place: Place, as_: Browsers, document: Document, form: str) -> tuple[bytes, str]:
    answer = as_(place.clerk).get(reverse("documents:download", args=[document.pk, 1, form]))
    assert answer.status_code == 200, form
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    return b"".join(answer.streaming_content), answer["Content-Disposition"]


def waive(place: Place, document: Document, code: str) -> None:
    for found in Found.objects.filter(version=document.latest, code=code).select_related("version__document"):
        carry_out(GiveVerdict(found, "waived", "口径不同"), place.clerk)


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_own_file_comes_back_with_comments(
    place: Place, as_: Browsers, hand_in: HandIn, kind: str
) -> None:
    document = hand_in(WRONG, kind)
    data, name = taken(place, as_, document, "annotated")
    assert detect(data, f"x.{kind}") == kind
    assert kind in name
    found = {one.code for one in check_bytes(data, f"x.{kind}").findings}
    assert {"JX101", "JX103"} <= found
    assert "JX101" in _comments(data, kind)
    waive(place, document, "JX101")
    left = _comments(taken(place, as_, document, "annotated")[0], kind)
    assert "JX101" not in left
    assert "JX103" in left


def _comments(data: bytes, kind: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = [name for name in package.namelist() if "comments" in name.lower()]
        assert names, f"no comments in the {kind}"
        return "".join(package.read(name).decode("utf-8", "replace") for name in names)


def test_the_original_is_the_very_file(place: Place, as_: Browsers, hand_in: HandIn) -> None:
    assert taken(place, as_, hand_in(WRONG, "docx"), "original")[0] == as_file(WRONG, "docx")


def test_the_notice_tells_only_what_is_to_be_mended(place: Place, as_: Browsers, hand_in: HandIn) -> None:
    document = hand_in()
    waive(place, document, "JX101")
    data, _ = taken(place, as_, document, "letter")
    text = "".join(
        block.text + "".join(cell.text for cell in block.cells) for block in read(data, "x.docx").blocks
    )
    assert "退回修改通知" in text
    assert "90.00%" not in text


def test_no_notice_where_everything_was_waived(place: Place, as_: Browsers, hand_in: HandIn) -> None:
    document = hand_in()
    for code in ("JX101", "JX103"):
        waive(place, document, code)
    browser = as_(place.clerk)
    answer = browser.get(reverse("documents:download", args=[document.pk, 1, "letter"]), follow=True)
    assert "没有待改的问题" in answer.content.decode()


def test_the_table_holds_findings_and_verdicts(place: Place, as_: Browsers, hand_in: HandIn) -> None:
    document = hand_in()
    waive(place, document, "JX101")
    sheet = openpyxl.load_workbook(BytesIO(taken(place, as_, document, "table")[0])).active
    assert isinstance(sheet, Worksheet)
    rows = {row[2].value: [cell.value for cell in row] for row in sheet.iter_rows(min_row=2)}
    assert rows["JX101"][8:11] == ["不改", "口径不同", "clerk姓名"]
    assert rows["JX103"][8] == "待处理"


def test_the_json_keeps_the_contract(place: Place, as_: Browsers, hand_in: HandIn) -> None:
    document = hand_in()
    found = json.loads(taken(place, as_, document, "json")[0])
    assert {"jixiao", "file", "format", "sha256", "seconds", "certificate", "claims", "findings"} == set(
        found
    )
    assert found["sha256"] == document.latest.sha256


def test_the_page_needs_no_site(place: Place, as_: Browsers, hand_in: HandIn) -> None:
    page = taken(place, as_, hand_in(), "page")[0].decode()
    assert "default-src 'none'" in page
    assert "90.00%" in page


def test_a_web_page_takes_no_comments_and_says_so(place: Place, as_: Browsers, hand_in: HandIn) -> None:
    document = hand_in(WRONG, "html")
    page = as_(place.clerk).get(reverse("documents:document", args=[document.pk])).content.decode()
    assert "带批注的原文件" not in page
    address = reverse("documents:download", args=[document.pk, 1, "annotated"])
    assert "不能加批注" in as_(place.clerk).get(address, follow=True).content.decode()
