"""The data behind a chart block, exact as printed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import TYPE_CHECKING

from jixiao.formats.drawing.told import Describe, Label, Spot, label, plainly

if TYPE_CHECKING:
    from jixiao.core.document import Block
    from jixiao.core.look import ChartLook

SHARE_DECIMALS = 2
"""Percentages are printed with two, however the values are."""
_LARGEST = 40
"""Digits before or after the point; a number beyond is a mistake and no figure of a report."""
_WIDE = Context(prec=3 * _LARGEST, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Series:
    """A row of values, one for each category; None where the report has no figure (which is not zero).

    ``column`` is where its cells stand in the block.
    """

    name: str
    values: tuple[Decimal | None, ...]
    column: int = 1


@dataclass(frozen=True, slots=True)
class ChartData:
    """Categories and series of a chart, and how it is shown.

    ``rows`` are those of the block in which the categories stand; ``describe`` says what the writer adds.
    """

    look: ChartLook
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    rows: tuple[int, ...]
    describe: Describe = plainly

    def title(self, words: str) -> Label:
        """The title as a text of the drawing."""
        return self._label(words, Spot(None))

    def name(self, category: int, words: str) -> Label:
        """A line of the name of a category."""
        return self._label(words, Spot((self.rows[category], 0)))

    def heading(self, one: Series) -> Label:
        """The name of a series."""
        return self._label(one.name, Spot((0, one.column)))

    def value(self, one: Series, category: int) -> Label:
        """A value as a label shows it, "" for a blank."""
        value = one.values[category]
        words = "" if value is None else rounded(value, self.look.decimals)
        return self._label(words, Spot((self.rows[category], one.column)))

    def share(self, category: int, words: str) -> Label:
        """What part of the whole a value of the first series is."""
        return self._label(words, Spot((self.rows[category], self.series[0].column), SHARE_DECIMALS))

    def _label(self, words: str, spot: Spot) -> Label:
        return label(words, spot, self.describe(spot))

    def values(self) -> tuple[Decimal, ...]:
        """All values that there are."""
        return tuple(value for one in self.series for value in one.values if value is not None)

    def texts(self, one: Series) -> tuple[str, ...]:
        """The values of a series as labels show them, "" for a blank."""
        return tuple("" if value is None else rounded(value, self.look.decimals) for value in one.values)

    def shares(self, one: Series) -> tuple[str, ...]:
        """What part of the whole each value of a series is, in percent; "" for a blank."""
        whole = sum((abs(value) for value in one.values if value is not None), Decimal(0))
        return tuple(
            ""
            if value is None or not whole
            else rounded(_WIDE.divide(100 * abs(value), whole), SHARE_DECIMALS) + "%"
            for value in one.values
        )

    def unit_line(self) -> str:
        """The unit as it stands above the axis of values, "" where a legend tells it already."""
        unit = self.look.unit
        told = len(self.series) > 1 and all(one.name.endswith(f"（{unit}）") for one in self.series)
        return f"单位：{unit}" if unit and not told else ""

    def sentence(self) -> str:
        """All of it in words, for those who cannot see it."""
        unit = self.look.unit
        rows = (
            f"{one.name.removesuffix(f'（{unit}）')}："
            + "，".join(f"{name}{text}{unit}" for name, text in self._pairs(one))
            for one in self.series
        )
        return "；".join(rows) + "。"

    def _pairs(self, one: Series) -> list[tuple[str, str]]:
        return [pair for pair in zip(self.categories, self.texts(one), strict=True) if pair[1]]


def chart_data(block: Block, describe: Describe = plainly) -> ChartData | None:
    """The data of a chart block; None where it has no look of a chart or nothing to show.

    A value that is no plain decimal counts as blank: a chart has no place for words.
    """
    look = None if block.look is None else block.look.chart
    texts = {(cell.row, cell.column): cell.text for cell in block.cells}
    rows = sorted({row for row, _ in texts if row > 0})
    columns = sorted({column for _, column in texts if column > 0})
    if look is None or not rows or not columns:
        return None
    series = (
        Series(
            texts.get((0, column), ""), tuple(decimal(texts.get((row, column), "")) for row in rows), column
        )
        for column in columns
    )
    names = tuple(texts.get((row, 0), "") for row in rows)
    return ChartData(look, names, tuple(series), tuple(rows), describe)


def decimal(text: str) -> Decimal | None:
    """The value of a cell, None where it is blank or no number."""
    try:
        value = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
    usual = value.is_finite() and abs(value.adjusted()) <= _LARGEST and len(text) <= _LARGEST
    return value if usual else None


def rounded(value: Decimal, decimals: int) -> str:
    """The value with so many decimals, rounded half-up as everywhere."""
    return f"{_WIDE.quantize(value, Decimal(1).scaleb(-min(decimals, _LARGEST))):f}"
