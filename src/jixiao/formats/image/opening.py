"""Opens pictures with Pillow, page by page, and says what is wrong with a file."""

from __future__ import annotations

import io
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

MAX_PIXELS: Final = 80_000_000
"""Of one page: A3 scanned at 600 in an inch has 70 million; their colours take three bytes each."""
MAX_PAGES: Final = 2_000
"""As a PDF may have."""
WIDTH: Final = 595
"""Points of the shorter side: A4. What photos and screenshots say about their size means nothing."""
_KINDS: Final = ("PNG", "JPEG", "TIFF")


@contextmanager
def opened(data: bytes) -> Iterator[Image]:
    """The picture as long as it is open; its pixels are not read yet.

    Raises:
        ReadError: ``damaged`` or ``too_many_pages``.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings(action="ignore"):  # Pillow warns of size, which is judged here
            image = Image.open(io.BytesIO(data), formats=_KINDS)
    except Image.DecompressionBombError as error:
        raise _too_large("") from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise _damaged() from error
    with image:
        pages = getattr(image, "n_frames", 1)
        if pages > MAX_PAGES:
            raise ReadError(
                "too_many_pages",
                f"图片文件有 {pages} 页，上限为 {MAX_PAGES} 页。请拆分后分别提交。",
                f"The picture has {pages} pages, the limit is {MAX_PAGES}. Split it.",
            )
        yield image


def page(image: Image, number: int) -> Image:
    """Page ``number`` (from 1) as it is to be looked at, turned as the camera says.

    Raises:
        ReadError: ``damaged``, or ``too_many_pixels``.
    """
    from PIL import ImageOps

    try:
        image.seek(number - 1)
        if image.width * image.height > MAX_PIXELS:
            raise _too_large(f"{image.width}×{image.height}")
        shown = ImageOps.exif_transpose(image)
        return shown.convert("RGBA" if shown.has_transparency_data else "RGB")
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise _damaged() from error


def width_of(shown: Image) -> float:
    """The width of a page in points, its shorter side being that of A4."""
    return WIDTH * shown.width / min(shown.size)


def _too_large(extent: str) -> ReadError:
    shown, shown_en = (f"{extent} 像素，", f"{extent} pixels, ") if extent else ("", "")
    return ReadError(
        "too_many_pixels",
        f"图片过大：{shown}上限为 {MAX_PIXELS // 10_000} 万像素。请以 200—300 dpi 重新扫描。",
        f"The picture is too large: {shown_en}the limit is {MAX_PIXELS // 1_000_000} million. Scan it again "
        "at 200 to 300 in an inch.",
    )


def _damaged() -> ReadError:
    return ReadError(
        "damaged",
        "图片已损坏或不完整，不能打开。请重新下载或重新扫描。",
        "The picture is damaged or incomplete. Get it again or scan it again.",
    )
