"""Pictures of pages, drawn with the font that Pillow brings, and files of them."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageFont

LINES = ("Budget 35.32 and outturn 33.44 make a rate of 94.68%.", "Staff: 58, vehicles: 4, meetings: 120.")
ROWS = (("Item", "Budget", "Outturn"), ("Salaries", "1253.40", "1235.40"), ("Sum", "1564.80", "1546.80"))
SIZE = (1240, 1754)
"""A4 at 150 in an inch."""
_LEFT, _TOP, _WIDTH, _HEIGHT = 150, 500, 300, 70


def page(lean: float = 0.0) -> Image.Image:
    """Two lines and a ruled table; ``lean`` in degrees, to the right."""
    image = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(32)
    for number, line in enumerate(LINES):
        draw.text((_LEFT, 200 + 70 * number), line, "black", font)
    for row, cells in enumerate(ROWS):
        for column, text in enumerate(cells):
            draw.text((_LEFT + 20 + _WIDTH * column, _TOP + 18 + _HEIGHT * row), text, "black", font)
    for row in range(len(ROWS) + 1):
        y = _TOP + _HEIGHT * row
        draw.line((_LEFT, y, _LEFT + 3 * _WIDTH, y), "black", 2)
    for column in range(4):
        x = _LEFT + _WIDTH * column
        draw.line((x, _TOP, x, _TOP + len(ROWS) * _HEIGHT), "black", 2)
    return image.rotate(-lean, Image.Resampling.BICUBIC, fillcolor="white")


def saved(kind: str, *images: Image.Image) -> bytes:
    """A file of this kind: ``PNG``, ``JPEG``, ``TIFF`` or ``PDF``, the last two of several pages."""
    out = io.BytesIO()
    more = {"save_all": True, "append_images": images[1:]} if len(images) > 1 else {}
    images[0].save(out, kind, resolution=150, **more)
    return out.getvalue()
