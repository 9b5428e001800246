"""Columns, bars and lines as SVG, with their axes, labels and legend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jixiao.formats.drawing import sizes
from jixiao.formats.drawing.palette import AXIS, GRID, line_style, series_fill
from jixiao.formats.drawing.scale import Scale, number, scale
from jixiao.formats.drawing.svg_parts import line, marker, polyline, rectangle, text, turned
from jixiao.formats.drawing.text import POINT, even, width, wrap
from jixiao.formats.drawing.text import columns as half_widths

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from jixiao.formats.drawing.data import ChartData
    from jixiao.formats.drawing.told import Label

_TOP: Final = 15.0
_UNIT: Final = 10.5
_RIGHT: Final = 4.0
_LEGEND: Final = 7.0
_SLANTED: Final = 22.0
_PITCH: Final = sizes.TEXT_SIZE * POINT * sizes.LINE
_AWAY: Final = 2.4
"""From a column to the middle of its label."""
_MARKER: Final = 1.2
_WIDEST_NAME: Final = 60.0


@dataclass(frozen=True, slots=True)
class _Plot:
    """The rectangle of the values, from the left and top."""

    left: float
    top: float
    wide: float
    tall: float
    axis: Scale

    def y(self, value: Decimal | float) -> float:
        return self.top + self.tall * (1 - self.axis.part(float(value)))

    def x(self, value: Decimal | float) -> float:
        return self.left + self.wide * self.axis.part(float(value))

    @property
    def bottom(self) -> float:
        return self.top + self.tall


def columns(data: ChartData, wide: float, tall: float) -> str:
    """Upright columns."""
    plot, labels = _upright(data, wide, tall), sizes.labels(data, wide)
    pitch = sizes.pitch(data, plot.wide)
    drawn = [_frame(data, plot, wide)]
    for place, one in enumerate(data.series):
        for group, value in enumerate(one.values):
            if value is None:
                continue
            left = plot.left + plot.wide * group / len(data.categories)
            left += (plot.wide / len(data.categories) - pitch * len(data.series)) / 2 + pitch * place
            ends = sorted((plot.y(value), plot.y(0)))
            drawn.append(rectangle(left, ends[0], pitch, ends[1] - ends[0], series_fill(place)))
            shown = data.value(one, group)
            drawn.append(_label(left + pitch / 2, plot.y(value), shown, labels, below=value < 0))
    return "".join(
        (
            *drawn,
            line(plot.left, plot.y(0), plot.left + plot.wide, plot.y(0), AXIS),
            _legend(data, wide, tall),
        )
    )


def lines(data: ChartData, wide: float, tall: float) -> str:
    """Points joined by lines; a blank breaks the line."""
    plot, labels = _upright(data, wide, tall), sizes.labels(data, wide)
    step = plot.wide / len(data.categories)
    drawn = [_frame(data, plot, wide), line(plot.left, plot.bottom, plot.left + plot.wide, plot.bottom, AXIS)]
    upper = sizes.upper(data)
    for place, one in enumerate(data.series):
        style = line_style(place)
        spots = [
            None if value is None else (plot.left + step * (at + 0.5), plot.y(value))
            for at, value in enumerate(one.values)
        ]
        drawn += [polyline(run, style.colour, style.dash) for run in _runs(spots)]
        last = max((at for at, spot in enumerate(spots) if spot is not None), default=0)
        for at, spot in enumerate(spots):
            if spot is None:
                continue
            drawn.append(marker(style.marker, *spot, style.inside, style.colour))
            if labels.shown != "last" or at == last:
                below = place != upper
                away = _MARKER if below else -_MARKER
                shown = data.value(one, at)
                drawn.append(_label(spot[0], spot[1] + away, shown, labels, below=below))
    return "".join((*drawn, _legend(data, wide, tall)))


def bars(data: ChartData, wide: float, tall: float) -> str:
    """Bars from the left, the first category on top."""
    labels = sizes.labels(data, wide)
    most = int(_WIDEST_NAME / (sizes.TEXT_SIZE * POINT / 2))
    names = [even(name, most) for name in data.categories]
    left = max(width(one, sizes.TEXT_SIZE) for name in names for one in name) + 3
    bottom = tall - 6 - (_LEGEND if len(data.series) > 1 else 0)
    plot = _Plot(left, _TOP, wide - left - _RIGHT - 8, bottom - _TOP, scale(data, labels))
    drawn = [_unit(data)]
    for tick in plot.axis.ticks():
        drawn.append(line(plot.x(tick), plot.top, plot.x(tick), plot.bottom, GRID))
        drawn.append(text(plot.x(tick), plot.bottom + 3, number(tick), sizes.LABEL_SIZE))
    pitch = sizes.pitch(data, plot.tall)
    slot = plot.tall / len(data.categories)
    for group, name in enumerate(names):
        first = plot.top + slot * (group + 0.5) - _PITCH * (len(name) - 1) / 2
        drawn += [
            text(left - 1.5, first + _PITCH * at, data.name(group, one), sizes.TEXT_SIZE, "end")
            for at, one in enumerate(name)
        ]
    for place, one in enumerate(data.series):
        for group, value in enumerate(one.values):
            if value is None:
                continue
            top = plot.top + slot * group + (slot - pitch * len(data.series)) / 2 + pitch * place
            ends = sorted((plot.x(value), plot.x(0)))
            drawn.append(rectangle(ends[0], top, ends[1] - ends[0], pitch, series_fill(place)))
            if labels.shown != "none":
                side = ("end", -1.0) if value < 0 else ("start", 1.0)
                shown = data.value(one, group)
                drawn.append(text(plot.x(value) + side[1], top + pitch / 2, shown, labels.size, side[0]))
    return "".join(
        (*drawn, line(plot.x(0), plot.top, plot.x(0), plot.bottom, AXIS), _legend(data, wide, tall))
    )


def _upright(data: ChartData, wide: float, tall: float) -> _Plot:
    """The plot of a chart whose categories stand below it."""
    axis = scale(data, sizes.labels(data, wide))
    left = max(width(number(tick), sizes.LABEL_SIZE) for tick in axis.ticks()) + 3
    named = sizes.category_lines(data, wide)
    below = named * _PITCH + 2 if named else _SLANTED
    bottom = tall - below - (_LEGEND if len(data.series) > 1 else 0)
    return _Plot(left, _TOP, wide - left - _RIGHT, bottom - _TOP, axis)


def _frame(data: ChartData, plot: _Plot, wide: float) -> str:
    """Lines and numbers of the value axis, names of the categories."""
    drawn = [_unit(data)]
    for tick in plot.axis.ticks():
        drawn.append(line(plot.left, plot.y(tick), plot.left + plot.wide, plot.y(tick), GRID))
        drawn.append(text(plot.left - 1.5, plot.y(tick), number(tick), sizes.LABEL_SIZE, "end"))
    slot = plot.wide / len(data.categories)
    level = sizes.category_lines(data, wide) > 0
    most = int((slot - 0.5) / (sizes.TEXT_SIZE * POINT / 2))
    for group, name in enumerate(data.categories):
        x = plot.left + slot * (group + 0.5)
        if not level:
            cut = data.name(group, _cut(name))
            drawn.append(turned(x, plot.bottom + 2, cut, sizes.LABEL_SIZE, -45, "end"))
            continue
        drawn += [
            text(x, plot.bottom + 3 + _PITCH * at, data.name(group, row), sizes.TEXT_SIZE)
            for at, row in enumerate(even(name, most))
        ]
    return "".join(drawn)


def _cut(name: str) -> str:
    """As much of a slanted name as has room."""
    most = int(_SLANTED * 1.35 / (sizes.LABEL_SIZE * POINT / 2))
    return name if half_widths(name) <= most else wrap(name, most - 2)[0] + "…"


def _unit(data: ChartData) -> str:
    unit = data.unit_line()
    return text(0, _UNIT, unit, sizes.LABEL_SIZE, "start") if unit else ""


def _label(x: float, y: float, shown: Label, labels: sizes.Labels, *, below: bool) -> str:
    if labels.shown == "none":
        return ""
    away = _AWAY if below else -_AWAY
    if labels.shown == "upright":
        return turned(x, y + away / 2, shown, labels.size, -90, "end" if below else "start")
    return text(x, y + away, shown, labels.size)


def _runs(spots: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """The stretches of points without a blank between."""
    runs: list[list[tuple[float, float]]] = [[]]
    for spot in spots:
        if spot is None:
            runs.append([])
        else:
            runs[-1].append(spot)
    return [run for run in runs if len(run) > 1]


def _legend(data: ChartData, wide: float, tall: float) -> str:
    if len(data.series) == 1:
        return ""
    sizes_of = [width(one.name, sizes.TEXT_SIZE) + 12 for one in data.series]
    x = (wide - sum(sizes_of) + 4) / 2
    y = tall - _LEGEND / 2
    drawn: list[str] = []
    for place, (one, taken) in enumerate(zip(data.series, sizes_of, strict=True)):
        name = text(x + 7, y, data.heading(one), sizes.TEXT_SIZE, "start")
        drawn.append(_swatch(data, place, x, y) + name)
        x += taken
    return "".join(drawn)


def _swatch(data: ChartData, place: int, x: float, y: float) -> str:
    if data.look.kind != "line":
        return rectangle(x + 1.5, y - 1.5, 3, 3, series_fill(place))
    style = line_style(place)
    drawn = polyline(((x - 1, y), (x + 6, y)), style.colour, style.dash)
    return drawn + marker(style.marker, x + 2.5, y, style.inside, style.colour)
