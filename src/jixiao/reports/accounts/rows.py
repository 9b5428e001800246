"""A row that templates make of several lines of the dossier."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """An item of the functional classification with its line in each of the three budgets."""

    code: object
    name: object
    general: object
    funds: object
    capital: object
