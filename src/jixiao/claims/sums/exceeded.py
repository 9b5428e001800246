"""By how much an outturn passes its budget or stays below: 年初预算A，支出决算B，决算数大于年初预算数d."""

from collections.abc import Iterator, Sequence

from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation


def of_exceeded(statements: Sequence[Statement]) -> Iterator[Relation]:
    """The difference of each outturn and the budget that the words name; not where they go the wrong way."""
    for statement in statements:
        gap, done = statement.roles.get("excess"), statement.main
        if gap is None or done is None or statement.table is not None:
            continue
        plan = _meant(statement, statement.how["excess"].whole)
        if plan is None or not plan.unit.kind == done.unit.kind == gap.unit.kind == "yuan":
            continue
        if any(token.approximate for token in (gap, done, plan)) or gap.value == plan.value:
            continue  # 低于预算300万元: the budget told again
        ends = (
            [(done, "outturn"), (plan, "plan")] if gap.direction > 0 else [(plan, "plan"), (done, "outturn")]
        )
        if ends[0][0].build().value >= ends[1][0].build().value:
            yield relation("difference", "difference", gap, ends)


def _meant(statement: Statement, words: str) -> Token | None:
    """The budget of the beginning where the words say so, else the last one; or the only one told."""
    first, last = statement.roles.get("initial"), statement.roles.get("plan")
    if first is None or last is None:
        named = "调整" if last is None else "年初"
        return None if named in words else first or last
    return first if "年初" in words else last
