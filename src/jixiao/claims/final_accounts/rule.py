"""What a cross-check is: a rule that looks at a package and answers with equations, faults and gaps."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jixiao.claims.final_accounts.recognising import Package
from jixiao.claims.final_accounts.structure import AccountsTable, Slot
from jixiao.claims.final_accounts.titles import NAMES, Kind
from jixiao.core.observation import Observation

Part = tuple[Slot, str] | tuple[Slot, str, int]
"""A cell and its role, with −1 where it is subtracted."""


@dataclass(frozen=True, slots=True)
class Equation:
    """``stated`` stands to the formula of the parts as the comparator says."""

    stated: Slot
    parts: tuple[Part, ...]
    formula: str = "sum"
    comparator: str = "="
    role: str = "total"


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a rule, or a part of it, cannot run; in both languages."""

    reason: str
    reason_en: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison without arithmetic that came out well."""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """Why a rule has nothing to say about this package."""

    reason: str
    reason_en: str


Answer = Equation | Observation | Missing | Compared | NotApplicable


@dataclass(frozen=True, slots=True)
class Rule:
    """A cross-check: the code of its check, the kind of its claims, its name, and what it asks."""

    code: str
    kind: str
    title: str
    title_en: str
    ask: Callable[[Package], Iterator[Answer]]


def absent(package: Package, kind: Kind) -> Missing:
    """Why a table cannot be used: it is not there, or more than once."""
    name = NAMES[kind]
    if kind in package.repeated:
        return Missing(
            f"《{name}》不止一张，无法确定以哪张为准",
            f"there are several tables “{name}”, so none can be told to be the department's",
        )
    return Missing(f"没有找到《{name}》", f"there is no table “{name}”")


def of_table(
    kind: Kind, ask: Callable[[AccountsTable], Iterator[Answer]]
) -> Callable[[Package], Iterator[Answer]]:
    """A rule that looks at one table only."""

    def answer(package: Package) -> Iterator[Answer]:
        table = package.table(kind)
        if table is None:
            yield absent(package, kind)
        elif table.is_empty:
            yield NotApplicable(f"《{table.name}》是空表", f"the table “{table.name}” is empty")
        else:
            yield from ask(table)

    return answer


def of_tables(*kinds: Kind, ask: Callable[..., Iterator[Answer]]) -> Callable[[Package], Iterator[Answer]]:
    """A rule that compares several tables, handed over in this order."""

    def answer(package: Package) -> Iterator[Answer]:
        missing = [absent(package, kind) for kind in kinds if package.table(kind) is None]
        if missing:
            yield from missing
        else:
            yield from ask(*(package.tables[kind] for kind in kinds))

    return answer


def no_line(table: AccountsTable, name: str) -> Missing:
    """That a table lacks a line."""
    return Missing(f"《{table.name}》中没有“{name}”一行", f"the table “{table.name}” has no line “{name}”")
