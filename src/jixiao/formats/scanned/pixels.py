"""Pictures as arrays of numpy, which is imported on use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from PIL.Image import Image

Pixels: TypeAlias = Any
"""An array of numpy, (height, width, 3) of bytes: blue, green, red."""


def pixels_of(image: Image) -> Pixels:
    """The pixels of a picture; what is transparent is white, as on paper."""
    import numpy as np
    from PIL import Image as Pictures

    if image.has_transparency_data:
        shown = image.convert("RGBA")
        paper = Pictures.new("RGBA", shown.size, "white")
        image = Pictures.alpha_composite(paper, shown)
    return np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])
