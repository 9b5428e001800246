"""Findings in the user's own PDF: a picture of the words, and highlights in a copy."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium
import pytest
from PIL import Image
from tests.formats.pdf.building import Sheet, pdf

from jixiao.core.errors import ReadError
from jixiao.core.finding import Finding
from jixiao.core.place import Place
from jixiao.formats.cropping import SCALE
from jixiao.formats.pdf.annotate import annotate
from jixiao.formats.pdf.opening import opened, opened_page
from jixiao.formats.pdf.picture import picture
from jixiao.formats.pdf.read import read
from jixiao.pipeline import check_bytes

if TYPE_CHECKING:
    from jixiao.core.document import Document
    from jixiao.core.report import Report

WRONG = "全年预算100万元，支出50万元，预算执行率60%。"
RED = (200, 30, 30)


def wrong_page() -> Sheet:
    return Sheet().text(114, 110, WRONG)


def checked(data: bytes) -> tuple[Report, Document, Finding]:
    report = check_bytes(data, "report.pdf")
    assert report.document is not None
    assert report.findings
    return report, report.document, report.findings[0]


def made_up(code: str, place: Place) -> Finding:
    return Finding(code, "error", "text", "题目", "说明", "message", "", place)


def notes(data: bytes, page: int = 0) -> list[tuple[str, tuple[float, float, float, float]]]:
    """What the notes of a page say, and the rectangles of their words, left, top, right, bottom."""
    found = []
    with opened(data) as document, opened_page(document, page) as opened_one:
        for index in range(pdfium.FPDFPage_GetAnnotCount(opened_one)):
            note = pdfium.FPDFPage_GetAnnot(opened_one, index)
            length = pdfium.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
            buffer = (pdfium.FPDF_WCHAR * (length // 2))()
            pdfium.FPDFAnnot_GetStringValue(note, b"Contents", buffer, length)
            text = bytes(buffer).decode("utf-16-le").rstrip("\0")
            for number in range(pdfium.FPDFAnnot_CountAttachmentPoints(note)):
                quad = pdfium.FS_QUADPOINTSF()
                pdfium.FPDFAnnot_GetAttachmentPoints(note, number, quad)
                xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
                found.append((text, (min(xs), max(ys), max(xs), min(ys))))
            pdfium.FPDFPage_CloseAnnot(note)
    return found


def test_the_picture_shows_the_words_in_a_box() -> None:
    data = pdf(wrong_page())
    _, _, finding = checked(data)
    image = Image.open(io.BytesIO(picture(data, finding.place))).convert("RGB")
    box = finding.place.box
    assert box is not None
    assert finding.place.page == 1
    pixels = image.load()
    assert pixels is not None
    points = [(x, y) for x in range(image.width) for y in range(image.height)]
    red = [point for point in points if _near(pixels[point], RED)]
    wide = max(x for x, _ in red) - min(x for x, _ in red)
    assert abs(wide - (box[2] - box[0] + 4) * SCALE) < 6
    inside = min(x for x, _ in red) + wide // 2, image.height // 2
    assert _near(pixels[inside], (0, 0, 0)), "the words, which the font draws as black fields"


def _near(colour: object, other: tuple[int, int, int]) -> bool:
    assert isinstance(colour, tuple)
    return all(abs(one - two) < 40 for one, two in zip(colour, other, strict=True))


@pytest.mark.parametrize("place", [Place(0, 0, 1), Place(0, 0, 1, page=9, box=(1, 1, 2, 2))])
def test_a_place_that_is_not_in_the_file(place: Place) -> None:
    with pytest.raises(ReadError) as caught:
        picture(pdf(wrong_page()), place)
    assert caught.value.code == "no_such_page"


def test_findings_are_highlighted_and_nothing_else_changes() -> None:
    data = pdf(wrong_page())
    report, document, finding = checked(data)
    made = annotate(data, document, report.findings)
    assert made.startswith(data), "the bytes of the user come first"
    assert read(made, "a.pdf").blocks == document.blocks
    box = finding.place.box
    assert box is not None
    text, (left, top, right, bottom) = notes(made)[0]
    assert finding.code in text
    assert finding.message in text
    assert (left, 842 - top, right, 842 - bottom) == pytest.approx(box, abs=1)


def test_words_over_two_lines_and_pages_are_marked_in_each() -> None:
    first = Sheet().text(114, 110, "字" * 31 + "完成").text(90, 130, "字" * 35)
    data = pdf(first, Sheet().text(90, 110, "预算的98%。"))
    document = read(data, "a.pdf")
    finding = made_up("JX101", Place(0, 31, 70))
    made = annotate(data, document, [finding])
    assert len(notes(made)) == 2
    assert len(notes(made, 1)) == 1


def test_a_turned_page_is_marked_where_the_words_are() -> None:
    data = pdf(Sheet(rotate=90).text(300, 200, "预算100万元，支出50万元，执行率60%。", matrix="0 1 -1 0"))
    report, document, _ = checked(data)
    _, (left, top, right, bottom) = notes(annotate(data, document, report.findings))[0]
    assert right - left == pytest.approx(12, abs=1), "upright in the page's own coordinates"
    assert top - bottom == pytest.approx(36, abs=13)
    assert 285 < left < right < 305


def test_a_finding_without_words_has_its_note_at_the_top() -> None:
    data = pdf(wrong_page())
    document = read(data, "a.pdf")
    finding = made_up("JX501", Place(99, 0, 0))
    made = annotate(data, document, [finding, finding])
    assert len({place for _, place in notes(made)}) == 2


def test_no_findings_no_change() -> None:
    data = pdf(wrong_page())
    assert annotate(data, read(data, "a.pdf"), []) is data
