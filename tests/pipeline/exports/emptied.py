"""A dossier without the amounts that the public tables hold: what an import has to bring back."""

from pydantic import BaseModel

from jixiao.core.dossier import Dossier
from jixiao.core.money import Money

ACCOUNTS = (
    "opening_balance",
    "closing_balance",
    "non_fiscal_surplus_used",
    "surplus_distributed",
)
OUTTURNS = (
    "income",
    "expenditure",
    "basic",
    "personnel",
    "operating",
    "project",
    "grand_total",
    "appropriated_total",
    "paid_upwards",
    "trading",
    "paid_to_affiliates",
)
BUDGETS = ("general_budget", "government_funds", "state_capital")
FUNCTIONS = (
    "outturn",
    "basic",
    "project",
    "paid_upwards",
    "trading",
    "paid_to_affiliates",
    "appropriated",
    "from_above",
    "operational_income",
    "trading_income",
    "from_affiliates",
    "other_income",
)
FLOWS = ("opening", "received", "outturn", "basic", "project", "closing")
PUBLICS = ("total", "abroad", "vehicles", "vehicle_purchase", "vehicle_running", "reception")


def emptied(dossier: Dossier) -> Dossier:
    """The dossier with these amounts blank; its lines, names, reasons and other amounts stay."""
    old = dossier.accounts
    update: dict[str, object] = dict.fromkeys(ACCOUNTS)
    update |= {name: _without(getattr(old, name), ("outturn",)) for name in OUTTURNS}
    update |= {
        name: _without(getattr(old, name), ("opening", "received", "outturn", "closing")) for name in BUDGETS
    }
    update["sources"] = tuple(_without(line, ("outturn",)) for line in old.sources)
    update["functions"] = tuple(_without(line, FUNCTIONS) for line in old.functions)
    update["general_lines"] = tuple(
        _without(line, ("outturn", "basic", "project")) for line in old.general_lines
    )
    update["fund_lines"] = tuple(_without(line, FLOWS) for line in old.fund_lines)
    update["capital_lines"] = tuple(_without(line, FLOWS) for line in old.capital_lines)
    update["economic"] = tuple(_without(line, ("outturn",)) for line in old.economic)
    publics = {
        name: _without(getattr(dossier.three_publics, name), ("outturn", "revised_budget"))
        for name in PUBLICS
    }
    return dossier.model_copy(
        update={
            "accounts": old.model_copy(update=update),
            "three_publics": dossier.three_publics.model_copy(update=publics),
        }
    )


def in_yuan(model: BaseModel) -> dict[str, object]:
    """A model as plain values, amounts in yuan, so that 25 and 25.00 are one; zero and blank are two."""
    return {name: _plain(getattr(model, name)) for name in type(model).model_fields if name != "published"}


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return in_yuan(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.yuan if isinstance(value, Money) else value


def _without(model: BaseModel, names: tuple[str, ...]) -> BaseModel:
    return model.model_copy(update=dict.fromkeys(names))
