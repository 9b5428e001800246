"""Scores and weights: indicators to sections, sections to the total, deductions.

The full mark of an appraisal is 100, indicators and execution points together (common practice).
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.relate import equation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.scored import Scored, scored
from jixiao.claims.scores.scoretables import table_claims
from jixiao.claims.scores.scoring import Appraisal, Entry, added, appraisal, children, leaves
from jixiao.claims.scores.section_points import Named
from jixiao.claims.scores.weights import hundred
from jixiao.core.observation import Observation

KIND = "score_sum"
_TWO_DIGITS = 2
"""Digits that a total must have for one slip of it to say anything."""


def extract(reading: Reading) -> Iterator[Proposal | Observation]:
    """What lines, sentences and tables say about scores."""
    found = appraisal(reading)
    for entry in found.entries:
        yield from _of_entry(found, entry)
    named: list[Named] = []
    for paragraph in reading.paragraphs:
        if len(paragraph.points) >= 2:
            named.extend(named for one in scored(paragraph) if not one.is_total for named in _named(one))
    yield from table_claims(reading, found, named)


def _named(one: Scored) -> Iterator[Named]:
    """The points of a named thing: full mark and score where both are told, else the first."""
    full, score = one.get("full"), one.get("score")
    if one.name and full is not None and score is not None:
        yield one.name, full, "full"
        yield one.name, score, "score"
    elif one.name:
        yield (
            one.name,
            one.first,
            next((role for role in ("full", "score") if one.get(role) is one.first), ""),
        )


def _of_entry(found: Appraisal, entry: Entry) -> Iterator[Proposal | Observation]:
    if entry.full is not None and entry.score is not None:
        if entry.has_bonus:
            pass  # told by the sentence itself
        elif entry.deducted is not None:
            yield Proposal(
                (
                    equation(
                        KIND, entry.score, [entry.full, entry.deducted], formula="difference", role="full"
                    ),
                )
            )
        elif entry.full_marks:
            yield Proposal((equation(KIND, entry.score, [entry.full], formula="equal", role="full"),))
    parts, complete = children(found, entry)
    if not parts:
        return
    if len(parts) == 1 and complete:
        yield from _only(entry, parts[0])
        return
    yield from _sums(entry, parts, complete=complete and len(parts) > 1)
    if entry.is_total:
        yield from _of_total(found, entry, parts, complete=complete and len(parts) > 1)


def _only(entry: Entry, part: Entry) -> Iterator[Proposal]:
    """A section with one scored line has its figures; suspicious where not (the rest may be prose).

    A line with more points than its section is wrong; so is another score of a line with its full mark where
    the deduction confirms that of the section, or a full mark a slip away from that of a line with its score.
    """
    told = entry.full is not None and part.full is not None
    follows = told and part.node.position == entry.node.position + 1 and part.node.mark is None
    for whole, own in ((entry.full, part.full), (entry.score, part.score)):
        if whole is not None and own is not None:
            sure = own.number > whole.number
            if entry.score is whole and entry.full is not None and part.full is not None:
                lost = entry.deducted
                sure = sure or (
                    lost is not None and entry.full.number == part.full.number == whole.number + lost.number
                )
            elif entry.score is not None and part.score is not None and part.score.number:
                same = entry.score.number == part.score.number
                sure = sure or (same and a_slip_apart(own, whole, _TWO_DIGITS))
            made = equation(KIND, whole, [own], binding="bound" if sure else "inferred")
            yield Proposal((made,), asserted=follows)


def _sums(entry: Entry, parts: list[Entry], *, complete: bool) -> Iterator[Proposal]:
    fulls = [part.full for part in parts if part.full is not None]
    if entry.full is not None and fulls:
        some = added(fulls) * 2 <= entry.full.number and not any(part.has_each for part in parts)
        complete = complete and not some
        yield Proposal((equation(KIND, entry.full, fulls),), asserted=complete and len(fulls) == len(parts))
    scores = [part.score for part in parts if part.score is not None]
    if entry.score is None or not scores:
        return
    told = all(
        part.score is not None or (part.deducted is not None and part.deducted.number == 0) for part in parts
    )
    above = any(score.number > entry.score.number for score in scores)  # things of their own, no parts
    above = above or (entry.is_total and added(scores) in _others(entry, entry.score))
    yield Proposal((equation(KIND, entry.score, scores),), asserted=complete and told and not above)


def _others(entry: Entry, total: Token) -> set[Decimal]:
    """The other scores of a line: 自评96.5分，复核得分93.4分 tells two totals, one of them of the list."""
    told = [one.get("score") for one in scored(entry.node.paragraph)]
    return {token.number for token in told if token is not None and token is not total}


def _of_total(
    found: Appraisal, entry: Entry, parts: list[Entry], *, complete: bool
) -> Iterator[Proposal | Observation]:
    low = leaves(found, entry)
    scores = [leaf.score for leaf in low if leaf.score is not None]
    if entry.score is not None and len(scores) > len(parts):
        yield Proposal((equation(KIND, entry.score, scores),), asserted=False)
    fulls = [part.full for part in parts if part.full is not None]
    if not complete or len(fulls) != len(parts):
        return
    if entry.full is None and len(fulls) > 1:
        yield hundred(fulls)
    lost = [part.deducted for part in parts if part.deducted is not None]
    told = all(part.deducted is not None or part.full_marks for part in parts)
    whole = told and bool(lost) and added(fulls) == HUNDRED
    if whole and entry.score is not None and entry.score.number == HUNDRED - added(lost):
        yield _from_hundred(entry.score, lost)


def _from_hundred(stated: Token, lost: list[Token]) -> Proposal:
    """100 less the deductions is the score; where it is not, the sum of the scores tells so already."""
    made = relation(KIND, "sum", stated, [(token, "deducted", -1) for token in lost], role="total")
    return Proposal((replace(made, constants=(HUNDRED,)),), asserted=False)
