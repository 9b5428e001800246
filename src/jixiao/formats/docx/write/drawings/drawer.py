"""Which blocks are drawn, and their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jixiao.formats.docx.write.drawings.charts import chart_run
from jixiao.formats.docx.write.drawings.diagrams import diagram_run
from jixiao.formats.drawing.data import chart_data
from jixiao.formats.drawing.diagram import sketch

if TYPE_CHECKING:
    from jixiao.core.document import Block
    from jixiao.formats.docx.write.package import Package

_TWIP = 25.4 / 1440
"""Millimetres."""
_WIDEST = 170.0


@dataclass(slots=True)
class Drawer:
    """Draws the charts and diagrams of one file; ``main`` is the name of the part that shows them."""

    package: Package
    main: str
    _drawn: int = 0

    def run(self, block: Block, room: int) -> str:
        """The run that shows a chart or diagram, else ""; ``room`` is how wide text is, in twips."""
        chart = chart_data(block) if block.kind == "chart" else None
        diagram = None if block.look is None else block.look.diagram
        if chart is None and diagram is None:
            return ""
        self._drawn += 1
        width = min(room * _TWIP, _WIDEST)
        if chart is None:
            drawn = None if diagram is None else sketch(diagram, width)
            return "" if drawn is None or diagram is None else diagram_run(diagram, drawn, self._drawn)
        return chart_run(chart, self._drawn, width, self.package, self.main)
