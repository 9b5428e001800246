"""What files state about facts, compared with each other and with the dossier."""

from collections.abc import Iterable
from dataclasses import dataclass

from jixiao.core.accounts_review import Change, Conflict, Origin
from jixiao.core.dossier import Dossier
from jixiao.core.dossier.published import Published
from jixiao.core.dossier.values import Absent
from jixiao.core.interval import Interval
from jixiao.core.money import Money
from jixiao.dossiers.exports.expressions import LINE, Named, Path, stated_rows, value
from jixiao.dossiers.exports.storing import place_of, stored, written_path
from jixiao.dossiers.workbook.facts import in_words

SOURCE_NOTE = "由决算表导入"
"""The note of every value whose origin an import has written down."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure of a file and the fact that it states.

    Attributes:
        path: the fact, from the dossier on.
        expression: what a table of ours prints there; ``rows`` the lines of that table, "" for no line.
        meant: every value in yuan that the figure can stand for.
    """

    path: Path
    expression: str
    rows: str
    amount: Money
    meant: Interval
    origin: Origin


@dataclass(frozen=True, slots=True)
class Plan:
    """What would change; ``dossier`` is how it would be afterwards, facts in conflict left as they are."""

    dossier: Dossier
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    unchanged: int


def planned(dossier: Dossier, statements: Iterable[Statement]) -> Plan:
    """What the statements would change.

    A fact that the dossier tells within the precision of the print stays as it is. Of figures that agree,
    the finest is taken; figures that cannot mean one value are a conflict, and their fact stays as it is.
    """
    told: dict[tuple[str | tuple[str, str], ...], list[Statement]] = {}
    for one in statements:
        told.setdefault(_key(one.path), []).append(one)
    after = dossier
    open_changes: list[tuple[Statement, Money | Absent | None]] = []
    quarrels: list[list[Statement]] = []
    unchanged = 0
    for several in told.values():
        if any(not one.meant.meets(other.meant) for one in several for other in several):
            quarrels.append(several)
            continue
        finest = max(several, key=lambda one: one.amount.decimals - one.amount.unit.exponent)
        old = _now(dossier, finest)
        if isinstance(old, Money) and all(old.yuan in one.meant for one in several):
            unchanged += 1
            continue
        after = stored(after, finest.path, _in_unit(finest.amount, dossier))
        open_changes.append((finest, old if isinstance(old, Money | Absent) else None))
    changes = []
    for one, before in open_changes:
        fact = written_path(after, one.path)
        amount = _in_unit(one.amount, dossier)
        changes.append(Change(fact, in_words(after, fact), before, amount, one.origin))
    return Plan(after, tuple(changes), tuple(_conflict(after, several) for several in quarrels), unchanged)


def with_origins(plan: Plan, told: "Iterable[tuple[Change, str]]") -> Dossier:
    """The dossier after the plan, each changed fact with where it was read, as ``published`` has it.

    ``told`` gives the words for the origin of each change. Earlier origins of the same facts give way.
    """
    rows = [
        Published(fact=change.fact, value=_printed(change), place=words, note=SOURCE_NOTE)
        for change, words in told
    ]
    fresh = {row.fact for row in rows}
    kept = [row for row in plan.dossier.published if row.note != SOURCE_NOTE or row.fact not in fresh]
    return plan.dossier.model_copy(update={"published": (*kept, *rows)})


def _printed(change: Change) -> str:
    return f"{change.origin.printed}{change.origin.unit}"


def _key(path: Path) -> tuple[str | tuple[str, str], ...]:
    return tuple((step.field, step.value) if isinstance(step, Named) else step for step in path)


def _now(dossier: Dossier, one: Statement) -> object:
    line = None
    if one.rows:
        members = stated_rows(one.rows, dossier)
        named = next(step for step in one.path if isinstance(step, Named))
        at = place_of(members, named)
        line = members[at] if at is not None else None
        if line is None and one.expression.startswith(LINE):
            return None
    return value(one.expression, dossier, line)


def _in_unit(amount: Money, dossier: Dossier) -> Money:
    """The amount in the unit of the dossier, exact."""
    if amount.unit is dossier.money_unit:
        return amount
    return Money(amount.into(dossier.money_unit), dossier.money_unit)


def _conflict(dossier: Dossier, several: list[Statement]) -> Conflict:
    fact = written_path(dossier, several[0].path)
    distinct: dict[tuple[Money, str], tuple[Money, Origin]] = {}
    for one in several:
        distinct.setdefault((one.amount, one.origin.table), (one.amount, one.origin))
    return Conflict(fact, in_words(dossier, fact), tuple(distinct.values()))
