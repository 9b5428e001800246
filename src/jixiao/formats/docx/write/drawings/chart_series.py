"""The series of a chart: references into its workbook with the values beside them, fills, labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.core.digits import plain_digits
from jixiao.formats.docx.write.drawings.chart_text import fill, offset, shape, stroke, text_looks, value
from jixiao.formats.docx.write.drawings.workbook import SHEET, column_letter, decimal_format
from jixiao.formats.drawing.data import SHARE_DECIMALS
from jixiao.formats.drawing.markup import content
from jixiao.formats.drawing.palette import AXIS, INK, OUTLINE, line_style, series_fill, slice_fill
from jixiao.formats.drawing.sizes import LABEL_SIZE, Labels, upper

if TYPE_CHECKING:
    from jixiao.formats.drawing.data import ChartData, Series
    from jixiao.formats.drawing.pie import Pie

_NO_LABELS = "".join(
    value(name, 0)
    for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
)


_NO_FILL = "<c:spPr><a:noFill/></c:spPr>"
_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_BARE = ' wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"'


def bar_series(data: ChartData, number: int, labels: Labels) -> str:
    """A series of columns or bars."""
    looks = shape(fill(series_fill(number)) + stroke(OUTLINE)) + value("invertIfNegative", 0)
    return _series(data, number, looks + _value_labels(data, labels, "outEnd"))


def line_series(data: ChartData, number: int, labels: Labels) -> str:
    """A series of points joined by a line."""
    style = line_style(number)
    marker = (
        f"<c:marker>{value('symbol', style.marker)}{value('size', 6)}"
        f"{shape(fill(style.inside) + stroke(style.colour))}</c:marker>"
    )
    line = f'<a:ln w="22225" cap="rnd">{fill(style.colour)}<a:prstDash val="{style.dash}"/><a:round/></a:ln>'
    position = "t" if len(data.series) == 1 or number == upper(data) else "b"
    looks = shape(line) + marker + _value_labels(data, labels, position, number)
    return _series(data, number, looks, value("smooth", 0))


def pie_series(data: ChartData, pie: Pie, wide: float, tall: float) -> str:
    """The slices of a pie; what is zero has no label. Only the first series shows, as in every office."""
    shown = {one.index: one for one in pie.slices}
    outline = stroke(OUTLINE) if len(pie.slices) > 1 else _NO_LINE  # a whole would show a radius
    points = "".join(
        f"<c:dPt>{value('idx', one.index)}{value('bubble3D', 0)}"
        f"{shape(fill(slice_fill(number)) + outline)}</c:dPt>"
        for number, one in enumerate(pie.slices)
    )
    single = []
    for index in range(len(data.categories)):
        one = shown.get(index)
        if one is None:
            single.append(f"<c:dLbl>{value('idx', index)}{value('delete', 1)}</c:dLbl>")
        elif one.moved:
            away = offset((one.x - one.usual_x) / wide, (one.y - one.usual_y) / tall)
            single.append(f"<c:dLbl>{value('idx', index)}{away}{_share_label()}</c:dLbl>")
    leader = f"<c:leaderLines>{shape(stroke(AXIS, 0.5))}</c:leaderLines>"
    labels = f"<c:dLbls>{''.join(single)}{_share_label()}{value('showLeaderLines', 1)}{leader}</c:dLbls>"
    hidden = "".join(_series(data, number, "") for number in range(1, len(data.series)))
    return _series(data, 0, points + labels) + hidden


def _share_label() -> str:
    return (
        f'<c:numFmt formatCode="{decimal_format(SHARE_DECIMALS)}%" sourceLinked="0"/>{_NO_FILL}'
        f"{text_looks(LABEL_SIZE, INK, _BARE)}"
        f"{value('dLblPos', 'outEnd')}{value('showLegendKey', 0)}{value('showVal', 0)}"
        f"{value('showCatName', 1)}{value('showSerName', 0)}{value('showPercent', 1)}"
        f"{value('showBubbleSize', 0)}<c:separator>\n</c:separator>"
    )


def _value_labels(data: ChartData, labels: Labels, position: str, number: int = 0) -> str:
    if labels.shown == "none":
        return f"<c:dLbls>{value('delete', 1)}</c:dLbls>"
    if labels.shown == "last":
        last = max((i for i, one in enumerate(data.series[number].values) if one is not None), default=0)
        point = f"<c:dLbl>{value('idx', last)}{_value_label(data, labels, position)}</c:dLbl>"
        return f"<c:dLbls>{point}{_NO_LABELS}</c:dLbls>"
    return f"<c:dLbls>{_value_label(data, labels, position)}</c:dLbls>"


def _value_label(data: ChartData, labels: Labels, position: str) -> str:
    turned = ' rot="-5400000" vert="horz"' if labels.shown == "upright" else ' wrap="none"'
    return (
        f'<c:numFmt formatCode="{decimal_format(data.look.decimals)}" sourceLinked="0"/>{_NO_FILL}'
        f"{text_looks(labels.size, INK, turned)}{value('dLblPos', position)}{value('showLegendKey', 0)}"
        f"{value('showVal', 1)}{value('showCatName', 0)}{value('showSerName', 0)}{value('showPercent', 0)}"
        f"{value('showBubbleSize', 0)}"
    )


def _series(data: ChartData, number: int, looks: str, after: str = "") -> str:
    series = data.series[number]
    last = len(data.categories) + 1
    column = column_letter(number + 2)
    heading = (
        f"<c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f><c:strCache>{value('ptCount', 1)}"
        f'<c:pt idx="0"><c:v>{content(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )
    names = "".join(
        f'<c:pt idx="{index}"><c:v>{content(name)}</c:v></c:pt>' for index, name in enumerate(data.categories)
    )
    return (
        f"<c:ser>{value('idx', number)}{value('order', number)}{heading}{looks}"
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>"
        f"{value('ptCount', len(data.categories))}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f>"
        f"{_numbers(series, decimal_format(data.look.decimals))}</c:numRef></c:val>{after}</c:ser>"
    )


def _numbers(series: Series, code: str) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{plain_digits(number)}</c:v></c:pt>'
        for index, number in enumerate(series.values)
        if number is not None
    )
    count = value("ptCount", len(series.values))
    return f"<c:numCache><c:formatCode>{code}</c:formatCode>{count}{points}</c:numCache>"
