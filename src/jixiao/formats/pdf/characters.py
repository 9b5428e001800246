"""The characters of a page with their boxes, by pdfium."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2.raw as pdfium

from jixiao.formats.pdf.turning import Turning
from jixiao.formats.positioned.model import Piece

MAX_CHARACTERS: Final = 200_000
"""Of one page. A page of a final account's smallest print holds some 8,000."""

_HYPHEN: Final = 2
"""pdfium's sign for a hyphen at the end of a line."""
_GAP: Final = -1
_LOWEST_SURROGATE, _LAST_SURROGATE = 0xD800, 0xDFFF
_INVISIBLE: Final = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
_BOLD: Final = 600
_STRAIGHT: Final = 0.1
"""Radians; what leans more is a watermark or stands on its side."""


@dataclass(slots=True)
class Characters:
    """What was found: pieces, and what of the text is not told."""

    pieces: list[Piece] = field(default_factory=list)
    visible: int = 0
    hidden: int = 0
    """Characters that are not printed: what a scanner's program recognised below its picture."""
    slanted: int = 0
    """Characters that do not run from left to right."""
    unmapped: int = 0
    """Characters of fonts that do not tell which they are."""
    cut: bool = False
    """There are more than the limit."""

    @property
    def total(self) -> int:
        """All characters that show something."""
        return self.visible + self.hidden


@dataclass(slots=True)
class _Run:
    """Characters that follow each other, as they are gathered."""

    text: list[str]
    edges: list[float]
    top: float
    bottom: float
    right: float
    first: int

    def takes(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether a character at this box goes on in this line without a gap."""
        height = self.bottom - self.top
        shared = min(self.bottom, bottom) - max(self.top, top)
        near = height / 3
        return (
            shared * 2 > min(height, bottom - top)
            and self.right - near < left < self.right + near
            and right >= self.edges[-1]
        )

    def add(self, sign: str, left: float, top: float, right: float, bottom: float) -> None:
        self.text.append(sign)
        self.edges.append(max(left, self.edges[-1]))
        self.top, self.bottom = min(self.top, top), max(self.bottom, bottom)
        self.right = max(right, self.edges[-1])


def seen(page: Any) -> tuple[Turning, Characters]:  # noqa: ANN401  # a pointer of ctypes
    """The characters of an opened page and how it is seen, turned so that most of its text is upright.

    A wide table is often printed sideways on an upright page.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        turning = Turning.of(page)
        found = characters(text_page, turning)
        if found.slanted * 2 > found.total:
            others = [Turning.of(page, quarters) for quarters in (1, 2, 3)]
            tried = [(other, characters(text_page, other)) for other in others]
            turning, found = min([(turning, found), *tried], key=lambda pair: pair[1].slanted)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    return turning, found


def characters(text_page: Any, turning: Turning) -> Characters:  # noqa: ANN401  # a pointer of ctypes
    """The characters of a page, in the order of the file, positions as a reader sees the page."""
    found = Characters()
    count = pdfium.FPDFText_CountChars(text_page)
    found.cut = count > MAX_CHARACTERS
    rect = pdfium.FS_RECTF()
    run: _Run | None = None
    high = 0
    apart = False
    for index in range(min(count, MAX_CHARACTERS)):
        code = _code(text_page, index)
        if code <= 0:
            apart = apart or code == _GAP
            continue
        if _LOWEST_SURROGATE <= code <= _LAST_SURROGATE:  # pdfium gives the halves one by one
            if code < 0xDC00 or not high:
                high = code
                continue
            code, high = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00), 0
        if not pdfium.FPDFText_GetLooseCharBox(text_page, index, rect):
            continue
        left, top, right, bottom = turning.box(rect.left, rect.top, rect.right, rect.bottom)
        if run is not None and run.takes(left, top, right, bottom):
            if apart and _are_words(run.text[-1], chr(code)):
                run.add(" ", run.right, top, left, bottom)
            run.add(chr(code), left, top, right, bottom)
            apart = False
            continue
        apart = False
        if run is not None:
            _close(found, run, text_page, turning)
        run = _Run([chr(code)], [left], top, bottom, right, index)
    if run is not None:
        _close(found, run, text_page, turning)
    return found


def _code(text_page: Any, index: int) -> int:  # noqa: ANN401  # a pointer of ctypes
    """What a character is; 0 for what shows nothing, _GAP where pdfium takes a gap for a blank."""
    code: int = pdfium.FPDFText_GetUnicode(text_page, index)
    if code == _HYPHEN:
        return 0x2D
    if code > 32 and code != 0xA0:
        return code
    if code not in (9, 32, 0xA0):
        return 0
    return _GAP if pdfium.FPDFText_IsGenerated(text_page, index) else 32


def _are_words(before: str, after: str) -> bool:
    """Whether a gap parts words of letters; between characters and figures it is only wider spacing."""
    return before.isascii() and after.isascii() and (before.isalpha() or after.isalpha())


def _close(found: Characters, run: _Run, text_page: Any, turning: Turning) -> None:  # noqa: ANN401
    """Keep a run if it is printed upright within the page."""
    length = len(run.text)
    if not any(sign != " " for sign in run.text):
        return
    shown = pdfium.FPDFText_GetTextObject(text_page, run.first)
    hidden = bool(shown) and pdfium.FPDFTextObj_GetTextRenderMode(shown) == _INVISIBLE
    if hidden:
        found.hidden += length
    else:
        found.visible += length
    if pdfium.FPDFText_HasUnicodeMapError(text_page, run.first) == 1:
        found.unmapped += length
    if turning.leans(pdfium.FPDFText_GetCharAngle(text_page, run.first)) > _STRAIGHT:
        found.slanted += length
        return
    middle = (run.top + run.bottom) / 2
    if not (0 <= middle <= turning.height and run.right > 0 and run.edges[0] < turning.width):
        return  # outside of the page: nobody sees it
    found.pieces.append(
        Piece(
            text="".join(run.text),
            edges=(*run.edges, run.right),
            top=run.top,
            bottom=run.bottom,
            size=max(pdfium.FPDFText_GetFontSize(text_page, run.first), 1.0),
            bold=pdfium.FPDFText_GetFontWeight(text_page, run.first) >= _BOLD,
        )
    )
