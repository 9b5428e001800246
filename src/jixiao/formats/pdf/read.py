"""A PDF to a Document."""

from __future__ import annotations

from typing import Any, Final

import pypdfium2.raw as pdfium

from jixiao.core.document import Document
from jixiao.formats.pdf.characters import seen
from jixiao.formats.pdf.opening import damaged, opened, opened_page
from jixiao.formats.pdf.paths import drawn
from jixiao.formats.pdf.unread import Unread
from jixiao.formats.positioned import Page, read_pages

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
    return Page(
        number,
        turning.width,
        turning.height,
        tuple(text.pieces),
        tuple(shapes.rules),
        tuple(shapes.shapes),
        unread.look(number, turning, text, shapes),
    )
