"""A section's weight and score against the things that the paragraph below its title tells one after another.

（一）决策（20分，得18.5分） / 立项6分，得6分；目标7分，得5.5分；投入7分，得7分. Where the weights or
the scores add up, the list is all of the section, and the other measure must add up too.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.relate import equation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.scores.scored import Scored, scored
from jixiao.claims.scores.scoring import Appraisal, Entry, added, appraisal

KIND = "score_sum"
_Thing = tuple[Scored, list[Token]]
"""A thing with the deductions told behind it."""
_REACH = 3
"""Paragraphs below a title among which the list stands."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """The sums of each such list."""
    found = appraisal(reading)
    for entry in found.entries:
        if entry.node.mark is not None and entry.full is not None and entry.score is not None:
            for things in _lists(found, entry):
                yield from _sums(entry.full, entry.score, things)


def _lists(found: Appraisal, entry: Entry) -> Iterator[list[_Thing]]:
    """What the paragraphs right below a title tell, up to the next numbered one."""
    for node in islice(found.nodes, entry.node.position + 1, entry.node.position + 1 + _REACH):
        if node.mark is not None:
            return
        told = [one for one in scored(node.paragraph) if not one.depth and not one.level]
        things: list[_Thing] = []
        for one in told:
            lost = one.get("deducted")
            if set(one.figures) != {"deducted"} or lost is None:
                things.append((one, []))
            elif things and not one.is_total:
                things[-1][1].append(lost)  # 资产管理7分，因账实不符扣0.5分
        if len(things) > 1 and not any(one.is_total and not one.name for one, _ in things):
            yield things


def _sums(full: Token, score: Token, things: list[_Thing]) -> Iterator[Proposal]:
    """Full marks to the weight, scores to the score; a thing without a score has what deductions leave."""
    fulls = [token for thing in things if (token := _mark(*thing)) is not None]
    parts = [part for thing in things if (part := _points(*thing))]
    if len(fulls) < len(things) or len(parts) < len(things):
        return
    got = sum((token.number * sign for part in parts for token, _, sign in part), Decimal(0))
    complete = added(fulls) == full.number, got == score.number
    if any(complete):
        yield Proposal((equation(KIND, full, fulls),), asserted=complete[1])
        operands = [operand for part in parts for operand in part]
        yield Proposal((relation(KIND, "sum", score, operands, role="total"),), asserted=complete[0])


def _mark(one: Scored, lost: list[Token]) -> Token | None:
    """The full mark of a thing: points without a word are, where a deduction stands behind them."""
    return one.get("full") or (one.get("bare") if lost or one.get("deducted") is not None else None)


def _points(one: Scored, lost: list[Token]) -> list[tuple[Token, str, int]]:
    score, full, own = one.get("score"), _mark(one, lost), one.get("deducted")
    if score is not None:
        return [(score, "score", 1)]
    taken = [*([own] if own is not None else []), *lost]
    if full is None or not taken:
        return []
    return [(full, "full", 1), *[(token, "deducted", -1) for token in taken]]
