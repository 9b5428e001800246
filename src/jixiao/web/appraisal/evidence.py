"""Measures of departments, and their words on a page."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from jixiao.web.appraisal.proposals import measures
from jixiao.web.organisations.models import Kind, Organisation

_SHOWN_IN = {"execution": 100, "quality": 1_000_000}
"""Steps of a unit, for measures that count in steps."""


def known(departments: list[Organisation], year: int) -> dict[int, dict[str, tuple[int, int]]]:
    """By department and measure: part and whole over the department and its units."""
    tops = {one.pk for one in departments}
    above = dict(Organisation.objects.filter(kind=Kind.UNIT).values_list("pk", "parent_id"))
    department_of = {pk: pk for pk in tops}
    for pk in above:
        up: int | None = pk
        while up is not None and up not in tops and up in above:
            up = above[up]
        if up in tops:
            department_of[pk] = up
    made: dict[int, dict[str, tuple[int, int]]] = {pk: {} for pk in tops}
    for measure in measures():
        for body, (part, whole) in measure.measured(list(department_of), year).items():
            own = made[department_of[body]]
            before = own.get(measure.name, (0, 0))
            own[measure.name] = (before[0] + part, before[1] + whole)
    return made


def told(evidence: list[list[Any]]) -> list[dict[str, Any]]:
    """Words, part, whole and percent of each piece of evidence."""
    words = {one.name: one.words for one in measures()}
    return [
        {
            "words": words.get(name, name),
            "part": _plain(part, name),
            "whole": _plain(whole, name),
            "percent": (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP),
        }
        for name, part, whole in evidence
    ]


def _plain(steps: str, name: str) -> str:
    value = Decimal(steps) / _SHOWN_IN.get(name, 1)
    return f"{value:,.2f}" if name in _SHOWN_IN else f"{value:f}"
