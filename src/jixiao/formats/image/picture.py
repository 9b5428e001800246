"""The part of a picture around a place, with the words boxed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.formats.cropping import around, elsewhere, framed
from jixiao.formats.image.opening import opened, page, width_of

if TYPE_CHECKING:
    from jixiao.core.place import Place

_FILE: Final = ("图片文件", "picture")


def picture(data: bytes, place: Place) -> bytes:
    """A PNG of the surroundings of a place that has a page and a box.

    Raises:
        ReadError: as in reading; ``no_such_page``: the place is not in this file.
    """
    from PIL import Image

    with opened(data) as image:
        if place.page is None or place.box is None or not 1 <= place.page <= getattr(image, "n_frames", 1):
            raise elsewhere(*_FILE)
        shown = page(image, place.page).convert("RGB")
    points = width_of(shown)
    pixels = shown.width / points
    crop = around(place.box, points, shown.height / pixels, *_FILE)
    edges = (crop.left, crop.top, crop.left + crop.width, crop.top + crop.height)
    part = shown.resize(
        crop.size,
        Image.Resampling.LANCZOS,
        box=(edges[0] * pixels, edges[1] * pixels, edges[2] * pixels, edges[3] * pixels),
    )
    return framed(part, crop)
