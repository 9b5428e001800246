"""Charts of a Word file: native and editable, each with its workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.formats.docx.write.drawings.chart_xml import chart_xml
from jixiao.formats.docx.write.drawings.frame import EMU, drawing
from jixiao.formats.docx.write.drawings.workbook import workbook
from jixiao.formats.drawing.sizes import height

if TYPE_CHECKING:
    from jixiao.formats.docx.write.package import Package
    from jixiao.formats.drawing.data import ChartData

_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def chart_run(data: ChartData, number: int, width: float, package: Package, main: str) -> str:
    """Add the parts of a chart to the package; returns the run that shows it.

    ``number`` is unique among the drawings of the file, from 1; ``width`` is in millimetres; ``main`` is the
    name of the part in which the run will stand.
    """
    tall = height(data)
    name = f"word/charts/chart{number}.xml"
    relationship = package.add(name, chart_xml(data, width, tall).encode("utf-8"), "chart", main)
    # the first that the chart points to, so its id is the rId1 of chart_xml
    package.add(f"word/embeddings/chart{number}.xlsx", workbook(data), "package", name)
    shown = drawing(
        f'<c:chart xmlns:c="{_URI}" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'r:id="{relationship}"/>',
        _URI,
        number,
        (round(width * EMU), round(tall * EMU)),
        (data.look.title, data.sentence()),
    )
    return f"<w:r>{shown}</w:r>"
