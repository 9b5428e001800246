"""Rates: done ÷ plan, and saving rates."""

from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

KIND = "rate"


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per printed rate whose amounts can be bound."""
    for position, statement in enumerate(reading.statements):
        rate = statement.get("rate")
        if rate is None or rate.unit.kind != "percent":
            continue
        readings = _readings(reading.statements, position, statement, rate)
        if readings:
            yield Proposal(tuple(readings[:3]))


def _readings(statements: list[Statement], position: int, statement: Statement, rate: Token) -> list[Relation]:
    main, plan, saved = statement.get("main"), statement.get("plan"), statement.get("saved")
    readings: list[Relation] = []
    if statement.how["rate"].whole == "saved":
        return _saving(statements, position, statement, rate)
    if main is not None and plan is not None and main.unit.kind == plan.unit.kind:
        named = plan.start > main.start and rate.start > plan.end and rate.start - plan.end <= 4
        readings.append(relation("rate", "quotient", rate, [(main, "outturn"), (plan, "plan")], "named" if named else "bound"))
        return readings
    if main is None and plan is not None:  # 完成 x 之前的主语在前一句
        before = _before(statements, position, statement, ("main",))
        if before is not None and before.unit.kind == plan.unit.kind:
            readings.append(relation("rate", "quotient", rate, [(before, "outturn"), (plan, "plan")]))
        return readings
    if main is None and saved is None:
        before = _before(statements, position, statement, ("main",))
        main = before if before is not None and statement.label == "" else None
    if main is not None:
        for other in _plans(statements, position, statement):
            if other.unit.kind == main.unit.kind and other is not main:
                readings.append(relation("rate", "quotient", rate, [(main, "outturn"), (other, "plan")]))
    return readings


def _plans(statements: list[Statement], position: int, statement: Statement) -> list[Token]:
    """Plans earlier in the same sentence, nearest last named first; then the sentence's first amount."""
    found: list[Token] = []
    for earlier in range(position - 1, max(position - 8, -1), -1):
        other = statements[earlier]
        if other.sentence != statement.sentence or other.block != statement.block:
            break
        plan = other.get("plan")
        if plan is not None and plan.unit.kind == "yuan":
            found.append(plan)
    return [*found[-1:], *found[:-1]] if len(found) > 1 and found[-1].number > found[0].number else found


def _before(statements: list[Statement], position: int, statement: Statement, roles: tuple[str, ...]) -> Token | None:
    for earlier in range(position - 1, max(position - 4, -1), -1):
        other = statements[earlier]
        if other.block != statement.block:
            return None
        for role in roles:
            token = other.get(role)
            if token is not None:
                return token
    return None


def _saving(statements: list[Statement], position: int, statement: Statement, rate: Token) -> list[Relation]:
    """节约率 = saved ÷ plan; where no plan is printed, plan = paid + saved."""
    saved, plan, paid = statement.get("saved"), statement.get("plan"), statement.get("main")
    for earlier in range(position - 1, max(position - 5, -1), -1):
        other = statements[earlier]
        if other.block != statement.block or (plan is not None and paid is not None and saved is not None):
            break
        plan = plan or other.get("plan")
        paid = paid or other.get("main")
        saved = saved or other.get("saved")
    readings = []
    if saved is not None and plan is not None and saved.unit.kind == plan.unit.kind:
        readings.append(relation("rate", "quotient", rate, [(saved, "saved"), (plan, "plan")]))
    elif plan is not None and paid is not None and plan.unit.kind == paid.unit.kind:
        readings.append(relation("rate", "shortfall_rate", rate, [(paid, "paid"), (plan, "plan")]))
    elif saved is not None and paid is not None and saved.unit.kind == paid.unit.kind:
        readings.append(relation("rate", "saving_rate", rate, [(saved, "saved"), (paid, "paid")]))
    return readings
