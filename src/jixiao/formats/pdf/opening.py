"""Opens the bytes of a PDF with pdfium and closes everything again; says what is wrong with a file."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import pypdfium2  # noqa: F401  # starts the library, and ends it with the program
import pypdfium2.raw as pdfium

from jixiao.core.errors import ReadError
from jixiao.formats.pdf.bombs import refuse_bombs

if TYPE_CHECKING:
    from collections.abc import Iterator

_CATALOGUE: Final = re.compile(
    rb"(\d{1,9})\s+\d+\s+obj\s*<<(?:(?!endobj).){0,400}?/Type\s*/Catalog\b", re.DOTALL
)
MAX_PAGES: Final = 2_000
"""The longest report with all its annexes has some 600 pages."""


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The document, a pointer of ctypes, as long as it is open.

    Raises:
        ReadError: ``encrypted``, ``damaged``, ``suspicious`` or ``too_many_pages``.
    """
    refuse_bombs(data)
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        error = _error(pdfium.FPDF_GetLastError(), data)
        data += _trailer(data)  # pdfium needs the bytes as long as the document is open
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            raise error
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count > MAX_PAGES:
            raise ReadError(
                "too_many_pages",
                f"PDF 有 {count} 页，上限为 {MAX_PAGES} 页。请只提交报告本身，或拆分后分别提交。",
                f"The PDF has {count} pages, the limit is {MAX_PAGES}. Send only the report, or split it.",
            )
        if count < 1:
            raise damaged()
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


@contextmanager
def opened_page(document: Any, index: int) -> Iterator[Any]:  # noqa: ANN401  # pointers of ctypes
    """A page by its index from 0; None where pdfium cannot load it."""
    page = pdfium.FPDF_LoadPage(document, index)
    try:
        yield page or None
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


def _trailer(data: bytes) -> bytes:
    """What stands at the end of a file, made anew for one that was cut off: it names the catalogue."""
    found = list(_CATALOGUE.finditer(data))
    return b"\ntrailer << /Root %s 0 R >>\n%%%%EOF" % found[-1][1] if found else b""


def _error(code: int, data: bytes) -> ReadError:
    if code == pdfium.FPDF_ERR_PASSWORD:
        return ReadError(
            "encrypted",
            "PDF 已加密，需要密码才能打开。请用 PDF 软件打开后去掉密码，另存后重新提交。",
            "The PDF is encrypted: it needs a password. Remove the password and save it again.",
        )
    if code == pdfium.FPDF_ERR_SECURITY or b"/Encrypt" in data[-4096:]:
        return ReadError(
            "encrypted",
            "PDF 采用了无法识别的加密方式（如数字版权保护），不能读取。请提供未加密的版本。",
            "The PDF is protected in a way that is not known. Provide a version without protection.",
        )
    return damaged()


def damaged() -> ReadError:
    """That nothing of the file can be read."""
    return ReadError(
        "damaged",
        "PDF 已损坏或不完整：找不到可以读取的页面。请重新下载或从原文件重新导出 PDF。",
        "The PDF is damaged or incomplete: no page can be read. Get it again or export it again.",
    )
