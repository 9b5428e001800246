"""Deductions told apart from full marks and scores: by words of an indicator, in a section, of the whole.

普查县未达目标，扣0.4分: what its row in the form is short of the full mark. （一）政策落实，得9.5分, below it
晚报2天，扣0.5分: the row of the section's name tells the full mark. 四项共扣2.44分: what the total lacks of
a hundred. The words tell less surely than a name right before it which thing is meant, so that only one slip
of the pen is told as wrong.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.losses import Loss, losses
from jixiao.claims.scores.marks import Marks, marks
from jixiao.claims.scores.scoresheets import points_of, sheets_of
from jixiao.claims.scores.scoring import Appraisal, Entry, added, appraisal
from jixiao.core.claim import Relation
from jixiao.core.slips import one_slip_apart

KIND = "difference"
_LEAST_NAME, _LEAST_PART = 3, 4
"""Characters of the name of an indicator, and of its beginning or end."""
_REACH = 8
"""Lines below a section in which its indicators stand."""
_STOPS = re.compile(r"[。；;]")
_LEAST = 60
"""The least score of a whole."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """All three."""
    found = losses(reading)
    if not found:
        return
    known = marks(reading)
    for paragraph in reading.paragraphs:
        told = found.get(paragraph.block.index)
        if told:
            yield from _by_words(paragraph, told, known)
    scale = appraisal(reading)
    for entry in scale.entries:
        if entry.full is None and entry.score is not None and not entry.is_total:
            yield from _below_title(scale, entry, entry.score, found, known)
    yield from _of_whole(reading, [loss for told in found.values() for loss in told if loss.summed])


def _by_words(paragraph: Paragraph, told: Sequence[Loss], known: Marks) -> Iterator[Proposal]:
    """The one indicator that the words between two deductions name."""
    begin = 0
    for loss in told:
        words = paragraph.text[begin : loss.token.start]
        begin = loss.token.end
        if loss.summed or loss.name in known or loss.own.figures.keys() & {"full", "score", "bare"}:
            continue
        names = _named(_STOPS.split(words)[-1], known)
        full, score = known[names[0]] if len(names) == 1 else (None, None)
        if full is None or score is None or score.block is paragraph.block or full.number <= score.number:
            continue
        slip = names[0] in words and one_slip_apart(loss.token.build(), full.number - score.number)
        yield Proposal((_left(loss.token, full, score),), asserted=slip and _is_only(told, names[0]))


def _is_only(told: Sequence[Loss], name: str) -> bool:
    """Whether no other deduction of the paragraph is told of the same thing."""
    return sum(name in loss.own.lead or loss.name == name for loss in told) <= 1


def _named(words: str, known: Marks) -> list[str]:
    """The names that stand in words, the longest of those within one another; else those told in part."""
    inside = [name for name in known if len(name) >= _LEAST_NAME and name in words]
    inside = [name for name in inside if not any(name != other and name in other for other in inside)]
    if inside:
        return inside
    return [name for name in known if len(name) > _LEAST_PART and _in_part(words, name)]


def _in_part(words: str, name: str) -> bool:
    """Whether words tell the beginning or the end of a name: 种质资源普查 of 种质资源普查县数."""
    return name[:_LEAST_PART] in words or name[-_LEAST_PART:] in words


def _below_title(
    scale: Appraisal, entry: Entry, score: Token, found: dict[int, list[Loss]], known: Marks
) -> Iterator[Proposal]:
    """The deductions below a title with its score, whose full mark the row of its name tells."""
    title = entry.node.paragraph.text
    names = [name for name, pair in known.items() if name in title and pair[1].number == score.number]
    if len(names) != 1 or entry.node.mark is None:
        return
    full = known[names[0]][0]
    own = found.get(entry.node.paragraph.block.index, ())  # the title may run on into what is below it
    taken = [loss.token for loss in own if loss.token.start > score.end]
    for other in islice(scale.nodes, entry.node.position + 1, entry.node.position + 1 + _REACH):
        if other.mark is not None and other.mark.style != "ordinal" and other.level <= entry.node.level:
            break
        taken += [loss.token for loss in found.get(other.paragraph.block.index, ())]
    if not taken:
        return
    if len(taken) == 1:
        made = _left(taken[0], full, score)
        yield Proposal((made,), asserted=one_slip_apart(taken[0].build(), full.number - score.number))
        return
    operands = [(full, "full", 1), *((token, "deducted", -1) for token in taken)]
    slip = one_slip_apart(score.build(), full.number - added(taken))
    yield Proposal((relation("score_sum", "sum", score, operands, role="total"),), asserted=slip)


def _of_whole(reading: Reading, sums: Sequence[Loss]) -> Iterator[Proposal]:
    """合计扣6分 and the one total of all forms and texts, where its full mark is a hundred."""
    sums = [loss for loss in sums if "full" not in loss.own.figures and "score" not in loss.own.figures]
    if not sums or len({loss.token.number for loss in sums}) > 1:
        return
    totals = [
        (full, score)
        for table in reading.tables
        for sheet in sheets_of(table)
        for row in sheet.totals
        if (full := points_of(row, "full")) is not None
        and (score := points_of(row, "score")) is not None
        and full.number == HUNDRED
    ]
    if not totals or len({score.number for _, score in totals}) > 1 or totals[0][1].number < _LEAST:
        return
    full, score = totals[0]
    lost = sums[0].token
    slip = one_slip_apart(lost.build(), full.number - score.number)
    yield Proposal((_left(lost, full, score),), asserted=slip)


def _left(lost: Token, full: Token, score: Token) -> Relation:
    return relation(KIND, "difference", lost, [(full, "full"), (score, "score")], role="deducted")
