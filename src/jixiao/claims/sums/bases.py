"""What a change is told against, where that stands elsewhere: in another paragraph, a table, a balance.

公务接待费1.52万元，比预算减少0.28万元: the budget of the thing is told in a table above.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.facts import Fact, facts_of
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import printed_digits

_BUDGET = re.compile(r"预算|计划")
_OPENING = re.compile(r"年初|期初|上年")
_CARRIED = re.compile(r"结[转余]")
_SHORTEST = 3
_LEAST_DIGITS = 2
_BACK = 3
_MOST = 60
_PLAIN = "number"
"""The kind of unit of cells in a table that tells none."""


@dataclass(frozen=True, slots=True)
class Started:
    """An amount, its change, and the figure elsewhere that the change starts from."""

    main: Token
    change: Token
    base: Token


def of_bases(reading: Reading) -> Iterator[Started]:
    """Changes whose base is told only elsewhere, under the same name."""
    wanting = [s for s in reading.statements if _wants(s)]
    if not wanting:
        return
    told: dict[str, list[Fact]] = defaultdict(list)
    carried: list[Fact] = []
    years: dict[int, int | None] = {}
    for fact in facts_of(reading):
        key = key_of(fact.name)
        years[fact.token.index] = fact.period
        if fact.token.unit.kind not in ("yuan", _PLAIN) or printed_digits(fact.token.number) < _LEAST_DIGITS:
            continue
        if len(key) >= _SHORTEST:
            told[key].append(fact)
        if _CARRIED.search(fact.name) and _OPENING.search(fact.token.lead):
            carried.append(fact)
    for statement in wanting:
        own = _teller(reading.statements, statement)
        if own is None:
            continue
        main, change = own.roles["main"], statement.roles["change"]
        known = [*told.get(own.key, ())[:_MOST], *(carried[:_MOST] if _CARRIED.search(own.label) else ())]
        base = _base(main, change, known, years.get(main.index))
        if base is not None:
            yield Started(main, change, base)


def _wants(statement: Statement) -> bool:
    """Whether a change is told, and not what there was before it."""
    change = statement.roles.get("change")
    return (
        change is not None
        and change.unit.kind == "yuan"
        and not change.approximate
        and bool(change.number)
        and "base" not in statement.roles
    )


def _teller(statements: Sequence[Statement], statement: Statement) -> Statement | None:
    """The statement of the amount that changed: its own, or the last one where it names nothing."""
    for own in statements[max(statement.index - _BACK, 0) : statement.index + 1][::-1]:
        main = own.main
        if own.block == statement.block and main is not None and main.unit.kind == "yuan":
            return own if main.unit.name == statement.roles["change"].unit.name else None
        if own.label and own is not statement:
            return None
        if own is statement and own.label and own.main is None:
            return None
    return None


def _base(main: Token, change: Token, facts: Sequence[Fact], now: int | None) -> Token | None:
    """The first figure that the change leads from to the amount, of the kind that its words tell."""
    wanted = main.number * main.unit.scale - change.number * change.unit.scale * (change.direction or 1)
    slack = main.unit.step(main.decimals) + change.unit.step(change.decimals)
    against_budget = bool(_BUDGET.search(change.lead))
    roles = ("plan",) if against_budget else ("base", "main")
    for fact in facts:
        if fact.role not in roles:
            continue
        token = fact.token
        scale = main.unit.scale if token.unit.kind == _PLAIN else token.unit.scale
        if abs(token.number * scale - wanted) * 2 > slack + scale.scaleb(-token.decimals):
            continue
        earlier = fact.period is not None and now is not None and fact.period < now
        before = fact.role == "main" and (earlier or bool(_OPENING.search(token.lead)))
        if fact.role != "main" or before:
            return token
    return None
