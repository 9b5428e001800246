"""Word files as PDF, where LibreOffice is installed."""

from __future__ import annotations

from jixiao.core.errors import WriteError
from jixiao.formats.office import convert, find_office

__all__ = ["find_office", "to_pdf"]


def to_pdf(data: bytes, *, comments: bool = False) -> bytes | None:
    """The file as PDF, on request with its comments as notes; None without LibreOffice or where it fails."""
    option = '{"ExportNotes":{"type":"boolean","value":"%s"}}' % ("true" if comments else "false")
    try:
        return convert(data, "docx", "pdf", f"writer_pdf_Export:{option}")
    except WriteError:
        return None
