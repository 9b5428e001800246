"""Charts and diagrams as SVG for web pages: no script, no outside fonts, readable in black and white."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from jixiao.formats.drawing import sizes
from jixiao.formats.drawing.data import chart_data
from jixiao.formats.drawing.diagram import sentence, sketch
from jixiao.formats.drawing.svg_axes import bars, columns, lines
from jixiao.formats.drawing.svg_diagram import boxes
from jixiao.formats.drawing.svg_parts import figure, text
from jixiao.formats.drawing.svg_pie import slices
from jixiao.formats.drawing.told import plainly

if TYPE_CHECKING:
    from jixiao.core.document import Block
    from jixiao.core.look import DiagramLook
    from jixiao.formats.drawing.told import Describe

_TITLE: Final = 6.0
_DRAW = {"column": columns, "bar": bars, "line": lines, "pie": slices}


def chart_svg(block: Block, describe: Describe = plainly) -> str:
    """The chart of a block as an ``svg`` element; "" where there is nothing to show.

    Every text that repeats a cell of the block names it (see `told`); ``describe`` adds to that.
    """
    data = chart_data(block, describe)
    if data is None:
        return ""
    tall = sizes.height(data)
    title = data.look.title or block.text
    heading = text(sizes.WIDTH / 2, _TITLE, data.title(title), sizes.TITLE_SIZE, bold=True)
    inner = heading + _DRAW[data.look.kind](data, sizes.WIDTH, tall)
    return _titled(inner, sizes.WIDTH, tall, title, data.sentence())


def diagram_svg(look: DiagramLook) -> str:
    """The diagram as an ``svg`` element; "" where it has no boxes."""
    drawn = sketch(look, sizes.WIDTH)
    if drawn is None:
        return ""
    return _titled(boxes(drawn), drawn.wide, drawn.tall, look.title, sentence(look))


def _titled(inner: str, wide: float, tall: float, title: str, words: str) -> str:
    # the id must differ from those of other drawings on the page: it is made from what is drawn
    return figure(inner, wide, tall, "d" + sha256(inner.encode("utf-8")).hexdigest()[:12], (title, words))
