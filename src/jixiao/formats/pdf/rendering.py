"""Pages of a PDF as pictures."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from PIL.Image import Image

    from jixiao.formats.pdf.turning import Turning

_WHITE = 0xFFFFFFFF


def rendered(
    page: Any,  # noqa: ANN401  # a pointer of ctypes
    turning: Turning,
    scale: float,
    corner: tuple[float, float],
    size: tuple[int, int],
) -> Image:
    """A part of a page as it is seen: ``size`` pixels, ``scale`` to a point, from ``corner`` (points) on."""
    from PIL import Image

    bitmap = pdfium.FPDFBitmap_Create(*size, 0)
    if not bitmap:
        raise MemoryError
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, *size, _WHITE)
        pdfium.FPDF_RenderPageBitmap(
            bitmap,
            page,
            round(-corner[0] * scale),
            round(-corner[1] * scale),
            round(turning.width * scale),
            round(turning.height * scale),
            (turning.quarters - pdfium.FPDFPage_GetRotation(page)) % 4,
            pdfium.FPDF_ANNOT,
        )
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * size[1])
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Image.frombuffer("RGB", size, pixels, "raw", "BGRX", stride, 1)
