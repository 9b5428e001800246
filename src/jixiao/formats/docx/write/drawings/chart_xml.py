"""A chart as DrawingML: the part word/charts/chartN.xml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.formats.docx.write.drawings.chart_series import bar_series, line_series, pie_series
from jixiao.formats.docx.write.drawings.chart_text import (
    TEXT_FONT,
    TITLE_FONT,
    inner,
    place,
    shape,
    stroke,
    text_looks,
    title,
    value,
)
from jixiao.formats.drawing import pie, sizes
from jixiao.formats.drawing.palette import AXIS, GRID, INK
from jixiao.formats.drawing.scale import number, scale

if TYPE_CHECKING:
    from jixiao.formats.drawing.data import ChartData

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CATEGORY_AXIS = 111111111
_VALUE_AXIS = 222222222
_SLANTING = -45 * 60000
_UNIT_X = 0.01
_UNIT_Y = 9.0
"""Millimetres: below the title, at the left."""


def chart_xml(data: ChartData, wide: float, tall: float) -> str:
    """The chart of this width and height in millimetres; rId1 is its workbook."""
    look = data.look
    plot = _pie(data, wide, tall) if look.kind == "pie" else _with_axes(data, wide)
    heading = title(look.title, sizes.TITLE_SIZE, INK, TITLE_FONT) if look.title else ""
    text = text_looks(sizes.TEXT_SIZE, INK)
    legend = f"<c:legend>{value('legendPos', 'b')}{value('overlay', 0)}{text}</c:legend>"
    if look.kind == "pie" or len(data.series) == 1:
        legend = ""
    return (
        f'{_HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f"{value('date1904', 0)}{value('lang', 'zh-CN')}{value('roundedCorners', 0)}"
        f"<c:chart>{heading}{value('autoTitleDeleted', 0 if look.title else 1)}"
        f"<c:plotArea>{plot}</c:plotArea>{legend}{value('plotVisOnly', 1)}{value('dispBlanksAs', 'gap')}"
        f"</c:chart>{shape('<a:noFill/><a:ln><a:noFill/></a:ln>')}{text}"
        f'<c:externalData r:id="rId1">{value("autoUpdate", 0)}</c:externalData></c:chartSpace>'
    )


def _pie(data: ChartData, wide: float, tall: float) -> str:
    circle = pie.lay_out(data, wide, tall)
    across = 2 * circle.radius
    where = inner(
        (circle.x - circle.radius) / wide, (circle.y - circle.radius) / tall, across / wide, across / tall
    )
    series = pie_series(data, circle, wide, tall)
    return (
        f"{where}<c:pieChart>{value('varyColors', 1)}{series}"
        f"{value('firstSliceAng', round(circle.first))}</c:pieChart>"
    )


def _with_axes(data: ChartData, wide: float) -> str:
    labels = sizes.labels(data, wide)
    numbers = range(len(data.series))
    axes = value("axId", _CATEGORY_AXIS) + value("axId", _VALUE_AXIS)
    if data.look.kind == "line":
        series = "".join(line_series(data, number, labels) for number in numbers)
        chart = (
            f"<c:lineChart>{value('grouping', 'standard')}{value('varyColors', 0)}{series}"
            f"{value('marker', 1)}{axes}</c:lineChart>"
        )
    else:
        series = "".join(bar_series(data, number, labels) for number in numbers)
        chart = (
            f"<c:barChart>{value('barDir', 'col' if data.look.kind == 'column' else 'bar')}"
            f"{value('grouping', 'clustered')}{value('varyColors', 0)}{series}"
            f"{value('gapWidth', sizes.gap_width(data))}{value('overlap', 0)}{axes}</c:barChart>"
        )
    return f"<c:layout/>{chart}{_category_axis(data, wide)}{_value_axis(data, labels)}"


def _category_axis(data: ChartData, wide: float) -> str:
    lying = data.look.kind == "bar"
    level = lying or sizes.category_lines(data, wide) > 0
    turned = f' rot="{0 if level else _SLANTING}" vert="horz"'
    # bars are read from the top down, so their axis is turned round
    return (
        f"<c:catAx>{value('axId', _CATEGORY_AXIS)}"
        f"<c:scaling>{value('orientation', 'maxMin' if lying else 'minMax')}</c:scaling>{value('delete', 0)}"
        f"{value('axPos', 'l' if lying else 'b')}"
        f'<c:numFmt formatCode="General" sourceLinked="0"/>'
        f"{value('majorTickMark', 'none')}{value('minorTickMark', 'none')}{value('tickLblPos', 'low')}"
        f"{shape(stroke(AXIS))}"
        f"{text_looks(sizes.TEXT_SIZE, INK, turned)}"
        f"{value('crossAx', _VALUE_AXIS)}{value('crosses', 'autoZero')}{value('auto', 0)}"
        f"{value('lblAlgn', 'ctr')}{value('lblOffset', 100)}{value('noMultiLvlLbl', 1)}</c:catAx>"
    )


def _value_axis(data: ChartData, labels: sizes.Labels) -> str:
    lying = data.look.kind == "bar"
    corner = place(_UNIT_X, _UNIT_Y / sizes.height(data))
    words = data.unit_line()
    unit = title(words, sizes.LABEL_SIZE, INK, TEXT_FONT, corner) if words else ""
    return (
        f"<c:valAx>{value('axId', _VALUE_AXIS)}"
        f"<c:scaling>{value('orientation', 'minMax')}{_limits(data, labels)}"
        f"</c:scaling>{value('delete', 0)}{value('axPos', 'b' if lying else 'l')}"
        f"<c:majorGridlines>{shape(stroke(GRID))}</c:majorGridlines>"
        f'{unit}<c:numFmt formatCode="General" sourceLinked="0"/>'
        f"{value('majorTickMark', 'none')}{value('minorTickMark', 'none')}{value('tickLblPos', 'nextTo')}"
        f"{shape('<a:ln><a:noFill/></a:ln>')}{text_looks(sizes.LABEL_SIZE, INK)}"
        f"{value('crossAx', _CATEGORY_AXIS)}{value('crosses', 'max' if lying else 'autoZero')}"
        f"{value('crossBetween', 'between')}</c:valAx>"
    )


def _limits(data: ChartData, labels: sizes.Labels) -> str:
    """Columns begin at zero: an axis that is cut off makes a small change look large.

    The rest is left to the office, whose axis follows edited data, unless it has no room for the labels.
    """
    axis = scale(data, labels)
    negative = axis.low < 0
    if labels.shown == "upright" or (negative and labels.shown == "flat"):
        return value("max", number(axis.high)) + value("min", number(axis.low))
    return value("min", 0) if data.look.kind != "line" and not negative else ""
