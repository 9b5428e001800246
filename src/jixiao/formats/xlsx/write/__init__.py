"""A Document as a workbook: figures as numbers, computed figures as formulas, charts that Excel can edit."""

from jixiao.core.document import Document

__all__ = ["write"]


def write(document: Document) -> bytes:
    """The workbook as bytes; the same document gives the same bytes."""
    from jixiao.formats.xlsx.write.book import book  # the library is loaded on use

    return book(document)
