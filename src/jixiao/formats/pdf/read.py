"""A PDF to a Document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pypdfium2.raw as pdfium

from jixiao.core.document import Document
from jixiao.formats.pdf.characters import seen
from jixiao.formats.pdf.opening import damaged, opened, opened_page
from jixiao.formats.pdf.paths import drawn
from jixiao.formats.pdf.rendering import rendered
from jixiao.formats.pdf.unread import Unread
from jixiao.formats.positioned import Page, read_pages

if TYPE_CHECKING:
    from PIL.Image import Image

    from jixiao.formats.pdf.turning import Turning

FORMAT: Final = "pdf"
MAX_CHARACTERS: Final = 3_000_000
"""Of the whole file: 2,000 pages of dense print. What follows is told as unread."""


def read(data: bytes, name: str) -> Document:
    """Read the bytes of a PDF.

    Raises:
        ReadError: it is damaged, encrypted, suspicious or too long.
    """
    unread = Unread()
    with opened(data) as document:
        count = pdfium.FPDF_GetPageCount(document)
        pages: list[Page] = []
        total = 0
        for index in range(count):
            if total > MAX_CHARACTERS:
                unread.beyond = list(range(index + 1, count + 1))
                break
            pages.append(_page(document, index, unread))
            total += sum(len(piece.text) for piece in pages[-1].pieces)
    if len(unread.broken) == count:
        raise damaged()
    reading = read_pages(pages)
    unread.drawings = reading.drawings
    return Document(name=name, format=FORMAT, blocks=tuple(reading.blocks), notes=unread.notes(count))


def _page(document: Any, index: int, unread: Unread) -> Page:  # noqa: ANN401  # a pointer of ctypes
    number = index + 1
    with opened_page(document, index) as page:
        if page is None:
            unread.broken.append(number)
            return Page(number, 0, 0, ())
        turning, text = seen(page)
        shapes = drawn(page, turning)
        part = unread.look(number, turning, text, shapes)
        if number in unread.scanned[-1:]:
            scanned = unread.scans.page(number, turning.width, lambda: _picture(page, turning))
            if scanned is not None:
                return scanned
    return Page(
        number,
        turning.width,
        turning.height,
        tuple(text.pieces),
        tuple(shapes.rules),
        tuple(shapes.shapes),
        part,
    )


def _picture(page: Any, turning: Turning) -> Image:  # noqa: ANN401  # a pointer of ctypes
    """A scanned page as the recognition needs it."""
    from jixiao.formats.scanned.page import DPI, LONGEST

    scale = min(DPI / 72, LONGEST / max(turning.width, turning.height))
    size = max(round(turning.width * scale), 1), max(round(turning.height * scale), 1)
    return rendered(page, turning, scale, (0, 0), size)
