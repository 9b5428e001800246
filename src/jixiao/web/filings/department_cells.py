"""The cells of a department's year: each is a fact of its Dossier, found by its path."""

from typing import Any

from jixiao.core.money import Money, MoneyUnit
from jixiao.web.fields import MoneyField
from jixiao.web.filings.columns import amount, in_ten_thousands
from jixiao.web.filings.encoding import decoded, encoded
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.filings.sheets import Column
from jixiao.web.filings.typing_in import money, stated_absent, storable


def cell_of_year(year: DepartmentYear, column: Column) -> str:
    """The text of a cell: money in 万元, ``/`` and ``无`` as stated, blank for blank."""
    value = fact_of_year(year, column.name)
    if isinstance(value, Money):
        return in_ten_thousands(value.yuan)
    return "" if value is None else str(value)


def fact_of_year(year: DepartmentYear, path: str) -> Any:
    """The fact at a path such as ``accounts.expenditure.original_budget``; None where it is not stated."""
    value: Any = year.facts
    for step in path.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return decoded(value)


def put_into_year(year: DepartmentYear, column: Column, words: str) -> None:
    """Put what was typed at its path; a blank amount is taken out.

    Raises:
        ValidationError: it is no amount, or one finer than 分; or it has signs that no text has.
    """
    value: Any = storable(words)
    if column.kind == "money":
        value = stated_absent(value) or _amount(value)
    *above, last = column.name.split(".")
    part = year.facts
    for step in above:
        part = part.setdefault(step, {})
    if value is None:
        part.pop(last, None)
    else:
        part[last] = encoded(value)


def _amount(words: str) -> Money | None:
    yuan = MoneyField(null=True, blank=True).clean(money(words), None)
    return None if yuan is None else amount(yuan, MoneyUnit.TEN_THOUSAND)
