"""A picture of a page around a place, with the words boxed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

from jixiao.formats.cropping import SCALE, around, elsewhere, framed
from jixiao.formats.pdf.characters import seen
from jixiao.formats.pdf.opening import opened, opened_page
from jixiao.formats.pdf.rendering import rendered

if TYPE_CHECKING:
    from jixiao.core.place import Place

_FILE: Final = (" PDF ", "PDF")


def picture(data: bytes, place: Place) -> bytes:
    """A PNG of the page around a place that has a page and a box.

    Raises:
        ReadError: as in reading; ``no_such_page``: the place is not in this file.
    """
    if place.page is None or place.box is None:
        raise elsewhere(*_FILE)
    with opened(data) as document:
        if not 1 <= place.page <= pdfium.FPDF_GetPageCount(document):
            raise elsewhere(*_FILE)
        with opened_page(document, place.page - 1) as page:
            if page is None:
                raise elsewhere(*_FILE)
            turning, _ = seen(page)
            crop = around(place.box, turning.width, turning.height, *_FILE)
            image = rendered(page, turning, SCALE, (crop.left, crop.top), crop.size)
    return framed(image, crop)
