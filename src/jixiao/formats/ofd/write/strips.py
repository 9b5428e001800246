"""Strips of a column of text put on pages: what is kept together moves on together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jixiao.formats.docx.write.sections import TEXT_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.formats.ofd.write.canvas import Thing
    from jixiao.formats.ofd.write.grid import Grid


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of text, or a band of a table, across the type area.

    Attributes:
        height: in twentieths of a point, as all lengths.
        before: room above it, but at the top of a page.
        things: relative to its upper left corner.
        keep: it stays on the page of the next strip.
        new_page: it begins a page.
        page: the orientation that begins with it, or "".
        heading: level and text of the heading that it begins.
        grid, band: the table, and which of its bands.
        contents: the block whose page number stands at its end.
    """

    height: int
    things: tuple[Thing, ...] = ()
    before: int = 0
    keep: bool = False
    new_page: bool = False
    page: str = ""
    heading: tuple[int, str, int] | None = None
    grid: Grid | None = None
    band: int = 0
    contents: int | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip on a page (from 0), ``top`` within its type area."""

    strip: Strip
    sheet: int
    top: int


@dataclass(frozen=True, slots=True)
class Pages:
    """The orientation of each page, and what stands where."""

    orientations: tuple[str, ...]
    placed: tuple[Placed, ...]


def paginate(strips: Sequence[Strip]) -> Pages:
    """The strips on pages; the heads of a table are repeated where it goes on."""
    page = next((strip.page for strip in strips if strip.page), "") if strips and strips[0].page else ""
    orientations = [page or "portrait"]
    placed: list[Placed] = []
    filled = 0

    def turn(orientation: str) -> None:
        nonlocal filled
        orientations.append(orientation)
        filled = 0

    for number, strip in enumerate(strips):
        if number and (strip.new_page or strip.page):
            turn(strip.page or orientations[-1])
        room = TEXT_HEIGHT[orientations[-1]]
        together = _together(strips, number, room)
        if filled and filled + together > room:
            turn(orientations[-1])
            filled = _repeat(strip, strips[number - 1], len(orientations) - 1, placed)
        filled += strip.before if filled else 0
        placed.append(Placed(strip, len(orientations) - 1, filled))
        filled += strip.height
    return Pages(tuple(orientations), tuple(placed))


def _together(strips: Sequence[Strip], number: int, room: int) -> int:
    """The height of a strip with all that must stand on its page; by itself where that is too much."""
    height = 0
    for strip in strips[number:]:
        height += strip.before + strip.height
        if not strip.keep:
            break
        if height > room:
            return strips[number].height
    return height if height <= room else strips[number].height


def _repeat(strip: Strip, previous: Strip, sheet: int, placed: list[Placed]) -> int:
    """Put the heads of a table that goes on; returns their height."""
    grid = strip.grid
    if grid is None or previous.grid is not grid or strip.band < grid.head_bands:
        return 0
    height = 0
    for band in range(grid.head_bands):
        placed.append(Placed(Strip(grid.bands[band], grid=grid, band=band), sheet, height))
        height += grid.bands[band]
    return height
