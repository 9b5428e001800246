"""What things of an appraisal lost: told by name, as the sum of deductions, and in the lines of a section.

投入10分，得9.5分 … 投入类扣0.5分: the full mark less the score. A扣1分、B扣2分，过程类小计扣3分 …
总计扣分3.5分: the deductions before it, or what the segments before it lost. （二）产出（40分，得37.1分）
… 扣1.9分 … 扣1分: a section's score is its full mark less what the lines below it take off.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice, takewhile

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.relate import equation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.losses import Loss, losses, thing
from jixiao.claims.scores.marks import Marks, marks
from jixiao.claims.scores.scored import Scored, scored
from jixiao.claims.scores.scoring import Appraisal, Entry, added, appraisal
from jixiao.core.claim import Relation
from jixiao.core.slips import one_slip_apart

KIND = "score_sum"
_OPENS = re.compile(r"^\s?[，,(:。]?\s?(?:其中|主要|包括|分别|具体|原因|为|系|一是|:|\()")
_SOME = re.compile(r"分等(?![级次第于])|主要|[例比]如|其[余他它]|另外|详见|附[表件]")
"""That others are left out; 等 and 部分 in a reason (个别单位等未按期完工) leave none."""
_LISTS = re.compile(r"。[^。;:]{0,16}(?:情况|原因|说明|明细|如下|因素|事项|项目|包括)[^。;:]{0,4}:")
_REASONS = re.compile(r"^[，,(]?\s?其中[:，]|扣分(?:原因|情况|说明|因素|事项)[^。;]{0,6}:|一是")
_PART = re.compile(r"其中[^。;]{0,40}[扣失]")
"""One deduction that 其中 tells is seldom all."""
_ALL = re.compile(
    r"(?:^|[。;，,])\s?共(?=[扣失])|以上|上述|各项|总|合计|共计|[两二三四五六七八九十]+[个大]?[项类]"
)
_REACH = 40
"""Lines below the title of a section among which its deductions stand."""
_SEVERAL = 2
_SIGNS = (("full", 1), ("score", -1))


def extract(reading: Reading) -> Iterator[Proposal]:
    """All three."""
    found = losses(reading)
    if not found:
        return
    named = Counter(loss.name for told in found.values() for loss in told if loss.name)
    known = marks(reading)
    for paragraph in reading.paragraphs:
        told = found.get(paragraph.block.index)
        if told:
            yield from _of_names(told, known, named)
            yield from _of_segments(paragraph, told, known)
            yield from _of_lists(scored(paragraph))
    scale = appraisal(reading)
    for entry in scale.entries:
        if entry.full is not None and entry.score is not None and not entry.is_total and not entry.has_bonus:
            yield from _of_section(scale, entry, entry.full, entry.score, found)
        elif entry.score is not None and entry.full is None and entry.node.mark is not None:
            pair = known.get(_name(entry))
            if pair is not None and pair[1] is not entry.score:
                yield from _of_row(scale, entry, entry.score, pair, found)


def _of_lists(things: list[Scored]) -> Iterator[Proposal]:
    """What the last thing of a list lost, or the whole list: A10分，得9分；B20分，得18.2分，共扣2.8分."""
    for at, one in enumerate(things):
        lost, full, score = one.get("deducted"), one.get("full"), one.get("score")
        if full is not None and score is not None and lost is None:
            yield from _inside(things, at, full, score)
        if not one.lost_by_all or lost is None or full is None or score is None:
            continue
        run = [one]
        for other in things[:at][::-1]:
            if other.level != one.level or other.depth != one.depth or not _has_both(other):
                break
            run.append(other)
        operands = [
            (token, role, sign)
            for thing in run
            for role, sign in _SIGNS
            if (token := thing.get(role)) is not None
        ]
        of_all = relation(KIND, "sum", lost, operands, role="total")
        yield Proposal((_less(lost, full, [score], "score"), of_all))


def _inside(things: list[Scored], at: int, full: Token, score: Token) -> Iterator[Proposal]:
    """What a list behind a score takes off: 产出50分，得43分，其中：质量指标扣5分，时效指标扣2分."""
    one = things[at]
    listed = at > 0 and _has_both(things[at - 1])  # …效益30分得28分。扣分在A（扣3分）: what the list lost
    below = takewhile(
        lambda other: (
            (other.level > one.level or other.depth > one.depth)
            and not (listed and other.new_sentence and "其中" not in other.lead)
        ),
        things[at + 1 :],
    )
    taken = [
        lost for other in below if set(other.figures) == {"deducted"} and (lost := other.get("deducted"))
    ]
    if taken and score.start > full.start:
        sure = one_slip_apart(score.build(), full.number - added(taken)) and full.number < HUNDRED
        yield Proposal((_less(score, full, taken, "deducted"),), asserted=sure and len(taken) > 1)


def _has_both(one: Scored) -> bool:
    return {"full", "score"} <= one.figures.keys()


def _of_names(told: list[Loss], known: Marks, named: Counter[str]) -> Iterator[Proposal]:
    """Full mark less score of the thing that a deduction is told of."""
    for loss in told:
        if loss.name in known:
            full, score = known[loss.name]
            slip = one_slip_apart(loss.token.build(), full.number - score.number)
            sure = loss.direct and named[loss.name] == 1 and slip
            yield Proposal((_less(loss.token, full, [score], "score"),), asserted=sure)


def _of_segments(paragraph: Paragraph, told: list[Loss], known: Marks) -> Iterator[Proposal]:
    """Sums told behind or before their deductions, segment by segment, and of the segments before."""
    text = paragraph.text
    tops: list[Loss] = []
    opened = told[0] if told[0].summed and told[0].name not in known else _listed(text, told)
    for segment in _segments(told):
        first = segment[0]
        if len(segment) == 1 and first.summed and first.name not in known and len(tops) >= _SEVERAL:
            words = text[tops[0].token.start : first.token.start]
            sure = _ALL.search(words[-12:]) is not None and _SOME.search(words) is None
            yield _sum(first, tops, sure=sure)
            tops, opened = [], None
            continue
        left: list[Loss] = []
        for at, loss in enumerate(segment):
            parts, sure = _parts_of(text, segment, at, known)
            left.append(loss)
            if len(parts) >= _SEVERAL:
                yield _sum(loss, parts, sure=sure)
                if loss.name in known:
                    full, score = known[loss.name]
                    taken = [token for part in parts for token in part.tokens]
                    yield Proposal((_less(score, full, taken, "deducted"),), asserted=False)
            if loss.summed or added([token for part in parts for token in part.tokens]) == loss.token.number:
                left = [one for one in left if one not in parts]
        own = [one for one in left if one is not opened]
        tops += [one for one in own if not _is_part(one, own, known)]
    if opened is not None and len(tops) >= _SEVERAL:
        words = text[opened.token.end : tops[-1].token.end]
        opens = re.search(r"其中|:|分别", text[opened.token.end : tops[0].token.start]) is not None
        yield _sum(opened, tops, sure=opens and _SOME.search(words) is None)


def _listed(text: str, told: list[Loss]) -> Loss | None:
    """What the whole or a section lost, where a list tells it: 自评92分，扣8分。具体扣分情况：…, 其中：…."""
    first = told[0]
    if len(told) <= _SEVERAL:
        return None
    start, end = first.token.end, told[1].token.start
    whole = (
        first.own.is_total and "score" in first.own.figures and _LISTS.search(text, start, end) is not None
    )
    part = ("full" in first.own.figures or not first.name) and _REASONS.search(text[start:end]) is not None
    return first if whole or part else None


def _parts_of(text: str, segment: list[Loss], at: int, known: Marks) -> tuple[list[Loss], bool]:
    """The single deductions that one of a segment is the sum of, and whether the words bind them."""
    loss = segment[at]
    inside = [*takewhile(lambda one: _is_inside(one, loss), segment[at + 1 :])]
    if inside:  # 过程类扣3分(A扣2分，B扣1分)
        words = text[loss.token.end : inside[-1].token.end]
        return inside, _SOME.search(words) is None
    if not _is_head(loss, known):
        return [], False
    following = segment[at + 1].token.start if at + 1 < len(segment) else loss.token.end
    behind = _parts(segment[at + 1 :], known) if _OPENS.match(text[loss.token.end : following]) else []
    parts = behind or _parts(segment[:at][::-1], known)[::-1]
    if not parts:
        return [], False
    start = min(parts[0].token.start, loss.token.start)
    words = text[start : max(parts[-1].token.end, loss.token.start)]
    of_name = loss.direct and loss.name in known and at + 1 == len(segment)
    return parts, (loss.summed or bool(behind) or of_name) and _SOME.search(words) is None


def _is_inside(one: Loss, head: Loss) -> bool:
    """Whether a deduction stands in a bracket behind another, or in a list that 其中 opens there."""
    return one.token.depth > head.token.depth or one.own.level > head.own.level


def _is_head(loss: Loss, known: Marks) -> bool:
    """Whether a deduction may be the sum of others: told as one, or of a thing that has points."""
    return loss.summed or loss.name in known or "score" in loss.own.figures


def _is_part(one: Loss, left: list[Loss], known: Marks) -> bool:
    """Whether a deduction stands behind that of the section it is of: 产出扣4分，其中A扣3分、B扣1分."""
    at = left.index(one)
    heads = [other for other in left[:at] if _is_head(other, known)]
    deeper = any(other.token.depth < one.token.depth for other in left[:at])
    return (bool(heads) or deeper) and not _is_head(one, known)


def _parts(row: Sequence[Loss], known: Marks) -> list[Loss]:
    """The single deductions next to a sum, up to the next sum."""
    found: list[Loss] = []
    for loss in row:
        if _is_head(loss, known):
            break
        found.append(loss)
    return found


def _segments(told: list[Loss]) -> list[list[Loss]]:
    made: list[list[Loss]] = []
    for loss in told:
        if loss.opens and (not made or not loss.own.level):
            made.append([])
        made[-1].append(loss)
    return made


def _sum(total: Loss, parts: list[Loss], *, sure: bool) -> Proposal:
    tokens = [token for part in parts for token in part.tokens]
    near = abs(added(tokens) - total.token.number) * 2 <= total.token.number
    near = near or one_slip_apart(total.token.build(), added(tokens))
    return Proposal((equation(KIND, total.token, tokens, role="deducted"),), asserted=sure and near)


def _less(stated: Token, full: Token, taken: list[Token], role: str) -> Relation:
    """The full mark less a score, or less deductions."""
    operands = [(full, "full", 1), *[(token, role, -1) for token in taken]]
    return relation(KIND, "sum", stated, operands, role="total")


def _of_section(
    scale: Appraisal, entry: Entry, full: Token, score: Token, found: dict[int, list[Loss]]
) -> Iterator[Proposal]:
    """The score that the deductions in the lines of a section leave."""
    span = _span(scale, entry)
    own = [loss for paragraph in span for loss in found.get(paragraph.block.index, ())]
    if not own or any(_is_scored(one.first, one.figures.keys(), full) for p in span for one in scored(p)):
        return
    sums = [loss for loss in own if loss.summed]
    leaves = [loss for loss in own if not loss.summed]
    if len(leaves) > _SEVERAL and added([loss.token for loss in leaves[1:]]) == leaves[0].token.number:
        leaves = leaves[1:]  # 得21.5分，扣3.5分，其中：A扣1.1分；B扣1.6分；…
    taken = [token for loss in leaves for token in loss.tokens]
    words = "".join(paragraph.text for paragraph in span if paragraph.block.index in found)
    closed = _SOME.search(words) is None
    if len(sums) == 1:
        total = sums[0].token
        yield Proposal(
            (_less(total, full, [score], "score"),),
            asserted=one_slip_apart(total.build(), full.number - score.number),
        )
        if len(taken) >= _SEVERAL:
            yield _sum(sums[0], leaves, sure=closed)
        again = sums[0].own.get("score")
        if again is not None and again is not score:  # 该部分合计扣2.9分，得37.1分
            yield Proposal((_less(again, full, [total], "deducted"),), asserted=again.number == score.number)
            yield Proposal((_less(again, full, taken, "deducted"),), asserted=False)
    if taken and (len(taken) > 1 or entry.deducted is None):
        left = full.number - added(taken)
        sure = closed and not sums and one_slip_apart(score.build(), left)
        sure = sure and (len(taken) > 1 or _PART.search(words) is None)
        told = entry.deducted  # （分值10分，得9分，扣1分） above 因追加较多，扣1分 tells it twice
        sure = sure and (told is None or full.number - told.number != score.number)
        yield Proposal((_less(score, full, taken, "deducted"),), asserted=sure)


def _name(entry: Entry) -> str:
    """What a line that tells a score calls the thing that has it."""
    told = scored(entry.node.paragraph)
    return thing(told[0].name) if told else ""


def _of_row(
    scale: Appraisal, entry: Entry, score: Token, pair: tuple[Token, Token], found: dict[int, list[Loss]]
) -> Iterator[Proposal]:
    """The score of a section whose full mark a table tells: （三）预算执行管理，得分16.2分 … 扣0.8分 … 扣1分.

    Where the table's own score is what the deductions leave, another one in the text is wrong.
    """
    span = _span(scale, entry)
    own = [loss for paragraph in span for loss in found.get(paragraph.block.index, ())]
    taken = [token for loss in own if not loss.summed for token in loss.tokens]
    if not taken or any(
        _is_scored(one.first, one.figures.keys(), pair[0]) for p in span for one in scored(p)
    ):
        return
    left = pair[0].number - added(taken)
    yield Proposal((_less(score, pair[0], taken, "deducted"),), asserted=pair[1].number == left)


def _span(scale: Appraisal, entry: Entry) -> list[Paragraph]:
    """The paragraph of a section and those below it, up to the next of its level."""
    node = entry.node
    span = [node.paragraph]
    if node.mark is None:
        return span
    for other in islice(scale.nodes, node.position + 1, node.position + 1 + _REACH):
        if other.mark is not None and other.mark.style != "ordinal" and other.level <= node.level:
            break
        span.append(other.paragraph)
    return span


def _is_scored(first: Token, roles: AbstractSet[str], full: Token) -> bool:
    """Whether a thing of a section has points of its own."""
    return first.start != full.start and {"full", "score"} <= roles
