"""From the coordinates of a PDF page to those of the reader: origin, turn and direction of y."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium


@dataclass(frozen=True, slots=True)
class Turning:
    """How a page is seen: its box in its own coordinates, and the quarters it is turned clockwise by."""

    left: float
    top: float
    right: float
    bottom: float
    quarters: int = 0

    @classmethod
    def of(cls, page: Any, more: int = 0) -> Turning:  # noqa: ANN401  # a pointer of ctypes
        """The turning of an opened page; ``more`` quarters make text upright that stands on its side."""
        rect = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, rect)
        quarters = pdfium.FPDFPage_GetRotation(page) + more
        return cls(rect.left, rect.top, rect.right, rect.bottom, quarters % 4)

    @property
    def width(self) -> float:
        """The width as it is seen."""
        return self.top - self.bottom if self.quarters % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The height as it is seen."""
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page is seen, from the upper left corner."""
        match self.quarters:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def back(self, x: float, y: float) -> tuple[float, float]:
        """The point of the page that is seen at ``x``, ``y``."""
        match self.quarters:
            case 1:
                return y + self.left, x + self.bottom
            case 2:
                return self.right - x, y + self.bottom
            case 3:
                return self.right - y, self.top - x
            case _:
                return x + self.left, self.top - y

    def box(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom as seen, of a rectangle of the page."""
        first, second = self.point(left, top), self.point(right, bottom)
        return (
            min(first[0], second[0]),
            min(first[1], second[1]),
            max(first[0], second[0]),
            max(first[1], second[1]),
        )

    def leans(self, angle: float) -> float:
        """By how many radians (0 to pi) text at this angle, as pdfium tells it, leans as it is seen."""
        turned = (angle + self.quarters * math.pi / 2) % (2 * math.pi)
        return min(turned, 2 * math.pi - turned)
