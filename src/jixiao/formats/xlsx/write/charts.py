"""A native chart of Excel over the cells of its sheet: it changes when they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jixiao.formats.drawing import palette

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from jixiao.core.document import Block
    from jixiao.formats.xlsx.write.tables import Sheet

_SIZE: Final = {"width": 660, "height": 360}
_DASHES: Final = {"solid": "solid", "dash": "dash", "sysDot": "round_dot", "dashDot": "dash_dot"}
_FONT: Final = {"name": "宋体", "size": 10}


def add_chart(book: Workbook, made: Sheet, name: str) -> None:
    """Put the chart below its table; without a look it stays a table."""
    block = made.page.table
    look = block.look.chart if block.look is not None else None
    rows = sorted({cell.row for cell in block.cells if cell.row})
    series = _series(block)
    if look is None or not rows or not series:
        return
    chart: Any = book.add_chart({"type": look.kind})
    first, last = made.top + rows[0], made.top + rows[-1]
    percent = look.kind == "pie"
    labels: dict[str, Any] = {"font": _FONT, "num_format": _code(look.decimals)}
    labels |= (
        {
            "percentage": True,
            "category": True,
            "separator": "\n",
            "leader_lines": True,
            "position": "best_fit",
            "num_format": "0.00%",
        }
        if percent
        else {"value": True}
    )
    for number, column in enumerate(series[:1] if percent else series):
        one: dict[str, Any] = {
            "name": [name, made.top, column],
            "categories": [name, first, 0, last, 0],
            "values": [name, first, column, last, column],
            "data_labels": labels,
        }
        if percent:
            one["points"] = [_filled(palette.slice_fill(at)) for at in range(len(rows))]
        elif look.kind == "line":
            one |= _line(palette.line_style(number))
            one["data_labels"] = labels | {"position": "below" if number % 2 else "above"}
        else:
            one |= _filled(palette.series_fill(number)) | {"gap": 80}
        chart.add_series(one)
    unit = f"（单位：{look.unit}）" if look.unit and not percent else ""
    chart.set_title({"name": look.title + unit, "name_font": {"name": "黑体", "size": 12, "bold": False}})
    chart.set_legend(
        {"position": "bottom", "font": _FONT} if len(series) > 1 and not percent else {"none": True}
    )
    lines = {"num_font": _FONT, "major_gridlines": {"visible": True, "line": {"color": f"#{palette.GRID}"}}}
    if look.kind == "bar":  # the first category at the top, as in the table; the scale stays below
        chart.set_y_axis({"num_font": _FONT, "reverse": True})
        chart.set_x_axis(lines | {"label_position": "high"})
    elif not percent:
        chart.set_x_axis({"num_font": _FONT})
        chart.set_y_axis(lines)
    chart.set_size(_SIZE)
    chart.show_blanks_as("gap")
    made.sheet.insert_chart(
        made.top + made.rows + len(made.page.below) + 1, 0, chart, {"description": look.title}
    )


def _filled(colour: str) -> dict[str, Any]:
    return {"fill": {"color": f"#{colour}"}, "border": {"color": f"#{palette.OUTLINE}", "width": 0.75}}


def _line(style: palette.LineStyle) -> dict[str, Any]:
    colour = f"#{style.colour}"
    marker = {
        "type": style.marker,
        "size": 6,
        "border": {"color": colour},
        "fill": {"color": f"#{style.inside}"},
    }
    return {"line": {"color": colour, "width": 2, "dash_type": _DASHES[style.dash]}, "marker": marker}


def _series(block: Block) -> list[int]:
    return sorted({cell.column for cell in block.cells if cell.column})


def _code(decimals: int) -> str:
    return f"0.{'0' * decimals}" if decimals else "0"
