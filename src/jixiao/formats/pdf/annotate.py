"""Findings as highlights with a note in a copy of the user's PDF; nothing else in it changes."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

import pypdfium2.raw as pdfium

from jixiao.core.document import boxes_of
from jixiao.core.errors import ReadError
from jixiao.formats.docx.comments import AUTHOR, comment_lines
from jixiao.formats.pdf.characters import seen
from jixiao.formats.pdf.opening import opened, opened_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.document import Document
    from jixiao.core.finding import Finding
    from jixiao.core.place import Box, Place
    from jixiao.formats.pdf.turning import Turning

_COLOURS: Final = {"error": (255, 120, 120), "warning": (255, 214, 80), "info": (150, 200, 255)}
_PRINTED: Final = 4
"""The flag of notes that are printed too."""
_NOTE: Final = 20
"""Points: the side of the sign of a note that has no words to stand on."""


def annotate(data: bytes, document: Document, findings: Sequence[Finding], language: str = "zh") -> bytes:
    """The file with a highlight on the words of each finding, its note saying what is wrong with them.

    Raises:
        ReadError: as in reading; ``not_saved``: pdfium could not write the copy.
    """
    if not findings:
        return data
    marks: dict[int, list[tuple[list[Box], Finding, str]]] = defaultdict(list)
    for finding in findings:
        by_page: dict[int, list[Box]] = defaultdict(list)
        for number, box in _boxes(document, finding.place):
            by_page[number].append(box)
        text = "\n".join(comment_lines(finding, document, language, exact=bool(by_page)))
        for number, found in (by_page or {finding.place.page or 1: []}).items():
            marks[number].append((found, finding, text))
    with opened(data) as pointer:
        for number, on_page in marks.items():
            with opened_page(pointer, number - 1) as page:
                if page is None:
                    continue
                turning, _ = seen(page)
                top = _NOTE
                for boxes, finding, text in on_page:
                    if not boxes:
                        boxes.append((_NOTE, top, 2 * _NOTE, top + _NOTE))
                        top += 2 * _NOTE
                    _mark(page, turning, boxes, finding, text)
        return _saved(pointer)


def _boxes(document: Document, place: Place) -> list[tuple[int, Box]]:
    """The page and box of the words in every line that they run through."""
    block = document.blocks[place.block] if 0 <= place.block < len(document.blocks) else None
    if block is None:
        return []
    areas = block.areas
    if place.row is not None:
        areas = next(
            (cell.areas for cell in block.cells if (cell.row, cell.column) == (place.row, place.column)), ()
        )
    return boxes_of(areas, place.start, place.end)


def _mark(page: Any, turning: Turning, boxes: Sequence[Box], finding: Finding, text: str) -> None:  # noqa: ANN401
    annotation = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_HIGHLIGHT)
    if not annotation:
        return
    try:
        red, green, blue = _COLOURS.get(finding.severity, _COLOURS["info"])
        pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, red, green, blue, 255)
        whole = pdfium.FS_RECTF(left=1e6, bottom=1e6, right=-1e6, top=-1e6)
        for left, top, right, bottom in boxes:
            corners = [
                turning.back(x, y) for x, y in ((left, top), (right, top), (left, bottom), (right, bottom))
            ]
            quad = pdfium.FS_QUADPOINTSF(*[value for corner in corners for value in corner])
            pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, quad)
            for x, y in corners:
                whole.left, whole.right = min(whole.left, x), max(whole.right, x)
                whole.bottom, whole.top = min(whole.bottom, y), max(whole.top, y)
        pdfium.FPDFAnnot_SetRect(annotation, whole)
        pdfium.FPDFAnnot_SetFlags(annotation, _PRINTED)
        for key, value in (("T", AUTHOR), ("Contents", text)):
            pdfium.FPDFAnnot_SetStringValue(annotation, key.encode(), _wide(value))
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _wide(text: str) -> Any:  # noqa: ANN401  # a pointer of ctypes
    """The text as pdfium takes it: UTF-16, little end first, ended by zero."""
    data = (text.encode("utf-16-le", "replace")) + b"\0\0"
    return ctypes.cast(ctypes.create_string_buffer(data), pdfium.FPDF_WIDESTRING)


def _saved(document: Any) -> bytes:  # noqa: ANN401  # a pointer of ctypes
    """The changed file: the bytes of the user, and what is new behind them."""
    out = bytearray()

    def write(_writer: object, data: int, size: int) -> int:
        out.extend(ctypes.string_at(data, size))
        return 1

    writer = pdfium.FPDF_FILEWRITE(version=1)
    writer.WriteBlock = type(writer.WriteBlock)(write)
    if not pdfium.FPDF_SaveAsCopy(document, writer, pdfium.FPDF_INCREMENTAL) or not out:
        raise ReadError(
            "not_saved",
            "无法在此 PDF 中加批注：文件结构不完整。可改用 --format html 查看带标注的全文。",
            "No notes can be written into this PDF: its structure is incomplete. Use --format html instead.",
        )
    return bytes(out)
