"""The things of a page as XML: lengths in millimetres, every object with an identifier of its own."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from jixiao.formats.docx.write.xml import escaped, quoted
from jixiao.formats.ofd.write.canvas import ASCENT, Shade, Stroke, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jixiao.formats.ofd.write.canvas import Thing

HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE: Final = "http://www.ofdspec.org/2016"
NAMESPACE: Final = f'xmlns:ofd="{SPACE}"'

FONTS: Final = {
    "body": ("仿宋", "FangSong"),
    "black": ("黑体", "SimHei"),
    "script": ("楷体", "KaiTi"),
    "title": ("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
    "number": ("宋体", "SimSun"),
}
"""The names of fonts of official papers (GB/T 9704-2012), Chinese and Latin; they are not free, so a viewer
takes those of its machine."""

_LINE_WIDTH: Final = 10
_BOLD: Final = 700
_SHORTEST_RUN: Final = 3
"""So many equal distances are worth the sign for repetition."""


def millimetres(length: int) -> str:
    """A length in twentieths of a point, to a thousandth of a millimetre."""
    thousandths = (length * 127000 + 3600) // 7200
    sign = "-" if thousandths < 0 else ""
    whole, rest = divmod(abs(thousandths), 1000)
    return f"{sign}{whole}.{rest:03}".rstrip("0").rstrip(".")


def distances(lengths: Sequence[int]) -> str:
    """The value of ``DeltaX``: equal distances that follow each other as ``g COUNT DISTANCE``."""
    shown: list[str] = []
    for distance, equal in groupby(millimetres(one) for one in lengths):
        count = sum(1 for _ in equal)
        shown += ["g", str(count), distance] if count >= _SHORTEST_RUN else [distance] * count
    return " ".join(shown)


def thing_xml(thing: Thing, number: int, font: Callable[[str], int]) -> str:
    """One object with the identifier ``number``; ``font`` gives that of a font by its key."""
    if isinstance(thing, Words):
        return _words(thing, number, font(thing.type.font))
    if isinstance(thing, Stroke):
        return _stroke(thing, number)
    return _shade(thing, number)


def _words(words: Words, number: int, font: int) -> str:
    kind = words.type
    rise = kind.size * ASCENT // 100
    box = _box(words.left, words.baseline - rise, words.width, kind.size)
    bold = f' Weight="{_BOLD}"' if kind.bold else ""
    between = words.advances[:-1]
    delta = f' DeltaX="{distances(between)}"' if between else ""
    return (
        f'<ofd:TextObject ID="{number}" Boundary="{box}" Font="{font}" Size="{millimetres(kind.size)}"{bold}>'
        f'<ofd:TextCode X="0" Y="{millimetres(rise)}"{delta}>{escaped(words.text)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def _stroke(stroke: Stroke, number: int) -> str:
    """A line in the middle of its boundary, which is as thick as the line."""
    half = _LINE_WIDTH // 2
    across, down = stroke.right - stroke.left, stroke.bottom - stroke.top
    box = _box(stroke.left - half, stroke.top - half, across + _LINE_WIDTH, down + _LINE_WIDTH)
    start, ends = millimetres(half), (millimetres(across + half), millimetres(down + half))
    return (
        f'<ofd:PathObject ID="{number}" Boundary="{box}" LineWidth="{millimetres(_LINE_WIDTH)}" Cap="Square">'
        f"<ofd:AbbreviatedData>M {start} {start} L {ends[0]} {ends[1]}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def _shade(shade: Shade, number: int) -> str:
    across, down = shade.right - shade.left, shade.bottom - shade.top
    right, bottom = millimetres(across), millimetres(down)
    return (
        f'<ofd:PathObject ID="{number}" Boundary="{_box(shade.left, shade.top, across, down)}" '
        f'Stroke="false" Fill="true"><ofd:FillColor Value="{quoted(shade.colour)}"/>'
        f"<ofd:AbbreviatedData>M 0 0 L {right} 0 L {right} {bottom} L 0 {bottom} C</ofd:AbbreviatedData>"
        "</ofd:PathObject>"
    )


def _box(left: int, top: int, width: int, height: int) -> str:
    return " ".join(map(millimetres, (left, top, width, height)))
