"""The verbs of formats that are lists of sheets: only how the sheets are opened differs.

A format gives ``open_sheets``; ``read`` and ``annotate`` follow. What is annotated is a copy of the shown
values, which is an xlsx, for nothing here writes these formats.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from jixiao.formats.grids.grid import MAX_CELLS
from jixiao.formats.grids.workbook import Sheet, to_document

if TYPE_CHECKING:
    from jixiao.core.document import Document
    from jixiao.core.finding import Finding

COPY_EXTENSION: Final = ".xlsx"

OpenSheets: TypeAlias = Callable[[bytes], tuple[Sequence[Sheet], Mapping[str, str]]]
"""The sheets of a file and what it calls its ranges; raises ReadError."""


class Read(Protocol):
    """The verb ``read``."""

    def __call__(self, data: bytes, name: str) -> Document:
        """Read the bytes of a workbook.

        Raises:
            ReadError: it is damaged, encrypted, hostile or holds no sheet.
        """
        ...


class Annotate(Protocol):
    """The verb ``annotate``."""

    def __call__(
        self, data: bytes, document: Document, findings: Sequence[Finding], language: str = "zh"
    ) -> bytes:
        """The copy with a comment on the cell of each finding.

        Raises:
            ReadError: the workbook cannot be read.
        """
        ...


def reader(kind: str, open_sheets: OpenSheets) -> Read:
    """The verb ``read`` of a format."""

    def read(data: bytes, name: str) -> Document:
        sheets, names = open_sheets(data)
        return to_document(name, kind, sheets, names, MAX_CELLS)

    return read


def copier(open_sheets: OpenSheets) -> Annotate:
    """The verb ``annotate`` of a format, whose copies have `COPY_EXTENSION`."""

    def annotate(data: bytes, document: Document, findings: Sequence[Finding], language: str = "zh") -> bytes:
        from jixiao.formats.xlsx.copying import annotated_copy

        del document
        sheets, _ = open_sheets(data)
        return annotated_copy(sheets, findings, language)

    return annotate
