"""Charts embedded in a document: their title and the data behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from jixiao.core.document import Cell
from jixiao.formats.docx.chart_values import printed
from jixiao.formats.docx.names import A, C, is_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

_MOST_POINTS = 5000
_MOST_SERIES = 255
_CATEGORIES = (C + "cat", C + "xVal")
_VALUES = (C + "val", C + "yVal")


@dataclass(slots=True)
class Series:
    """One series of a chart: its name, and by index its categories and values as printed."""

    name: str
    categories: dict[int, str] = field(default_factory=dict)
    values: dict[int, str] = field(default_factory=dict)


def read_chart(root: _Element) -> tuple[str, tuple[Cell, ...]]:
    """Title and cells: row 0 the names of the series, column 0 the categories."""
    series = [one for _, one in read_series(root)]
    title = _title(root, series)
    rows = rows_of(series)
    names: dict[int, str] = {}
    for one in series:
        for index, name in one.categories.items():
            names.setdefault(index, name)
    cells = [Cell(0, 0, "")]
    cells += [Cell(0, column, one.name) for column, one in enumerate(series, start=1)]
    for row, index in enumerate(rows, start=1):
        cells.append(Cell(row, 0, names.get(index, "")))
        cells += [Cell(row, column, one.values.get(index, "")) for column, one in enumerate(series, start=1)]
    return title, tuple(cells) if series else ()


def read_series(root: _Element) -> list[tuple[_Element, Series]]:
    """The series of a chart with their elements, in the order of the block's columns."""
    return [(element, _series(element)) for element in islice(root.iter(C + "ser"), _MOST_SERIES)]


def rows_of(series: Sequence[Series]) -> list[int]:
    """The indexes of the points that there are; the first stands in row 1 of the block."""
    return sorted({index for one in series for index in (*one.values, *one.categories)})


def _title(root: _Element, series: list[Series]) -> str:
    chart = root.find(C + "chart")
    title = None if chart is None else chart.find(C + "title")
    if chart is None or title is None:
        return ""
    paragraphs = ["".join(text.text or "" for text in p.iter(A + "t")) for p in title.iter(A + "p")]
    text = "\n".join(paragraph for paragraph in paragraphs if paragraph) or " ".join(_points(title).values())
    deleted = chart.find(C + "autoTitleDeleted")
    if not text and len(series) == 1 and (deleted is None or not is_on(deleted.get("val"))):
        return series[0].name  # Word's own title of a chart with one series
    return text.strip()


def _series(element: _Element) -> Series:
    heading = element.find(C + "tx")
    name = ""
    if heading is not None:
        name = " ".join(_points(heading).values()) or heading.findtext(C + "v") or ""
    one = Series(name.strip())
    own_format = label_format(element)
    for child in element:
        if child.tag in _CATEGORIES:
            one.categories = _points(child)
        elif child.tag in _VALUES:
            one.values = _points(child, own_format)
    return one


def label_format(series: _Element) -> str | None:
    """The format of the data labels where they show values in a format of their own."""
    labels = series.find(C + "dLbls")
    if labels is None:
        return None
    shows, own = labels.find(C + "showVal"), labels.find(C + "numFmt")
    if (
        shows is None
        or own is None
        or not is_on(shows.get("val"))
        or own.get("sourceLinked") in ("1", "true")
    ):
        return None
    return own.get("formatCode")


def _points(parent: _Element, own_format: str | None = None) -> dict[int, str]:
    """The cached points below the element by index; levels of categories are joined, outermost first."""
    levels = list(parent.iter(C + "lvl"))
    if levels:
        return _joined([_level(level, own_format) for level in reversed(levels)])
    for cache in parent.iter(C + "strCache", C + "numCache", C + "strLit", C + "numLit"):
        return _level(cache, own_format)
    return {}


def _level(cache: _Element, own_format: str | None) -> dict[int, str]:
    general = cache.findtext(C + "formatCode") or ""
    is_number = cache.tag in (C + "numCache", C + "numLit")
    found: dict[int, str] = {}
    for point in cache.iterchildren(C + "pt"):
        index = point.get("idx", "")
        if not (index.isascii() and index.isdecimal()) or int(index[:8]) >= _MOST_POINTS:
            continue
        text = (point.findtext(C + "v") or "").strip()
        found[int(index)] = (
            printed(text, own_format or point.get("formatCode") or general) if is_number else text
        )
    return found


def _joined(levels: list[dict[int, str]]) -> dict[int, str]:
    """An outer category stands at the first of the points that it covers."""
    joined: dict[int, str] = {}
    current = [""] * len(levels)
    for index in sorted({key for level in levels for key in level}):
        for depth, level in enumerate(levels):
            current[depth] = level.get(index, current[depth])
        joined[index] = " ".join(name for name in current if name)
    return joined
