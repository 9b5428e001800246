"""Findings as comments in a copy of the shown values, which is an xlsx: nothing here writes this format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.formats.xls.read import open_sheets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.document import Document
    from jixiao.core.finding import Finding

EXTENSION: Final = ".xlsx"


def annotate(data: bytes, document: Document, findings: Sequence[Finding], language: str = "zh") -> bytes:
    """The copy with a comment on the cell of each finding.

    Raises:
        ReadError: the workbook cannot be read.
    """
    from jixiao.formats.xlsx.copying import annotated_copy

    del document
    sheets, _ = open_sheets(data)
    return annotated_copy(sheets, findings, language)
