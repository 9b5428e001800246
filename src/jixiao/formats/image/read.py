"""Pictures of pages to a Document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.core.document import Document
from jixiao.core.errors import ReadError
from jixiao.formats.image.opening import opened, page, width_of
from jixiao.formats.pdf.unread import pages
from jixiao.formats.positioned import Page, read_pages
from jixiao.formats.scanned.installed import COMMAND, missing
from jixiao.formats.scanned.reading import Scans

if TYPE_CHECKING:
    from PIL.Image import Image

FORMAT: Final = "image"


def read(data: bytes, name: str) -> Document:
    """Recognise the text in a PNG, JPEG or TIFF file.

    Raises:
        ReadError: it is damaged or too large; ``no_ocr``: the program that recognises text is not installed.
    """
    with opened(data) as image:
        if missing() is not None:
            raise ReadError(
                "no_ocr",
                f"这是图片，要装上扫描件识别程序才能读：{COMMAND}。最好改用原来的 Word、Excel 或 PDF 文件。",
                f"This is a picture; it is read where the extra ocr is installed: {COMMAND}. The original "
                "file is the better choice.",
            )
        scans = Scans()
        count = getattr(image, "n_frames", 1)
        read_ = [_page(image, number, scans) for number in range(1, count + 1)]
    notes: list[str] = []
    if len(scans.blank) == count:
        notes.append("图片中没有认出文字，未作核对；请提供可复制文字的文件。")
    elif scans.blank:
        notes.append(f"{pages(scans.blank)}没有认出文字，未读取。")
    notes.extend(scans.notes(pages))
    blocks = read_pages([one for one in read_ if one is not None]).blocks
    return Document(name=name, format=FORMAT, blocks=tuple(blocks), notes=tuple(notes))


def _page(image: Image, number: int, scans: Scans) -> Page | None:
    from jixiao.formats.scanned.page import LONGEST

    if not scans.goes_on(number):
        return None
    shown = page(image, number)
    width = width_of(shown)
    if max(shown.size) > LONGEST:
        shown.thumbnail((LONGEST, LONGEST))
    return scans.page(number, width, lambda: shown)
