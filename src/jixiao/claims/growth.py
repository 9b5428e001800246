"""Growth: percentage changes against a base that is printed or implied (now − change)."""

from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

KIND = "growth"


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per printed rate of change whose operands stand in the same statement."""
    for statement in reading.statements:
        rate = statement.get("growth")
        if rate is None or statement.how["growth"].adjusted or rate.unit.kind != "percent":
            continue
        proposal = _of_statement(statement, rate)
        if proposal is not None:
            yield proposal


def _of_statement(statement: Statement, rate: Token) -> Proposal | None:
    main, change, base = statement.amount, statement.get("change"), statement.get("base")
    direction = rate.direction or (change.direction if change is not None else 0)
    readings = []
    if change is not None and main is not None and change.unit.kind == main.unit.kind and main.start != change.start:
        falls = (change.direction or direction) < 0
        readings.append(
            relation("growth", "decrease_rate" if falls else "change_rate", rate, [(main, "outturn"), (change, "change")])
        )
    if base is not None and main is not None and base.unit.kind == main.unit.kind:
        readings.append(_from_base(main, base, rate, direction))
    if change is not None and base is not None and main is None:
        readings.append(relation("growth", "quotient", rate, [(change, "change"), (base, "prior")]))
    return Proposal(tuple(readings)) if readings else None


def _from_base(main: Token, base: Token, rate: Token, direction: int):  # noqa: ANN202
    falls = direction < 0
    return relation("growth", "shortfall_rate" if falls else "base_rate", rate, [(main, "outturn"), (base, "prior")])
