"""Ratios: a structure a:b:c of parts that stand beside it, and amounts per head."""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import STRUCTURE_SLACK, Token
from jixiao.claims.reading.units import STRUCTURE

KIND = "ratio"


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per member of a structure whose parts are the amounts told before it."""
    for paragraph in reading.paragraphs:
        for members in _structures(paragraph):
            parts = _parts(paragraph, members)
            if parts is None:
                continue
            for position, member in enumerate(members):
                others = [part for at, part in enumerate(parts) if at != position]
                operands = [(parts[position], "part"), *((other, "part") for other in others)]
                yield Proposal((relation("ratio", "part_of_parts", member, operands, role="structure"),))


def _structures(paragraph: Paragraph) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in paragraph.tokens:
        if token.unit is STRUCTURE:
            if run and token.start - run[-1].end > 4:
                yield run
                run = []
            run.append(token)
    if len(run) >= 2:
        yield run


def _parts(paragraph: Paragraph, members: list[Token]) -> list[Token] | None:
    before = [
        t
        for t in paragraph.tokens
        if t.end <= members[0].start and t.unit.kind == "yuan" and t.role in ("main", "plan")
    ]
    return (
        before[-len(members) :]
        if len(before) >= len(members)
        and abs(sum((m.number for m in members), Decimal(-100))) <= STRUCTURE_SLACK
        else None
    )
