"""A rate of growth where there was nothing before: 支出0.40万元，比上年增加0.40万元，增长100%.

What grew by all that it is was nil, of which no rate can be told; 100 % would be twice the amount before.
"""

from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.lookup import likeness
from jixiao.claims.reading.observing import Stream, stream_of
from jixiao.claims.reading.publics import cost_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.core.observation import Observation

KIND = "text"
_FAR = 24
"""Statements around a change among which the amount of its thing stands."""
_SAME = 3
"""The likeness (`lookup.likeness`) of two names of one thing."""


def extract(reading: Reading) -> Iterator[Observation]:
    """A fault for each rate of 100 % whose change is all of the amount."""
    stream: Stream | None = None
    for statement in reading.statements:
        rate, change = statement.roles.get("growth"), statement.roles.get("change")
        if rate is None or change is None or statement.table is not None or "base" in statement.roles:
            continue
        if rate.number != HUNDRED or rate.direction < 0 or change.direction <= 0 or not change.number:
            continue
        told = _amounts(reading, statement, change)
        if not told or {amount.build().value for amount in told} != {change.build().value}:
            continue
        stream = stream or stream_of(reading)
        base = _start(reading, stream, statement)
        if base is not None and change.end < rate.end:
            yield stream.observe(
                (base + rate.start, base + rate.end),
                "from_nothing",
                proven=True,
                related=(stream.related(base + change.start, base + change.end),),
            )


def _start(reading: Reading, stream: Stream, statement: Statement) -> int | None:
    for position, paragraph in enumerate(reading.paragraphs):
        if paragraph.block.index == statement.block:
            return stream.starts[position]
    return None


def _amounts(reading: Reading, statement: Statement, change: Token) -> list[Token]:
    """The amounts of the same thing: its own, else those told under its name nearby."""
    if statement.amount is not None:
        return [statement.amount] if statement.amount.unit.kind == change.unit.kind else []
    cost, first = cost_of(statement.label), max(statement.index - _FAR, 0)
    return [
        amount
        for other in reading.statements[first : statement.index + _FAR]
        if other is not statement and (amount := other.amount) is not None
        if amount.unit.kind == change.unit.kind and not amount.approximate
        if other.period in (None, reading.year)
        if (cost and cost_of(other.label) == cost) or likeness(statement.label, other.label) == _SAME
    ]
