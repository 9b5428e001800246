"""Sums that a text writes out in figures and signs, worked out: 18.5+19+28.5=66, (92+94+96)÷3, 95×30%+90×70%.

Names before the figures (投入得分9分+过程得分28分), remarks in brackets behind them and units are left out.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, DivisionByZero, InvalidOperation

from jixiao.core.frozen import frozen
from jixiao.core.interval import EXACT, Interval

_FIGURE = r"\d++(?:\.\d++)?+"
_NAME = r"(?:[\u4e00-\u9fff“”]{1,24}\s?)?"
_REMARK = r"(?:\([\u4e00-\u9fff]{1,14}\))?"
_ITEM = rf"(?:\(\s?)*{_NAME}(?:\(\s?)*{_FIGURE}\s?(?:分|%)?{_REMARK}(?:\s?\)(?:分|%)?)*"
_SUM = re.compile(
    rf"(?:(?<![\u4e00-\u9fff\d.+×*÷/xX%)-])|(?<=[为是即])(?=\d))(?P<sum>{_ITEM}(?:\s?[+×*÷/xX-]\s?{_ITEM})+)\s?=\s?(?P<result>{_FIGURE})\s?(?P<unit>\(?(?:分|%))?+"
    r"(?!\s?\)?\s?[+×*÷/xX])(?![\d.,]*\s?[万亿元])"
)
_PART = re.compile(rf"(?P<figure>{_FIGURE})\s?(?P<percent>%)?|(?P<sign>[+×*÷/xX()-])")
_REMARKS = re.compile(r"\([\u4e00-\u9fff]{1,14}\)")
_TIMES, _OVER = "×*xX", "÷/"
_HUNDRED = 100


@frozen
class Written:
    """A sum written out: where it stands, its figures, its result, and between what its value lies."""

    start: int
    end: int
    figures: tuple[tuple[int, int], ...]
    """Where each of its figures stands, with its sign of per cent."""
    result: tuple[int, int]
    low: Decimal
    high: Decimal
    adds: bool
    """It only adds up and takes away."""
    percent: bool
    """Its result is one of per cent."""
    plain: bool
    """None of its figures is: 45/50 may be told as 90%, and 45/50×100 as well."""

    def holds(self, text: str) -> bool:
        """Whether the result may be what the sum makes; sums of points must be so to the digit."""
        printed = text[slice(*self.result)]
        stated, decimals = Decimal(printed), len(printed.partition(".")[2])
        made = [(self.low, self.high)]
        if self.percent and self.plain:
            made.append((self.low * _HUNDRED, self.high * _HUNDRED))
        if self.adds:
            return any(low <= stated <= high for low, high in made)
        meant = Interval.printed(stated, decimals), Interval.truncated(stated, decimals)
        return any(Interval(low, high).meets(one) for low, high in made for one in meant)


def written_sums(text: str) -> Iterator[Written]:
    """Every sum of a plain text that is written out with its result."""
    if "=" not in text:
        return
    for found in _SUM.finditer(text):
        start = found.start("sum")
        body = _REMARKS.sub(lambda one: " " * len(one.group()), found["sum"])
        parts = list(_PART.finditer(body))
        figures = [part for part in parts if part["figure"]]
        values: list[Decimal] = []
        for end in (0, 1):
            value = _Reader([_read(part)[end] if part["figure"] else part["sign"] for part in parts]).value()
            if value is not None:
                values.append(value)
        if len(values) < 2 or len(figures) < 2:
            continue
        of_percent = (found["unit"] or "").endswith("%")
        percents = any(part["percent"] for part in figures)
        if of_percent and percents:
            values = [value * _HUNDRED for value in values]
        yield Written(
            start=start,
            end=found.end(),
            figures=tuple((start + part.start(), start + part.end()) for part in figures),
            result=found.span("result"),
            low=min(values),
            high=max(values),
            adds=not any(part["sign"] and part["sign"] in _TIMES + _OVER for part in parts),
            percent=of_percent,
            plain=not percents,
        )


def _read(part: re.Match[str]) -> tuple[Decimal, Decimal]:
    """The least and the greatest that a figure may mean: points and counts are exact, percentages rounded."""
    number = Decimal(part["figure"])
    if not part["percent"]:
        return number, number
    decimals = len(part["figure"].partition(".")[2])
    if not decimals:
        return number / _HUNDRED, number / _HUNDRED  # a weight
    meant = Interval.printed(number, decimals)
    return meant.low / _HUNDRED, meant.high / _HUNDRED


class _NoSumError(Exception):
    """The signs make no sum."""


class _Reader:
    """Works a sum out by the rules of arithmetic."""

    def __init__(self, parts: list[Decimal | str]) -> None:
        self.parts = parts
        self.at = 0

    def value(self) -> Decimal | None:
        """The value; None where the signs make no sum."""
        try:
            made = self._terms()
        except (_NoSumError, DivisionByZero, InvalidOperation):
            return None
        return made if self.at == len(self.parts) else None

    def _next(self, signs: str) -> str:
        part = self.parts[self.at] if self.at < len(self.parts) else ""
        if isinstance(part, str) and part and part in signs:
            self.at += 1
            return part
        return ""

    def _terms(self) -> Decimal:
        made = self._factors()
        while sign := self._next("+-"):
            other = self._factors()
            made = EXACT.add(made, other) if sign == "+" else EXACT.subtract(made, other)
        return made

    def _factors(self) -> Decimal:
        made = self._one()
        while sign := self._next(_TIMES + _OVER):
            other = self._one()
            made = EXACT.multiply(made, other) if sign in _TIMES else EXACT.divide(made, other)
        return made

    def _one(self) -> Decimal:
        if self._next("("):
            made = self._terms()
            if not self._next(")"):
                raise _NoSumError
            return made
        part = self.parts[self.at] if self.at < len(self.parts) else ""
        if isinstance(part, str):
            raise _NoSumError
        self.at += 1
        return part
