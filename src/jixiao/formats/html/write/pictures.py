"""Charts and diagrams as drawings within the page; the figures of a chart stand in a table below it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from jixiao.formats.drawing.svg import chart_svg, diagram_svg
from jixiao.formats.html.write.labels import described
from jixiao.formats.html.write.tables import table
from jixiao.formats.html.write.texts import text_block

if TYPE_CHECKING:
    from jixiao.core.document import Block
    from jixiao.formats.html.write.texts import Context


def picture(block: Block, context: Context, caption: Block | None) -> str:
    """A chart or diagram with the caption that follows it."""
    look = block.look
    below = "" if caption is None else f"\n<figcaption>{text_block(caption, context)}</figcaption>"
    if block.kind == "chart":
        drawing = chart_svg(block, described(block, context))
        data = table(block, context, [])
        if drawing:
            title = (look.chart.title if look is not None and look.chart is not None else "") or block.text
            # the label of the fold comes from the style sheet: it is no text of the report
            data = f'<details><summary aria-label="{escape(title)}：数据表"></summary>\n{data}\n</details>'
        return f'<figure class="chart">\n{drawing}\n{data}{below}\n</figure>'
    if look is None or look.diagram is None:
        return text_block(block, context)
    own = f"\n<figcaption>{text_block(block, context)}</figcaption>" if block.text else ""
    return f'<figure class="diagram">\n{diagram_svg(look.diagram)}\n{own}{below}\n</figure>'
