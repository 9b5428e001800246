"""What goes into a leaf rule and what comes out."""

from decimal import Decimal
from fractions import Fraction
from typing import NoReturn

from jixiao.core.frozen import frozen


@frozen
class Line:
    """A line to score: what it is worth, what was promised, what was done and what a person judged.

    Attributes:
        weight: full points; None where no source prints them.
        target, actual: numbers in the same unit, or words. For budget execution the budget and the outturn.
        target_upper: the upper end of a range.
        band, points, reason: a human judgement: the chosen band, the points, why.
        done: whether it was done, for yes or no.
        elements, elements_met: conditions to meet, and those met.
        occurrences: of a fault.
        unit: of target and actual, for sentences.
    """

    weight: Decimal | None = None
    operator: str = ""
    target: Decimal | str | None = None
    target_upper: Decimal | None = None
    actual: Decimal | str | None = None
    band: str = ""
    done: bool | None = None
    elements: int | None = None
    elements_met: int | None = None
    occurrences: int | None = None
    points: Decimal | None = None
    reason: str = ""
    unit: str = ""

    @property
    def aim(self) -> str:
        """The target as sentences show it."""
        return _said(self.target, self.unit)

    @property
    def aim_upper(self) -> str:
        """The upper end of the target as sentences show it."""
        return _said(self.target_upper, self.unit)

    @property
    def got(self) -> str:
        """The actual value as sentences show it."""
        return _said(self.actual, self.unit)


@frozen
class Outcome:
    """Points, exact and not yet rounded, with the sentence that explains them; None where there are none."""

    points: Fraction | None
    zh: str
    en: str


class UnscoredError(Exception):
    """A rule cannot be computed from the line; the sentences say what is missing."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en


def _said(value: Decimal | str | None, unit: str) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}{unit if unit != '其他' else ''}"
    return value or ""


def unscored(zh: str, en: str) -> NoReturn:
    """Give up, saying why.

    Raises:
        UnscoredError: always.
    """
    raise UnscoredError(zh, en)
