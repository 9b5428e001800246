"""Pages of GB/T 9704-2012: A4, a type area of 156 × 225 mm; turned by a quarter where wide."""

from __future__ import annotations

from typing import Final

_SHORT, _LONG = 11906, 16838
# millimetres as twentieths of a point: 37 on top, 28 at the binding, 26 and 35
_TOP, _LEFT, _RIGHT, _BOTTOM = 2098, 1587, 1474, 1984
# the dash beside the page number stands 7 mm below the type area (7.5)
_FOOTER = 1304
_HEADER = 850
PITCH: Final = 579
"""Between lines: 22 of them fill 225 mm."""
TEXT_WIDTH: Final = {"portrait": _SHORT - _LEFT - _RIGHT, "landscape": _LONG - _TOP - _BOTTOM}
TEXT_HEIGHT: Final = {"portrait": _LONG - _TOP - _BOTTOM, "landscape": _SHORT - _LEFT - _RIGHT}
EMU: Final = 635
"""English metric units in a twentieth of a point."""


def section(page: str, references: str = "") -> str:
    """The properties of a section of this orientation that begins a page.

    ``references`` to headers and footers stand in the first section; the others take them over.
    """
    if page == "landscape":  # the page turned to the left: the binding is on top
        size = f'w:w="{_LONG}" w:h="{_SHORT}" w:orient="landscape"'
        margins = _margins(_LEFT, _TOP, _RIGHT, _BOTTOM)
    else:
        size = f'w:w="{_SHORT}" w:h="{_LONG}"'
        margins = _margins(_TOP, _RIGHT, _BOTTOM, _LEFT)
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz {size}/><w:pgMar {margins}/>'
        f'<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="{PITCH}"/></w:sectPr>'
    )


def _margins(top: int, right: int, bottom: int, left: int) -> str:
    footer = min(_FOOTER, bottom - 400)
    return (
        f'w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{_HEADER}" w:footer="{footer}" w:gutter="0"'
    )
