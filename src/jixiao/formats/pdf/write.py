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


_STYLES: Final = "word/styles.xml"
_WIDOWS: Final = b'<w:widowControl w:val="0"/>'
_PUNCTUATION: Final = b'<w:overflowPunct w:val="1"/>'


def write(document: Document) -> bytes:
    """The document as the bytes of a PDF file.

    Raises:
        WriteError: ``no_office``: LibreOffice is not installed; ``office_failed``: it failed.
    """
    from jixiao.formats.docx.write import write as write_word
    from jixiao.formats.office import convert

    word = _unhung(write_word(document, live_contents=True))
    return convert(word, "docx", "pdf", f"writer_pdf_Export:{_SETTINGS}")


def _unhung(word: bytes) -> bytes:
    """The file to print. No punctuation hangs over the ends of lines: LibreOffice loses it in justified ones.

    LibreOffice takes the switch that allows it (the default in Word) for one that forbids it.
    """
    from jixiao.formats.archive import open_archive, rewrite

    styles = open_archive(word).read(_STYLES)
    return rewrite(word, {_STYLES: styles.replace(_WIDOWS, _WIDOWS + _PUNCTUATION, 1)})
