"""What the fields of a dossier are made of: amounts, numbers, and the four ways of having none.

Zero is a value. A field that is left out is blank. ``/`` says that the field does not apply, ``无`` that
there is nothing of the kind. None of the four is ever taken for another.
"""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainSerializer, ValidationInfo
from pydantic_core import PydanticCustomError

from jixiao.core.interval import decimal
from jixiao.core.money import Money, MoneyUnit


class Model(BaseModel):
    """The base of every part: unknown keys are refused, values do not change."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, str_strip_whitespace=True
    )


class Absent(StrEnum):
    """Stated to be absent, which is neither blank nor zero."""

    NOT_APPLICABLE = "/"
    NONE = "无"


_ABSENT: Final = {
    "/": Absent.NOT_APPLICABLE,
    "不适用": Absent.NOT_APPLICABLE,
    "—": Absent.NOT_APPLICABLE,
    "无": Absent.NONE,
}
_CODE: Final = re.compile(r"[a-z0-9][a-z0-9_-]*")


def _amount(value: object, info: ValidationInfo) -> object:
    if isinstance(value, Money | Absent):
        return value
    if isinstance(value, str) and value.strip() in _ABSENT:
        return _ABSENT[value.strip()]
    unit = (info.context or {}).get("money_unit", MoneyUnit.YUAN)
    if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
        try:
            return Money.read(value, unit)
        except ValueError:
            pass
    raise PydanticCustomError(
        "amount", "“{value}”不是金额，应写成 65.26 或“65.26万元”", {"value": str(value)}
    )


def _number(value: object) -> object:
    if isinstance(value, Absent):
        return value
    if isinstance(value, str) and value.strip() in _ABSENT:
        return _ABSENT[value.strip()]
    if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
        try:
            return decimal(value)
        except ValueError:
            pass
    raise PydanticCustomError("number", "“{value}”不是数", {"value": str(value)})


def _only_number(value: object) -> object:
    number = _number(value)
    if isinstance(number, Absent):
        raise PydanticCustomError("number", "“{value}”不是数", {"value": str(value)})
    return number


def _whole(value: object) -> object:
    if isinstance(value, bool | float) or (isinstance(value, Decimal) and value != value.to_integral_value()):
        raise PydanticCustomError("whole", "“{value}”不是整数", {"value": str(value)})
    return value


def _within(kind: str, least: int, most: int) -> AfterValidator:
    """Refuse whole numbers outside of a range, such as 23 for the year 2023."""

    def check(value: int) -> int:
        if not least <= value <= most:
            raise PydanticCustomError(kind, "“{value}”不在{least}至{most}之间",
                                      {"value": str(value), "least": least, "most": most})  # fmt: skip
        return value

    return AfterValidator(check)


def _text_or_number(value: object) -> object:
    """A number where the value is one; text is kept as typed."""
    if isinstance(value, bool | float):
        raise PydanticCustomError("value", "“{value}”既不是数也不是文字", {"value": str(value)})
    if isinstance(value, int | Decimal):
        return decimal(value)
    if isinstance(value, str):
        return _ABSENT.get(value.strip(), value) if value.strip() else None
    return value


def _code(value: str) -> str:
    if not _CODE.fullmatch(value):
        raise PydanticCustomError(
            "code", "代码“{value}”只能用小写字母、数字、- 和 _，以字母或数字开头", {"value": value}
        )
    return value


def _written(value: object, info: Any) -> object:  # noqa: ANN401  # pydantic's serialisation info
    """An amount as text; without its unit where that is the dossier's own."""
    if not isinstance(value, Money):
        return value
    unit = (info.context or {}).get("money_unit")
    return value.amount if value.unit is unit else str(value)


Amount = Annotated[
    Money | Absent, BeforeValidator(_amount), PlainSerializer(_written, when_used="unless-none")
]
"""Money as entered, or stated to be absent; a bare number counts in the dossier's ``money_unit``."""

Number = Annotated[Decimal | Absent, BeforeValidator(_number)]
"""An exact number, or stated to be absent."""

Points = Annotated[Decimal, BeforeValidator(_only_number)]
"""Points of a score or a weight: exact."""

Count = Annotated[int, BeforeValidator(_whole)]
"""A whole number of things."""

Year = Annotated[Count, _within("year", 1950, 2100)]
"""A fiscal year."""

Month = Annotated[Count, _within("month", 1, 12)]
"""A month of the fiscal year."""

Value = Annotated[Decimal | Absent | str | None, BeforeValidator(_text_or_number)]
"""A target or an actual value: a number, or words; empty words are blank."""

Code = Annotated[str, AfterValidator(_code)]
"""The short name by which a fact path finds a member of a list."""


def money(amount: Money | Absent | None) -> Money | None:
    """The money, where some is stated."""
    return amount if isinstance(amount, Money) else None


def number(value: Decimal | Absent | str | None) -> Decimal | None:
    """The number, where one is stated."""
    return value if isinstance(value, Decimal) else None
