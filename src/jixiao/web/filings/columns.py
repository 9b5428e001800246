"""Which fields of a Dossier's part are columns, and how a column's value turns into the field's and back."""

import re
from decimal import Decimal
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import models

from jixiao.core.dossier.values import Absent
from jixiao.core.money import Money, MoneyUnit
from jixiao.web.fields import MoneyField, ScoreField
from jixiao.web.filings.main_task import MainTask
from jixiao.web.filings.models import Funding, Indicator, MonitoringPeriod, Project

PROJECT: Final = (
    *("code", "name", "base", "origin", "nature", "category", "function_code", "document_number"),
    *("manager", "finance_manager", "starts", "ends", "whole_amount", "whole_fiscal", "original_budget"),
    *("adjustment", "revised_budget", "outturn", "goal", "annual_goal", "annual_result", "activities"),
    *("problems", "measures", "use_of_results"),
)
FUNDING: Final = ("source", "requested", "original_budget", "revised_budget", "outturn", "reason")
INDICATOR: Final = (
    *("code", "level1", "level2", "name", "operator", "target", "target_upper", "unit", "weight", "actual"),
    *("band", "points", "review_score", "reason", "improvement", "core", "fixed"),
)
MAIN_TASK: Final = (
    *("name", "content", "completion", "budget", "budget_appropriation", "outturn"),
    "outturn_appropriation",
)
PERIOD: Final = ("through_month", "outturn", "forecast", "needs_rectification", "advice", "result")
COLUMNS: Final[dict[type[models.Model], tuple[str, ...]]] = {
    Project: PROJECT,
    Funding: FUNDING,
    Indicator: INDICATOR,
    MainTask: MAIN_TASK,
    MonitoringPeriod: PERIOD,
}
REQUIRED: Final = frozenset(
    {"name", "level1", "source"}
)  # a row just added has them blank, and the form still counts
VALUES: Final = frozenset({"target", "target_upper", "actual", "forecast_value"})  # text that may be a number
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")


def shortest(number: Decimal, least: int = 0) -> Decimal:
    """The number without trailing zeros, but with at least so many decimals."""
    exponent = number.normalize().as_tuple().exponent
    decimals = max(least, -exponent if isinstance(exponent, int) else 0)
    return number.quantize(Decimal(1).scaleb(-decimals))


def amount(yuan: Decimal, unit: MoneyUnit) -> Money:
    """Money of a column, in the unit of the dossier, with at least two decimals."""
    return Money(shortest(Money(yuan).into(unit), 2), unit)


def in_ten_thousands(yuan: Decimal | int) -> str:
    """Yuan as 万元, with at least two decimals."""
    return f"{shortest(Decimal(yuan).scaleb(-4), 2):f}"


def value(text: str) -> Decimal | str | None:
    """A target or an actual value as typed: a number where it is one, else words; None where it is blank."""
    text = text.strip()
    if not text:
        return None
    return Decimal(text) if _NUMBER.fullmatch(text) else text


def fields_of(row: models.Model, unit: MoneyUnit) -> dict[str, Any]:
    """The fields of the Dossier's part that the row keeps in columns; blank ones are left out."""
    absent = getattr(row, "absent", {})
    found: dict[str, Any] = {}
    for name in COLUMNS[type(row)]:
        kept = getattr(row, name)
        column = row._meta.get_field(name)  # noqa: SLF001  # Django's own way
        if name in absent:
            found[name] = absent[name]
        elif name in VALUES:
            kept = value(kept)
            if kept is not None:
                found[name] = kept
        elif isinstance(column, MoneyField) and kept is not None:
            found[name] = amount(kept, unit)
        elif isinstance(column, ScoreField) and kept is not None:
            found[name] = shortest(kept)
        elif kept not in (None, "") or name in REQUIRED:
            found[name] = kept
    return found


def columns_of(part: Any, model: type[models.Model]) -> dict[str, Any]:
    """The values of the row's columns for a part of a Dossier, with ``absent`` where the row has it.

    Raises:
        ValidationError: an amount is finer than 分; by its field.
    """
    found: dict[str, Any] = {}
    absent: dict[str, str] = {}
    for name in COLUMNS[model]:
        given = getattr(part, name)
        column = model._meta.get_field(name)  # noqa: SLF001
        if isinstance(given, Absent) and name not in VALUES:
            absent[name] = given.value
            found[name] = None
        elif isinstance(column, MoneyField | ScoreField):
            try:
                found[name] = column.clean(given.yuan if isinstance(given, Money) else given, None)
            except ValidationError as error:
                raise ValidationError({name: error.messages}) from error
        elif given is None:
            found[name] = None if column.null else ""
        else:
            found[name] = str(given.value) if hasattr(given, "value") else given
            if name in VALUES:
                found[name] = str(found[name])
    if any(field.name == "absent" for field in model._meta.get_fields()):  # noqa: SLF001
        found["absent"] = absent
    return found
