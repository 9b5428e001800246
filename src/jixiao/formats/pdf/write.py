"""A Document as PDF: written as a Word file, which LibreOffice prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jixiao.core.document import Document

_SETTINGS: Final = (
    '{"ExportBookmarks":{"type":"boolean","value":"true"},"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"EmbedStandardFonts":{"type":"boolean","value":"true"}}'
)
"""Headings as bookmarks, structure for screen readers, fonts within the file."""


def write(document: Document) -> bytes:
    """The document as the bytes of a PDF file.

    Raises:
        WriteError: ``no_office``: LibreOffice is not installed; ``office_failed``: it failed.
    """
    from jixiao.formats.docx.write import write as write_word
    from jixiao.formats.office import convert

    return convert(write_word(document, live_contents=True), "docx", "pdf", f"writer_pdf_Export:{_SETTINGS}")
