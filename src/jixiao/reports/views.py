"""What templates see of the dossier and the scorecard: values that know their path.

A field that nobody filled in is a `Gap`, money and numbers are `Traced`, words are `Words`, lists are
`Rows`. Only stated fields can be reached: no methods, nothing private.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from pydantic import BaseModel

from jixiao.core.dossier.accounts import MoneyLine
from jixiao.core.dossier.paths import keys
from jixiao.core.dossier.values import Absent
from jixiao.core.ledger import Term
from jixiao.core.money import Money
from jixiao.reports.labels import label, named
from jixiao.reports.nothing import Nothing as Nothing  # noqa: PLC0414  # a value as templates see it
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap, Kind, Traced, Unfit, fact

_PERCENT: Final = ("rate", "completion", "ratio")
_POINTS: Final = (
    "score", "points", "weight", "full", "raw", "converted", "total", "published", "standing", "recomputed",
    "by_rule", "proved", "execution",
)  # fmt: skip
_YUAN: Final = ("budget", "outturn")  # of a scorecard, in yuan


class Words:
    """Words of the dossier with their path; they compare and join like text."""

    __slots__ = ("_printer", "path", "text")

    def __init__(self, text: str, path: str, printer: Printer) -> None:
        self.text = text
        self.path = path
        self._printer = printer

    def __str__(self) -> str:
        return self._printer.words(self.text, self.path)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __len__(self) -> int:
        return len(self.text)

    def __eq__(self, other: object) -> bool:
        return self.text == (other.text if isinstance(other, Words) else other)

    def __hash__(self) -> int:
        return hash(self.text)

    def __contains__(self, part: object) -> bool:
        return (part.text if isinstance(part, Words) else str(part)) in self.text

    def __lt__(self, other: object) -> bool:
        return self.text < (other.text if isinstance(other, Words) else str(other))


class View:
    """A part of the dossier or scorecard; its fields are reached by name."""

    def __init__(self, model: object, path: str, printer: Printer) -> None:
        self._model = model
        self._path = path
        self._printer = printer

    def __getattr__(self, name: str) -> object:
        if name.startswith("_") or name not in names_of(self._model):
            raise AttributeError(name, name=name, obj=self)
        path = f"{self._path}.{name}" if self._path else name
        value = getattr(self._model, name)
        if name == "name" and not value and isinstance(self._model, MoneyLine):
            value = named(self._path)  # an unnamed line of the accounts is called as its field: 基本支出
        return seen(value, path, self._printer)

    def __bool__(self) -> bool:
        """Whether anything is stated in it."""
        return any(_stated(getattr(self._model, name)) for name in names_of(self._model))

    def __str__(self) -> str:
        name = getattr(self._model, "name", None)
        if isinstance(name, str):
            return self._printer.words(name, f"{self._path}.name")
        return str(Gap(self._printer, label(self._path)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, View) and self._model is other._model

    def __hash__(self) -> int:
        return id(self._model)


class Rows(Sequence[object]):
    """A list of the dossier: counted, walked through, and its members found by number or by key."""

    def __init__(self, members: Sequence[object], path: str, printer: Printer) -> None:
        self._keys = keys(members)
        self._members = members
        self._path = path
        self._printer = printer

    def __len__(self) -> int:
        return len(self._members)

    def __iter__(self) -> Iterator[object]:
        return (self._seen(number) for number in range(len(self._members)))

    def __getitem__(self, which: object) -> object:  # type: ignore[override]  # by number or by key
        if isinstance(which, slice):
            return [self._seen(number) for number in range(len(self._members))[which]]
        if isinstance(which, int):
            if not -len(self._members) <= which < len(self._members):
                return Gap(self._printer, f"{label(self._path)}第{which + 1}项", self._path)
            return self._seen(which % len(self._members))
        key = plain(which) or str(which)
        if key in self._keys:
            return self._seen(self._keys.index(key))
        words = label(key)
        missing = words if words != key else f"{label(self._path)}“{key}”"
        return Gap(self._printer, missing, f"{self._path}.{key}")

    def __str__(self) -> str:
        """The members' names, one after the other; a gap where there are none."""
        if not self._members:
            return str(Gap(self._printer, label(self._path), self._path))
        return "、".join(str(member) for member in self)

    @property
    def number(self) -> Traced:
        """How many there are, as a number that can be printed."""
        number = Fraction(len(self._members))
        return Traced(number, "count", Term(f"{self._path}.count"), self._printer)

    def _seen(self, number: int) -> object:
        return seen(self._members[number], f"{self._path}.{self._keys[number]}", self._printer)


def plain(words: object) -> str:
    """Words without their marks, to compare or cut; nothing where they are missing or something else."""
    return words.text if isinstance(words, Words) else words if isinstance(words, str) else ""


def field(row: object, name: str) -> object:
    """What a row states under a name that a template gave.

    Raises:
        Unfit: the row has no such field, or is none.
    """
    if isinstance(row, Gap) and not name.startswith("_"):
        return getattr(row, name)
    if isinstance(row, View) and name in names_of(row._model):  # noqa: SLF001  # hidden from templates
        return getattr(row, name)
    raise Unfit(f"{_called(row)}没有“{name}”这一项")


def _called(row: object) -> str:
    if isinstance(row, View):
        return f"“{label(row._path)}”"  # noqa: SLF001  # hidden from templates
    return f"“{plain(row)}”" if plain(row) else "这里给的不是一行一行的事实，"


def names_of(model: object) -> tuple[str, ...]:
    """The fields that templates may reach, and what a scorecard computes from them."""
    known = type(model)
    if known not in _NAMES:
        _NAMES[known] = tuple(_names(known))
    return _NAMES[known]


_NAMES: dict[type, tuple[str, ...]] = {}
"""By type: templates ask for thousands of fields of a few types."""


def _names(model: type) -> Iterator[str]:
    if issubclass(model, BaseModel):
        yield from model.model_fields
    elif is_dataclass(model):
        yield from (field.name for field in fields(model))
        yield from (name for name, value in vars(model).items() if isinstance(value, property))


def seen(value: object, path: str, printer: Printer) -> object:
    """A value as templates see it."""
    name = path.rpartition(".")[2]
    if isinstance(value, str) and not isinstance(value, StrEnum) and not value:
        value = None
    if value is None:
        return Gap(printer, label(path), path)
    if isinstance(value, Absent):
        return Nothing(value, path)
    if isinstance(value, bool):
        return value
    if isinstance(value, Money):
        return Traced(Fraction(value.yuan), "money", Term(path), printer, "", value.decimals)
    if isinstance(value, Decimal):
        return fact(value, _kind(name, path), path, printer)
    if isinstance(value, int):
        return fact(Decimal(value), "count", path, printer)
    if isinstance(value, str):
        return Words(str(value), path, printer)
    if isinstance(value, list | tuple):
        return Rows(value, path, printer)
    if isinstance(value, dict):
        return {
            key: seen(Decimal(member) if isinstance(member, int) else member, f"{path}.{key}", printer)
            for key, member in value.items()
        }
    return View(value, path, printer)


def _kind(name: str, path: str) -> Kind:
    if path.startswith("score.") and name in _YUAN:
        return "money"
    if name.endswith(_PERCENT):
        return "percent"
    return "points" if any(part in name for part in _POINTS) else "number"


def _stated(value: object) -> bool:
    if isinstance(value, BaseModel):
        return any(_stated(getattr(value, name)) for name in type(value).model_fields)
    return value not in (None, "", (), [], {})
