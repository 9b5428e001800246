"""What the site knows of the work of departments: each module of this package measures one thing.

A module says ``FITS`` (words in the names of the categories that it bears on), ``words`` and
``measured(bodies, year)``: part and whole by body. A share is part ÷ whole; the proposal of a category is its
full mark times the mean of the shares. Where nothing is known there is no proposal.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from typing import Any

Measured = dict[int, tuple[int, int]]
"""By number of the body: part and whole."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is measured."""

    name: str
    words: Any
    fits: tuple[str, ...]
    measured: Callable[[list[int], int], Measured]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for a department in a category; ``points`` is None where nothing is known."""

    points: Decimal | None
    evidence: list[list[Any]]


@cache
def measures() -> tuple[Measure, ...]:
    """Every measure, by name."""
    found = []
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        found.append(Measure(info.name, module.WORDS, module.FITS, module.measured))
    return tuple(found)


def propose(category: str, full: Decimal | None, known: dict[str, tuple[int, int]]) -> Proposal:
    """The proposal of a category from the parts and wholes of one department, by measure."""
    shares: list[Fraction] = []
    evidence: list[list[Any]] = []
    for measure in measures():
        part, whole = known.get(measure.name, (0, 0))
        if whole > 0 and any(words in category for words in measure.fits):
            shares.append(min(Fraction(part, whole), Fraction(1)))
            evidence.append([measure.name, str(part), str(whole)])
    if not shares or full is None:
        return Proposal(None, evidence)
    exact = Fraction(full) * sum(shares, Fraction()) / len(shares)
    points = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Proposal(points, evidence)
