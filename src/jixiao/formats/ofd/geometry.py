"""Numbers, boxes and transformations of OFD; lengths in millimetres.

Positions are floats: they say where something stands and are no figures of the report.
"""

from __future__ import annotations

import math
from typing import Final, TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, width, height."""
Matrix: TypeAlias = tuple[float, float, float, float, float, float]
"""x' = ax + cy + e, y' = bx + dy + f (GB/T 33190-2016, 8.5)."""

IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
LARGEST: Final = 1e6
"""Millimetres: a kilometre is no page."""
_MOST_DIGITS: Final = 40
_LONG_COUNT: Final = 8


def number(text: str | None, default: float = 0.0) -> float:
    """A number; the default where it is none, or beyond all pages."""
    if text is None or len(text) > _MOST_DIGITS:
        return default
    try:
        value = float(text)
    except ValueError:
        return default
    return value if math.isfinite(value) and abs(value) <= LARGEST else default


def box(text: str | None) -> Box | None:
    """A box of four numbers."""
    parts = (text or "").replace(",", " ").split(maxsplit=4)[:4]
    if len(parts) < 4:
        return None
    left, top, width, height = (number(part) for part in parts)
    return left, top, width, height


def placed(ctm: str | None, boundary: str | None) -> Matrix:
    """From the space of an object to that around it: its matrix, then the corner of its boundary."""
    parts = (ctm or "").replace(",", " ").split(maxsplit=6)[:6]
    corner = box(boundary) or (0.0, 0.0, 0.0, 0.0)
    a, b, c, d, e, f = (number(part) for part in parts) if len(parts) == 6 else IDENTITY
    return a, b, c, d, e + corner[0], f + corner[1]


def after(outer: Matrix, inner: Matrix) -> Matrix:
    """Both, the inner one first."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        p * a + r * b,
        q * a + s * b,
        p * c + r * d,
        q * c + s * d,
        p * e + r * f + t,
        q * e + s * f + u,
    )


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to stand."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def deltas(text: str | None, most: int) -> list[float]:
    """The distances of ``DeltaX`` or ``DeltaY``, at most so many; ``g 3 5.6`` is three times 5.6."""
    words = (text or "").replace(",", " ").split()
    found: list[float] = []
    at = 0
    while at < len(words) and len(found) < most:
        if words[at] == "g" and at + 2 < len(words):
            times = words[at + 1]
            count = (int(times) if len(times) < _LONG_COUNT else most) if times.isdecimal() else 0
            found += [number(words[at + 2])] * min(count, most - len(found))
            at += 3
        else:
            found.append(number(words[at]))
            at += 1
    return found
