"""Parts of a Dossier as JSON, exactly: numbers are tagged, so that text "95" and the number 95 differ."""

from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

from jixiao.core.money import Money, MoneyUnit


def encoded(value: Any) -> Any:
    """JSON of a part, a list or a value; what is left at its default is left out."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return {
            name: encoded(getattr(value, name))
            for name, field in fields.items()
            if getattr(value, name) != field.get_default(call_default_factory=True)
        }
    if isinstance(value, Money):
        return {"money": str(value.amount), "unit": value.unit.value}
    if isinstance(value, Decimal):
        return {"number": str(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list | tuple):
        return [encoded(one) for one in value]
    if isinstance(value, dict):
        return {"pairs": [[name, encoded(one)] for name, one in value.items()]}  # PostgreSQL sorts keys
    return value


def decoded(data: Any) -> Any:
    """The values of `encoded`, ready to be validated as a part of a Dossier."""
    if isinstance(data, list):
        return [decoded(one) for one in data]
    if not isinstance(data, dict):
        return data
    if data.keys() == {"money", "unit"}:
        return Money(Decimal(data["money"]), MoneyUnit(data["unit"]))
    if data.keys() == {"number"}:
        return Decimal(data["number"])
    if data.keys() == {"pairs"}:
        return {name: decoded(one) for name, one in data["pairs"]}
    return {name: decoded(one) for name, one in data.items()}
