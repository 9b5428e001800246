"""Differences: amounts of change and balances whose two operands are printed."""

from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

KIND = "difference"


def extract(reading: Reading) -> Iterator[Proposal]:
    """Change = now − base; saved = plan − paid."""
    for position, statement in enumerate(reading.statements):
        yield from _of_statement(reading.statements, position, statement)


def _of_statement(statements: list[Statement], position: int, statement: Statement) -> Iterator[Proposal]:
    main, change, base = statement.amount, statement.get("change"), statement.get("base")
    plan, saved = statement.get("plan"), statement.get("saved")
    if change is not None and main is not None and base is None:
        base = _earlier_year(statements, position, statement)
    if change is not None and main is not None and base is not None and _alike(main, change, base):
        pair = [(base, "prior"), (main, "outturn")] if change.direction < 0 else [(main, "outturn"), (base, "prior")]
        yield Proposal((relation("difference", "difference", change, pair),))
    if saved is not None:
        paid = main
        for earlier in range(position - 1, max(position - 4, -1), -1):
            other = statements[earlier]
            if other.block != statement.block or (plan is not None and paid is not None):
                break
            plan, paid = plan or other.get("plan"), paid or other.get("main")
        if plan is not None and paid is not None and _alike(plan, paid, saved) and plan.number != 0:
            yield Proposal((relation("difference", "difference", saved, [(plan, "plan"), (paid, "paid")]),))


def _earlier_year(statements: list[Statement], position: int, statement: Statement) -> Token | None:
    """The same thing's amount of an earlier year, told just before: 2022年11.23万元，2023年10.10万元，减少1.13万元."""
    if statement.period is None or position == 0:
        return None
    other = statements[position - 1]
    if other.sentence == statement.sentence and other.period is not None and other.period < statement.period:
        return other.get("main")
    return None


def _alike(*tokens: Token) -> bool:
    return len({token.unit.name for token in tokens}) == 1
