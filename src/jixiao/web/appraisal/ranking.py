"""A ranking as it was published, and as it stands."""

from decimal import Decimal
from typing import Any

from jixiao.web.appraisal.models import Appraisal, Mark, State
from jixiao.web.appraisal.totals import Row, rows
from jixiao.web.organisations.models import Organisation


def standing(appraisal: Appraisal) -> list[Row]:
    """Every department, best first: as published, or as the marks are now."""
    if appraisal.state != State.PUBLISHED:
        return rows(appraisal)
    last = appraisal.steps.filter(verb="publish").first()
    ranking = last.ranking if last else []
    bodies = Organisation.objects.in_bulk([one["department"] for one in ranking])
    return [_row(one, bodies[one["department"]]) for one in ranking if one["department"] in bodies]


def kept(row: Row) -> dict[str, Any]:
    """A row as it is kept."""
    return {
        "department": row.department.pk,
        "name": row.department.name,
        "marks": {
            str(category): [_text(mark.points), mark.applicable, mark.reason]
            for category, mark in row.marks.items()
        },
        "raw": _text(row.raw),
        "applicable": _text(row.applicable),
        "score": _text(row.score),
        "rank": row.rank,
    }


def _row(one: dict[str, Any], department: Organisation) -> Row:
    marks = {
        int(category): Mark(
            category_id=int(category), department=department, points=_number(points), applicable=applicable,
            reason=reason,
        )
        for category, (points, applicable, reason) in one["marks"].items()
    }  # fmt: skip
    return Row(
        department, marks, _number(one["raw"]), _number(one["applicable"]), _number(one["score"]), one["rank"]
    )


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _number(words: str | None) -> Decimal | None:
    return None if words is None else Decimal(words)
