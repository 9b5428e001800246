"""The part of a page around a place as a PNG with the words boxed, for every format that has pages."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError

if TYPE_CHECKING:
    from PIL.Image import Image

    from jixiao.core.place import Box

SCALE: Final = 1.75
"""Pixels in a point: 126 in an inch, at which small print in tables is read well."""
_AROUND: Final = 42
"""Points of the page that are shown above and below the words: a line or two."""
_ACROSS: Final = 320
"""Points that are shown from left to right at least: as much as can be read in the margin of a page."""
_FRAME: Final = (200, 30, 30)
_COLOURS: Final = 48


@dataclass(frozen=True, slots=True)
class Crop:
    """The stretch of a page that is shown: its left and upper edge and its size, in points."""

    left: float
    top: float
    width: float
    height: float
    box: Box

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture in pixels."""
        return round(self.width * SCALE), round(self.height * SCALE)


def around(box: Box, width: float, height: float, what: str, what_en: str) -> Crop:
    """What is shown of a page of this width and height in points.

    Raises:
        ReadError: ``no_such_page``: the box does not lie on the page.
    """
    left, top, right, bottom = box
    shown = min(width, max(_ACROSS, right - left + 2 * _AROUND))
    start = min(max((left + right - shown) / 2, 0), width - shown)
    upper, lower = max(top - _AROUND, 0), min(bottom + _AROUND, height)
    crop = Crop(start, upper, shown, lower - upper, box)
    if min(crop.size) < 1:
        raise elsewhere(what, what_en)
    return crop


def framed(image: Image, crop: Crop) -> bytes:
    """The PNG of a picture of the crop, in its size, with a frame around the words."""
    from PIL import ImageDraw

    left, top, right, bottom = crop.box
    corners = [
        ((left - crop.left - 2) * SCALE, (top - crop.top - 2) * SCALE),
        ((right - crop.left + 2) * SCALE, (bottom - crop.top + 2) * SCALE),
    ]
    ImageDraw.Draw(image).rectangle(corners, outline=_FRAME, width=2)
    out = io.BytesIO()
    image.quantize(_COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()


def elsewhere(what: str, what_en: str) -> ReadError:
    """The error of a place that is not in this file."""
    return ReadError(
        "no_such_page",
        f"要截取的位置不在这个{what}中，文件可能已被更换。请重新核对后再试。",
        f"The place is not in this {what_en}; the file may have been replaced. Check it again.",
    )
