"""Charts and diagrams as drawings within the page; the figures of a chart stand in a table below it."""

from __future__ import annotations

import importlib
import importlib.util
import re
from html import escape
from typing import TYPE_CHECKING, Final

from jixiao.formats.html.write.tables import table
from jixiao.formats.html.write.texts import plain, text_block

if TYPE_CHECKING:
    from jixiao.core.document import Block
    from jixiao.core.look import DiagramLook
    from jixiao.formats.html.write.texts import Context

_CLOSED: Final = re.compile(r"<([a-zA-Z][\w:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)/>")


def picture(block: Block, context: Context, caption: Block | None) -> str:
    """A chart or diagram with the caption that follows it."""
    look = block.look
    below = "" if caption is None else f"\n<figcaption>{text_block(caption, context)}</figcaption>"
    if block.kind == "chart":
        drawing = _drawing("chart_svg", block)
        data = table(block, context, [])
        if drawing:
            title = (look.chart.title if look is not None and look.chart is not None else "") or block.text
            # the label of the fold comes from the style sheet: it is no text of the report
            data = f'<details><summary aria-label="{escape(title)}：数据表"></summary>\n{data}\n</details>'
        return f'<figure class="chart">\n{drawing}{data}{below}\n</figure>'
    if look is None or look.diagram is None:
        return text_block(block, context)
    own = f"\n<figcaption>{text_block(block, context)}</figcaption>" if block.text else ""
    drawing = _drawing("diagram_svg", look.diagram) or _outline(look.diagram)
    return f'<figure class="diagram">\n{drawing}{own}{below}\n</figure>'


def _drawing(name: str, given: object) -> str:
    """The drawing as SVG within the page; "" where there is nothing to draw it."""
    module = "jixiao.formats.drawing.svg"
    if importlib.util.find_spec("jixiao.formats.drawing") is None or importlib.util.find_spec(module) is None:
        return ""
    drawn = getattr(importlib.import_module(module), name)(given)
    # an element closed at once is not closed to a reader of HTML that counts open ones
    return _CLOSED.sub(r"<\1\2></\1>", drawn) + "\n" if drawn else ""


def _outline(diagram: DiagramLook) -> str:
    """A diagram in words, one box a line."""
    boxes = "".join(f"<li>{plain(node.text)}</li>" for node in diagram.nodes)
    # as a drawing, it is no text of the report: a reader passes by what is for finding one's way
    return f'<nav aria-label="{escape(diagram.title)}"><ol class="outline">{boxes}</ol></nav>\n'
