"""A picture of a page around a place, with the words boxed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

from jixiao.core.errors import ReadError
from jixiao.formats.pdf.characters import seen
from jixiao.formats.pdf.opening import opened, opened_page
from jixiao.formats.pdf.rendering import rendered

if TYPE_CHECKING:
    from jixiao.core.place import Place

SCALE: Final = 1.75
"""Pixels in a point: 126 in an inch, at which small print in tables is read well."""
_ABOVE: Final = 42
"""Points of the page that are shown above and below the words: a line or two."""
_ACROSS: Final = 320
"""Points that are shown from left to right at least: as much as can be read in the margin of a page."""
_FRAME: Final = (200, 30, 30)
_COLOURS: Final = 48


def picture(data: bytes, place: Place) -> bytes:
    """A PNG of the page around a place that has a page and a box.

    Raises:
        ReadError: as in reading; ``no_such_page``: the place is not in this file.
    """
    from PIL import ImageDraw

    if place.page is None or place.box is None:
        raise _elsewhere()
    left, top, right, bottom = place.box
    with opened(data) as document:
        if not 1 <= place.page <= pdfium.FPDF_GetPageCount(document):
            raise _elsewhere()
        with opened_page(document, place.page - 1) as page:
            if page is None:
                raise _elsewhere()
            turning, _ = seen(page)
            width = min(turning.width, max(_ACROSS, right - left + 2 * _ABOVE))
            start = min(max((left + right - width) / 2, 0), turning.width - width)
            upper, lower = max(top - _ABOVE, 0), min(bottom + _ABOVE, turning.height)
            size = round(width * SCALE), round((lower - upper) * SCALE)
            if min(size) < 1:
                raise _elsewhere()
            image = rendered(page, turning, SCALE, (start, upper), size)
    box = [(left - start - 2, top - upper - 2), (right - start + 2, bottom - upper + 2)]
    corners = [(x * SCALE, y * SCALE) for x, y in box]
    ImageDraw.Draw(image).rectangle(corners, outline=_FRAME, width=2)
    out = io.BytesIO()
    image.quantize(_COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()


def _elsewhere() -> ReadError:
    return ReadError(
        "no_such_page",
        "要截取的位置不在这个 PDF 中，文件可能已被更换。请重新核对后再试。",
        "The place is not in this PDF; the file may have been replaced. Check it again.",
    )
