"""Which blocks are drawn, and their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jixiao.formats.docx.write.drawings.charts import chart_run
from jixiao.formats.drawing.data import chart_data

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
        """The run that shows a chart, "" for every other block; ``room`` is how wide text is, in twips."""
        chart = chart_data(block) if block.kind == "chart" else None
        if chart is None:
            return ""
        self._drawn += 1
        width = min(room * _TWIP, _WIDEST)
        return chart_run(chart, self._drawn, width, self.package, self.main)
