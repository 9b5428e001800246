"""Scanned pages are read where the extra is installed: text, tables, places; in time, in memory, behind the guard."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image
from tests.formats.scanned.making import LINES, ROWS, page, saved
from tests.support import require, require_ocr

from jixiao.core.document import Block, Document
from jixiao.formats import discovery, time_left
from jixiao.formats.guarded import Guard, Limits
from jixiao.pipeline import check_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    require_ocr()
    with Guard(Limits(seconds=600)) as one:
        yield one


def cells(document: Document) -> list[tuple[str, ...]]:
    (table,) = (block for block in document.blocks if block.kind == "table")
    rows = sorted({cell.row for cell in table.cells})
    return [tuple(cell.text for cell in table.cells if cell.row == row) for row in rows]


def words(document: Document) -> str:
    return "".join(block.text for block in document.blocks).replace(" ", "")


@pytest.mark.parametrize(("kind", "lean"), [("PDF", 0.0), ("PNG", 0.0), ("PDF", 1.5)])
def test_text_and_tables_are_read(guard: Guard, kind: str, lean: float) -> None:
    document = guard.read(saved(kind, page(lean)), f"a.{kind.lower()}")
    assert words(document) == "".join(LINES).replace(" ", "")
    assert cells(document) == list(ROWS)
    assert {block.part for block in document.blocks} == {"ocr"}
    assert document.notes[0].startswith("第1页是扫描件或图片，文字由程序识别而来")


def test_places_are_shown_and_marked(guard: Guard) -> None:
    data = saved("PDF", page())
    document = guard.read(data, "a.pdf")
    block = document.blocks[0]
    at = block.text.index("94.68")
    place = block.place(at, at + 5)
    assert place.page == 1
    assert place.box is not None
    left, top, right, bottom = place.box
    assert top < 200 / 150 * 72 + 16 < bottom  # the middle of the first line
    assert 300 < left < right < 480
    shown = Image.open(io.BytesIO(guard.picture("pdf", data, place)))
    assert shown.width > shown.height > 50
    in_picture = guard.picture("image", saved("PNG", page()), place)
    assert Image.open(io.BytesIO(in_picture)).size == shown.size


def test_a_page_without_text_is_told(guard: Guard) -> None:
    blank = Image.new("RGB", (600, 800), "white")
    assert guard.read(saved("PNG", blank), "a.png").notes[0].startswith("图片中没有认出文字")
    several = guard.read(saved("TIFF", blank, page()), "a.tif")
    assert several.notes[0] == "第1页没有认出文字，未读取。"
    assert several.blocks[0].page == 2


def test_short_time_leaves_pages_unread_and_says_so() -> None:
    require_ocr()
    time_left.allow(1)
    try:
        document = discovery.read(saved("PDF", page()), "a.pdf")
    finally:
        time_left.allow(float("inf"))
    assert document.blocks == ()
    assert document.notes == (
        "第1页是扫描件或图片，识别来不及在时限内完成，未读取；可用 --seconds 放宽时限。",
    )


def test_a_wrong_figure_in_a_scan_is_found_as_a_warning() -> None:
    require_ocr()
    require("soffice")
    wrong = "全年预算100万元，支出50万元，预算执行率60%。"
    printed = discovery.writer("pdf")
    assert printed is not None
    made = printed.write(Document("a", "txt", (Block(0, "paragraph", wrong),)))
    with pypdfium2.PdfDocument(made) as pdf:
        scan = saved("PDF", pdf[0].render(scale=150 / 72).to_pil())
    report = check_bytes(scan, "a.pdf")
    (finding,) = report.findings
    assert finding.severity == "warning"
    assert finding.fingerprint == check_bytes(made, "a.pdf").findings[0].fingerprint
    assert report.document is not None
    marked = discovery.annotate("pdf", scan, report.document, [finding])
    assert b"/Highlight" in marked[len(scan) :]
