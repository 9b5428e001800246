"""Strips on pages as sheets of things: moved into the type area, with page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.formats.docx.write.sections import TEXT_HEIGHT, TEXT_WIDTH
from jixiao.formats.ofd.write.canvas import Sheet
from jixiao.formats.ofd.write.flow import contents_end, page_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.formats.ofd.write.canvas import Thing
    from jixiao.formats.ofd.write.grid import Grid
    from jixiao.formats.ofd.write.strips import Pages, Placed

SIZES: Final = {"portrait": (11906, 16838), "landscape": (16838, 11906)}
MARGINS: Final = {"portrait": (1587, 2098), "landscape": (2098, 1474)}
"""Left and top: 28 mm at the binding and 37 mm above; a wide page is turned, the binding on top."""
_BELOW: Final = 397
"""The line of the page number stands 7 mm below the type area."""


def sheets(pages: Pages) -> list[Sheet]:
    """The pages with all that stands on them."""
    found = [Sheet(landscape=orientation == "landscape") for orientation in pages.orientations]
    starts = {
        placed.strip.heading[2]: placed.sheet + 1
        for placed in pages.placed
        if placed.strip.heading is not None
    }
    taken: dict[Grid, dict[int, int]] = {}
    for group in _groups(pages.placed):
        first = group[0]
        sheet, orientation = found[first.sheet], pages.orientations[first.sheet]
        strip = first.strip
        things: list[Thing] = list(strip.things)
        if strip.grid is not None:
            is_repeated = strip.band == 0 and strip.grid in taken
            lines = {} if is_repeated else taken.setdefault(strip.grid, {})
            things = strip.grid.drawn(strip.band, group[-1].strip.band + 1, lines)
        elif strip.contents is not None:
            page = starts.get(strip.contents, 1)
            things += contents_end(strip, page, TEXT_WIDTH[orientation])
        left, top = MARGINS[orientation]
        sheet.things += [thing.moved(left, top + first.top) for thing in things]
        if strip.heading is not None:
            sheet.headings.append((strip.heading[0], strip.heading[1], top + first.top))
    for number, (sheet, orientation) in enumerate(zip(found, pages.orientations, strict=True), start=1):
        left, top = MARGINS[orientation]
        below = top + TEXT_HEIGHT[orientation] + _BELOW
        sheet.things += [
            thing.moved(left, below - 200) for thing in page_number(number, TEXT_WIDTH[orientation])
        ]
    return found


def _groups(placed: Sequence[Placed]) -> list[list[Placed]]:
    """Bands of a table that follow each other on a page together, all else by itself."""
    found: list[list[Placed]] = []
    for one in placed:
        last = found[-1][-1] if found else None
        if (
            last is not None
            and one.strip.grid is not None
            and last.strip.grid is one.strip.grid
            and last.sheet == one.sheet
            and last.strip.band + 1 == one.strip.band
        ):
            found[-1].append(one)
        else:
            found.append([one])
    return found
