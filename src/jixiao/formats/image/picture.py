"""The part of a picture around a place, with the words boxed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.formats.image.opening import opened, page, width_of

if TYPE_CHECKING:
    from jixiao.core.place import Place

_SCALE: Final = 1.75
"""Pixels in a point, as in pictures of PDF pages."""
_AROUND: Final = 42
_ACROSS: Final = 320
_FRAME: Final = (200, 30, 30)
_COLOURS: Final = 48


def picture(data: bytes, place: Place) -> bytes:
    """A PNG of the surroundings of a place that has a page and a box.

    Raises:
        ReadError: as in reading; ``no_such_page``: the place is not in this file.
    """
    from PIL import Image, ImageDraw

    with opened(data) as image:
        if place.page is None or place.box is None or not 1 <= place.page <= getattr(image, "n_frames", 1):
            raise _elsewhere()
        shown = page(image, place.page).convert("RGB")
    points = width_of(shown)
    pixels = shown.width / points
    left, top, right, bottom = place.box
    width = min(points, max(_ACROSS, right - left + 2 * _AROUND))
    start = min(max((left + right - width) / 2, 0), points - width)
    upper, lower = max(top - _AROUND, 0), min(bottom + _AROUND, shown.height / pixels)
    size = round(width * _SCALE), round((lower - upper) * _SCALE)
    if min(size) < 1:
        raise _elsewhere()
    edges = start * pixels, upper * pixels, (start + width) * pixels, lower * pixels
    part = shown.resize(size, Image.Resampling.LANCZOS, box=edges)
    corners = [(left - start - 2, top - upper - 2), (right - start + 2, bottom - upper + 2)]
    frame = [(x * _SCALE, y * _SCALE) for x, y in corners]
    ImageDraw.Draw(part).rectangle(frame, outline=_FRAME, width=2)
    out = io.BytesIO()
    part.quantize(_COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()


def _elsewhere() -> ReadError:
    return ReadError(
        "no_such_page",
        "要截取的位置不在这个图片文件中，文件可能已被更换。请重新核对后再试。",
        "The place is not in this picture; the file may have been replaced. Check it again.",
    )
