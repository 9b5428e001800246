"""Parameters of leaf rules: what a rule accepts, and reading what a rulebook gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from jixiao.scoring.exact import fraction
from jixiao.scoring.line import unscored

Given = Decimal | str | bool | Sequence[Mapping[str, Decimal | str]]
"""A parameter as rulebooks write it."""


class Kind(StrEnum):
    """Kinds of parameters."""

    NUMBER = "number"
    TEXT = "text"
    FLAG = "flag"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a rule.

    Attributes:
        default: what holds where the rulebook gives nothing; None for nothing at all.
        choices: the words that a text parameter may be.
        columns: the keys that each row of a ``rows`` parameter may have.
    """

    name: str
    kind: Kind
    zh: str
    en: str
    required: bool = False
    default: Given | None = None
    choices: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


Row = Mapping[str, Decimal | str]


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of one rule as given; every question names a declared parameter."""

    given: Mapping[str, Given]

    def number(self, name: str) -> Fraction | None:
        """An exact number, or None where none is given."""
        value = self.given.get(name)
        return fraction(value) if isinstance(value, Decimal) else None

    def text(self, name: str) -> str:
        """A word, empty where none is given."""
        value = self.given.get(name)
        return value if isinstance(value, str) else ""

    def flag(self, name: str) -> bool:
        """Whether something is so; false where nothing is given."""
        return self.given.get(name) is True

    def rows(self, name: str) -> Sequence[Row]:
        """Rows of a table."""
        value = self.given.get(name)
        return value if isinstance(value, Sequence) and not isinstance(value, str) else ()


def settled(accepted: Sequence[Parameter], given: Mapping[str, Given]) -> Parameters:
    """The parameters with their defaults.

    Raises:
        UnscoredError: a parameter is unknown, missing or of another kind.
    """
    known = {parameter.name: parameter for parameter in accepted}
    for name in given:
        if name not in known:
            unscored(
                f"规则库给了没有的参数“{name}”，可用：{'、'.join(known) or '无'}",
                f"the rulebook gives an unknown parameter {name}; known: {', '.join(known) or 'none'}",
            )
    values: dict[str, Given] = {}
    for parameter in accepted:
        value = given.get(parameter.name, parameter.default)
        if value is None:
            if parameter.required:
                unscored(
                    f"规则库没有给参数“{parameter.name}”（{parameter.zh}）",
                    f"the rulebook does not give the parameter {parameter.name} ({parameter.en})",
                )
            continue
        _fits(parameter, value)
        values[parameter.name] = value
    return Parameters(values)


def number_in(row: Row, column: str) -> Fraction | None:
    """A number of a row, or None."""
    value = row.get(column)
    if isinstance(value, str):
        unscored(f"参数“{column}”应为数，写的是“{value}”", f"{column} must be a number, not {value}")
    return None if value is None else fraction(value)


def share_of(row: Row, full: Fraction) -> Fraction | None:
    """What a row gives, as points or as a share of the full points; None where it gives neither."""
    points, share = number_in(row, "points"), number_in(row, "share")
    if points is None and share is not None:
        points = share * full
    if points is not None and not 0 <= points <= full:
        unscored(
            f"规则库的得分{points}不在0至满分{full}之内",
            f"the rulebook's points {points} lie outside 0 to {full}",
        )
    return points


def _fits(parameter: Parameter, value: Given) -> None:
    kinds: dict[Kind, type | tuple[type, ...]] = {
        Kind.NUMBER: Decimal,
        Kind.TEXT: str,
        Kind.FLAG: bool,
        Kind.ROWS: (list, tuple),
    }
    if not isinstance(value, kinds[parameter.kind]):
        unscored(
            f"参数“{parameter.name}”的值“{value}”类型不对，应为{parameter.zh}",
            f"the parameter {parameter.name} cannot be {value}: {parameter.en}",
        )
    if parameter.choices and value not in parameter.choices:
        unscored(
            f"参数“{parameter.name}”不能是“{value}”，可以写：{'、'.join(parameter.choices)}",
            f"the parameter {parameter.name} cannot be {value}; choose from {', '.join(parameter.choices)}",
        )
    if parameter.kind is Kind.ROWS and not isinstance(value, str | bool | Decimal):
        unknown = [column for row in value for column in row if column not in parameter.columns]
        if unknown:
            unscored(
                f"参数“{parameter.name}”的行不能有“{unknown[0]}”，可用：{'、'.join(parameter.columns)}",
                f"rows of {parameter.name} cannot have {unknown[0]}; known: {', '.join(parameter.columns)}",
            )
