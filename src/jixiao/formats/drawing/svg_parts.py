"""Elements of SVG; lengths in millimetres, sizes of text in points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.formats.drawing.markup import attribute, content
from jixiao.formats.drawing.palette import INK, OUTLINE
from jixiao.formats.drawing.text import POINT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.formats.drawing.told import Label

_FONTS: Final = "'Times New Roman', SimSun, 宋体, 'Songti SC', 'Noto Serif CJK SC', serif"
_BOLD_FONTS: Final = "SimHei, 黑体, 'Heiti SC', 'Noto Sans CJK SC', sans-serif"
_BASELINE: Final = 0.35
"""From the middle of a line of text down to its base line, in sizes."""
_MARGIN: Final = 1.0
_DASHES: Final = {"solid": "", "dash": "2 1.2", "sysDot": "0.6 0.8", "dashDot": "2 1 0.5 1"}


def figure(inner: str, wide: float, tall: float, key: str, words: tuple[str, str]) -> str:
    """The whole drawing with a title and a description for those who cannot see it."""
    wide, tall = wide + 2 * _MARGIN, tall + 2 * _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{key}-t {key}-d" '
        f'width="{_n(wide)}mm" height="{_n(tall)}mm" '
        f'viewBox="{_n(-_MARGIN)} {_n(-_MARGIN)} {_n(wide)} {_n(tall)}" '
        f'style="max-width:100%;height:auto" font-family="{_FONTS}">'
        f'<title id="{key}-t">{content(words[0])}</title><desc id="{key}-d">{content(words[1])}</desc>'
        f"{inner}</svg>"
    )


def text(
    x: float, y: float, words: str | Label, size: float, anchor: str = "middle", *, bold: bool = False
) -> str:
    """A line of text whose middle (in height) is at ``y``."""
    font = f' font-family="{_BOLD_FONTS}"' if bold else ""
    more = hint = ""
    if not isinstance(words, str):
        told, words = words.told, words.words
        more = "".join(f" {key}={attribute(own)}" for key, own in told.attributes.items())
        hint = f"<title>{content(told.hint)}</title>" if told.hint else ""
    return (
        f'<text x="{_n(x)}" y="{_n(y + size * POINT * _BASELINE)}" font-size="{_n(size * POINT)}" '
        f'text-anchor="{anchor}" fill="#{INK}"{font}{more}>{content(words)}{hint}</text>'
    )


def turned(x: float, y: float, words: str | Label, size: float, angle: int, anchor: str) -> str:
    """A line of text turned about the point, clockwise."""
    inner = text(0, 0, words, size, anchor)
    return f'<g transform="translate({_n(x)} {_n(y)}) rotate({angle})">{inner}</g>'


def rectangle(x: float, y: float, wide: float, tall: float, fill: str) -> str:
    """A filled rectangle with an outline."""
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(wide)}" height="{_n(tall)}" fill="#{fill}" '
        f'stroke="#{OUTLINE}" stroke-width="0.25"></rect>'
    )


def line(x: float, y: float, to_x: float, to_y: float, colour: str, thick: float = 0.2) -> str:
    """A straight line."""
    return (
        f'<path d="M{_n(x)} {_n(y)}L{_n(to_x)} {_n(to_y)}" fill="none" stroke="#{colour}" '
        f'stroke-width="{thick}"></path>'
    )


def polyline(points: Iterable[tuple[float, float]], colour: str, dash: str) -> str:
    """Points joined by a line."""
    path = "L".join(f"{_n(x)} {_n(y)}" for x, y in points)
    dashes = f' stroke-dasharray="{_DASHES[dash]}"' if _DASHES[dash] else ""
    return f'<path d="M{path}" fill="none" stroke="#{colour}" stroke-width="0.6"{dashes}></path>'


def shape(path: str, fill: str, outline: str = OUTLINE) -> str:
    """A filled shape by its path."""
    return f'<path d="{path}" fill="#{fill}" stroke="#{outline}" stroke-width="0.25"></path>'


def marker(kind: str, x: float, y: float, fill: str, outline: str) -> str:
    """The sign at a point of a line chart."""
    half = 1.0
    if kind == "circle":
        path = f"M{_n(x - half)} {_n(y)}a{half} {half} 0 1 0 {2 * half} 0a{half} {half} 0 1 0 {-2 * half} 0Z"
    else:
        corners = {
            "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
            "triangle": ((0, -1.2), (1.2, 1), (-1.2, 1)),
            "diamond": ((0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)),
        }[kind]
        path = "M" + "L".join(f"{_n(x + right)} {_n(y + down)}" for right, down in corners) + "Z"
    return shape(path, fill, outline)


def _n(number: float) -> str:
    written = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
