"""A section's weight and score against the things that the paragraph below its title tells one after another.

（一）决策（20分，得18.5分） / 立项6分，得6分；目标7分，得5.5分；投入7分，得7分. Where the weights or
the scores add up, the list is all of the section, and the other measure must add up too.
"""

from collections.abc import Iterator
from itertools import islice

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.scores.scored import Scored, scored
from jixiao.claims.scores.scoring import Appraisal, Entry, added, appraisal

KIND = "score_sum"
_REACH = 3
"""Paragraphs below a title among which the list stands."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """The sums of each such list."""
    found = appraisal(reading)
    for entry in found.entries:
        if entry.node.mark is not None and entry.full is not None and entry.score is not None:
            for things in _lists(found, entry):
                yield from _sums(entry.full, entry.score, things)


def _lists(found: Appraisal, entry: Entry) -> Iterator[list[Scored]]:
    """What the paragraphs right below a title tell, up to the next numbered one."""
    for node in islice(found.nodes, entry.node.position + 1, entry.node.position + 1 + _REACH):
        if node.mark is not None:
            return
        things = [one for one in scored(node.paragraph) if not one.depth and not one.level]
        if len(things) > 1 and not any(one.is_total and not one.name for one in things):
            yield things


def _sums(full: Token, score: Token, things: list[Scored]) -> Iterator[Proposal]:
    fulls = [token for one in things if (token := one.get("full")) is not None]
    scores = [token for one in things if (token := one.get("score")) is not None]
    if len(fulls) < len(things) or len(scores) < len(things):
        return
    complete = added(fulls) == full.number, added(scores) == score.number
    if any(complete):
        yield Proposal((equation(KIND, full, fulls),), asserted=complete[1])
        yield Proposal((equation(KIND, score, scores),), asserted=complete[0])
