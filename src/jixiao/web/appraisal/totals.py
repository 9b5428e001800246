"""Totals of an appraisal: converted to 100 points by what applies, and ranked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from jixiao.scoring.rounding import Rounder
from jixiao.scoring.summing import converted
from jixiao.web.appraisal.models import Appraisal, Category, Mark
from jixiao.web.organisations.models import Kind, Organisation

FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Row:
    """A department: its marks by category, the sum, what applies, the score of 100 and the rank.

    ``score`` is None until every category that applies is decided and has its full mark.
    """

    department: Organisation
    marks: dict[int, Mark] = field(default_factory=dict)
    raw: Decimal | None = None
    applicable: Decimal | None = None
    score: Decimal | None = None
    rank: int | None = None
    open: int = 0


def departments(appraisal: Appraisal) -> list[Organisation]:
    """The departments that are appraised, in order."""
    below = Organisation.objects.descendants(appraisal.jurisdiction)
    return list(below.filter(kind=Kind.DEPARTMENT, active=True).order_by("position", "code"))


def rows(appraisal: Appraisal) -> list[Row]:
    """Every department, in three queries; best first, those without a score at the end."""
    categories = list(appraisal.categories.all())
    marks: dict[int, dict[int, Mark]] = {}
    for one in Mark.objects.filter(category__appraisal=appraisal):
        marks.setdefault(one.department_id, {})[one.category_id] = one
    return ranked(total(one, categories, marks.get(one.pk, {})) for one in departments(appraisal))


def total(department: Organisation, categories: Sequence[Category], marks: dict[int, Any]) -> Row:
    """A department's total; deductions have no full mark of their own."""
    raw, applicable, open_ = Fraction(), Fraction(), 0
    for category in categories:
        mark = marks.get(category.pk)
        if mark is not None and not mark.applicable:
            continue
        if category.deduction:
            raw += Fraction(mark.points) if mark is not None and mark.points is not None else Fraction()
            continue
        if mark is None or mark.points is None or category.full is None:
            open_ += 1
            continue
        raw += Fraction(mark.points)
        applicable += Fraction(category.full)
    score = converted(raw, applicable, FULL, Rounder()) if applicable and not open_ else None
    return Row(department, marks, _decimal(raw), _decimal(applicable), score, None, open_)


def ranked(found: Iterable[Row]) -> list[Row]:
    """Best first; equal scores share a rank and the next ones are left out (1, 2, 2, 4), as elsewhere."""
    made = list(found)
    known = sorted(((row.score, row) for row in made if row.score is not None), key=lambda pair: -pair[0])
    result: list[Row] = []
    for number, (score, row) in enumerate(known, start=1):
        tied = result[-1].rank if result and result[-1].score == score else number
        result.append(replace(row, rank=tied))
    return result + [row for row in made if row.score is None]


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
