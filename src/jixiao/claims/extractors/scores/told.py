"""Scores of one paragraph: parts to their total, deductions and bonus points, rates of scores."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.losses import losses
from jixiao.claims.scores.scored import OPENS, Scored, scored
from jixiao.claims.scores.scoring import added
from jixiao.claims.scores.slipping import one_slip_explains
from jixiao.claims.scores.weights import hundred
from jixiao.core.claim import Relation, decide
from jixiao.core.observation import Observation
from jixiao.core.slips import one_slip_apart

KIND = "score_sum"
_TOTAL = Decimal(60)
"""The least score that is surely a total and no indicator's."""
_SOME = re.compile(
    r"等(?![级次第于])|主要|(?<![一二三四五六七八九十两个大各些])部分(?!\s?[\d占为共计得(:])|之一"
)
"""That others are left out; 产出部分35分 names a part."""
_ENDS = re.compile(
    r"\)?\s?(?:[一二三四五六七八九十\d]+[个大]?(?:部分|方面|指标|类|项))?(?:得分|分值|分数)?"
    r"(?:之和)?(?:共同|相加|累计|汇总|加总|合计)*(?:[构组]成|而[成来]|得[来出])?(?:[。;)，,、(]|$)"
)
_STRONG = re.compile(r"其中|分别|包括|:|由|为|看[，,]")
_BRACKET = re.compile(r"\s?\([^()。;]*$")
"""得分95.5分（投入20分、过程24分、…）: the bracket right behind a total tells what makes it."""
_SHUT = re.compile(r"\s?(?:之和)?\)")
_REST = re.compile(r"其[余他它]|另[外有]")
_NUMBERED = re.compile(r"[。:;]\s?(?:1[.、．]|\(?[一1]\)|一[、是])")
_TABLE = re.compile(r"(?:得分|评分|评价|指标)(?:体系|明细|情况)?表")
"""The title of a table stands between the score and the list: it belongs to that, and may be cut off."""
_CLOSES = re.compile(
    r"总和|之和|合计|共计|总计|小计|加总|总分|总得分|总成绩|综合|汇总|以上|综上|最终|最后|累计|得出|相加|共\s?$"
)
_WEIGHTS = re.compile(r"一级指标|各指标|评价指标|指标体系|指标权重|权重")
_FEWEST_CLOSED = 3
_MORE = re.compile(r"\s?[、，,和及与][^。；;()]{1,14}\(\s?$")


def extract(reading: Reading) -> Iterator[Proposal | Observation]:
    """What each paragraph with several scores says about them."""
    lost = [token for told in losses(reading).values() for loss in told for token in loss.tokens]
    totals: list[Token] = []
    for paragraph in reading.paragraphs:
        if paragraph.points:
            for one in scored(paragraph):
                score = one.get("score")
                totals += [score] if score is not None and one.is_total and score.number >= _TOTAL else []
        if len(paragraph.points) < 2:
            continue
        found = scored(paragraph)
        for position, one in enumerate(found):
            yield from _of_one(one)
            yield from _of_parts(paragraph, found, position)
        yield from _deductions(found)
        yield from _weights(paragraph, found)
    if lost:
        yield from _from_hundred(totals, lost)


def _from_hundred(totals: list[Token], lost: list[Token]) -> Iterator[Proposal]:
    """All deductions of a document taken from a hundred; the words do not promise that they are all."""
    for total in totals[:1]:
        made = relation(KIND, "sum", total, [(token, "deducted", -1) for token in lost], role="total")
        yield Proposal((replace(made, constants=(HUNDRED,)),), asserted=False)


def _of_one(one: Scored) -> Iterator[Proposal]:
    """Full mark, deduction, bonus points and score of one thing; its rate."""
    full, score = one.get("full"), one.get("score")
    lost, won = one.get("deducted"), one.get("bonus")
    if full is None or score is None:
        return
    if lost is not None or won is not None:
        operands: list[tuple[Token, str, int]] = [(full, "full", 1)]
        operands += [(won, "bonus", 1)] if won is not None else []
        operands += [(lost, "deducted", -1)] if lost is not None else []
        left = one.get("left_out")
        operands += [(left, "full", -1)] if left is not None else []
        # what a list lost, told of its last thing, contradicts nothing here
        yield Proposal((relation(KIND, "sum", score, operands, role="total"),), asserted=not one.lost_by_all)
    if one.rate is not None and full.number > 0:
        yield Proposal(
            (relation("rate", "quotient", one.rate, [(score, "score"), (full, "full")], role="rate"),)
        )


def _of_parts(paragraph: Paragraph, found: list[Scored], position: int) -> Iterator[Proposal]:
    """The total at this position against the things told after it and before it."""
    head = found[position]
    after = _after(paragraph.text, found, position)
    if len(after) > 1:
        words = paragraph.text[head.end : after[-1].end]
        lead = paragraph.text[head.end : after[0].first.start]
        system = head.is_total and set(head.figures) == {"full"} and lead.strip("、，, ") != ""
        joined = words.count("+") == len(after) - 1  # 得92.5分（决策18.5分+过程19分+…）
        closed = (
            head.is_total and _BRACKET.match(lead) is not None and _SHUT.match(paragraph.text, after[-1].end)
        )
        named = (system or joined or closed or _STRONG.search(lead) is not None) and not _SOME.search(words)
        named = named and _TABLE.search(lead) is None
        named = named and _ENDS.match(paragraph.text, after[-1].end) is not None
        named = named and not _goes_on(paragraph.text, found, after[-1])
        named = named and not _of_another(found, position, after)
        yield from _sums(head, after, named=named and (len(after) >= _FEWEST_CLOSED or "分别" in lead))
    before = _before(found, position)
    if len(before) > 1 and not _are_of_full(found, before):
        own = paragraph.text[max(0, head.first.start - 14) : head.first.start]
        rest = _REST.search(paragraph.text, before[-1].end, head.first.start)  # 其余指标得满分。总得分98.5分
        yield from _sums(
            head,
            before,
            named=rest is None and _CLOSES.search(own) is not None and len(before) >= _FEWEST_CLOSED,
        )


def _of_another(found: list[Scored], position: int, parts: list[Scored]) -> bool:
    """Whether a list is that of the total told before it, or of the one that closes it below a full mark.

    今年92分，去年90.5分。其中…; 权重…，满分100分。得分情况：…，合计94.6分.
    """
    last = next(at for at, one in enumerate(found) if one is parts[-1])
    behind = found[last + 1] if last + 1 < len(found) else None
    below_full = set(found[position].figures) == {"full"} and parts[0].new_sentence
    if below_full and behind is not None and behind.is_total and not behind.new_sentence:
        return "full" not in behind.figures
    before = found[position - 1] if position else None
    total = before.get("score") if before is not None and before.is_total else None
    scores = _told(parts, "score")
    return total is not None and len(scores) == len(parts) and added(scores) == total.number


def _are_of_full(found: list[Scored], parts: list[Scored]) -> bool:
    """Whether a list is what makes the full mark told before it: 总分100分，其中…。综合得分84分."""
    at = next(n for n, one in enumerate(found) if one is parts[0])
    opener = found[at - 1] if at else None
    full = opener.get("full") if opener is not None and opener.is_total else None
    bare = [token for part in parts if (token := part.get("bare")) is not None]
    return full is not None and len(bare) == len(parts) and added(bare) == full.number


def _goes_on(text: str, found: list[Scored], last: Scored) -> bool:
    """Whether the list has one more that a bracket tells: 产出35分、效果（20分）."""
    following = next((one for one in found if one.first.start > last.end), None)
    if following is None or following.depth <= last.depth:
        return False
    return _MORE.match(text[last.end : following.first.start]) is not None


def _after(text: str, found: list[Scored], position: int) -> list[Scored]:
    """The list that a thing opens: of one depth and level, to the next total."""
    head = found[position]
    run: list[Scored] = []
    for one in found[position + 1 :]:
        if not run:
            between = text[head.end : one.first.start]
            opened = OPENS.search(between if one.depth > head.depth else between.replace("(", ""))
            if head.is_total:
                opened = opened or _NUMBERED.match(between)  # 得分86.7分。1.预算执行率(10分)
            if one.is_total or not (opened or (head.is_total and head.get("full") is not None)):
                break
            if not head.is_total and re.search(r"[;。]", between) and "其中" not in between:
                break
        elif one.is_total or one.depth < run[0].depth or one.level < run[0].level:
            break
        if run and one.new_sentence and not head.is_total:
            break
        if not run or (one.depth == run[0].depth and one.level == run[0].level):
            run.append(one)
    return run


def _before(found: list[Scored], position: int) -> list[Scored]:
    """The list that a total closes: of its own depth and the upper level, back to the last total."""
    head, whole = found[position], found[position].get("score")
    if not head.is_total:
        return []
    run: list[Scored] = []
    names: set[str] = set()
    for one in reversed(found[:position]):
        if whole is not None and _closes_gap(one, run, whole):
            run.append(one)
            break
        if one.is_total or one.depth < head.depth or _is_weight(one, run):
            break  # 分值分别为20分、30分，得分分别为18分、28分，总得分46分
        if one.get("score") is None and one.name in names:
            break  # 共性40分，个性60分。共性得36分，个性得55分，总得分91分: what each has stands behind
        names |= {one.name} if one.name and one.get("score") is not None else set()
        if one.depth == head.depth and one.level == 0:
            run.append(one)
    return run[::-1]


def _is_weight(one: Scored, run: list[Scored]) -> bool:
    """Whether a weight stands before a list of nothing but scores without names."""
    scores = len(run) > 1 and all(set(other.figures) == {"score"} and not other.name for other in run)
    return scores and set(one.figures) in ({"full"}, {"bare"})


def _closes_gap(one: Scored, run: list[Scored], whole: Token) -> bool:
    """Whether what seems another total is the one score that those behind it want: 执行得9.5分。…."""
    score, told = one.get("score"), _told(run, "score")
    return (
        one.is_total
        and score is not None
        and score.number < _TOTAL
        and 0 < len(told) == len(run)
        and added(told) + score.number == whole.number
    )


def _sums(head: Scored, parts: list[Scored], *, named: bool) -> Iterator[Proposal]:
    """Full marks to the full mark, scores to the score; points without a word to the one that is told.

    Full marks that add up prove that the list is all of it.
    """
    fulls = _told(parts, "full")
    whole = head.get("full")
    proven = len(fulls) == len(parts) and added(fulls) == (whole.number if whole is not None else HUNDRED)
    for role in ("full", "score", "bare"):
        stated = head.get(role)
        if stated is None and role != "bare" and head.is_total and len(head.figures) == 1:
            stated = head.get("bare")  # 得分分别为10分、28分、29.5分，合计67.5分
        members = _told(parts, role)
        if stated is None or len(members) < 2:
            continue
        if role == "full" and proven and stated is head.get("bare"):
            continue  # 甲（40分）38分、乙（60分）57分，合计95分: what is told of all is their score
        complete = len(members) == len(parts)
        made = _sum(stated, members, role)
        yield Proposal((made,), asserted=complete and (proven or (named and _is_meant(head, made))))
    bare = [token for part in parts if (token := part.get("bare")) is not None]
    if len(bare) == len(parts):
        totals = [token for role in ("score", "full") if (token := head.get(role)) is not None]
        for total in totals:
            made = _sum(total, bare, "part")
            yield Proposal((made,), asserted=named and len(totals) == 1 and _is_meant(head, made))


def _told(parts: list[Scored], role: str) -> list[Token]:
    """The points of the parts in a role; where some are told with its word, those without are meant alike.

    So are weights of which only some have their word, where the total has none.
    """
    other = "full" if role == "bare" else "bare"
    told = [part.get(role) or (part.get(other) if len(part.figures) == 1 else None) for part in parts]
    given = any(part.get(role) is not None for part in parts)
    return [token for token in told if token is not None] if given else []


def _sum(stated: Token, parts: list[Token], role: str) -> Relation:
    return relation(KIND, "sum", stated, [(part, role) for part in parts], role="total")


def _near(made: Relation) -> bool:
    """Whether a list that does not add up is at least the list of this total (one figure may be wrong)."""
    computed, stated = decide(made).computed, made.stated.value
    return computed is not None and stated > 0 and abs(computed - stated) * 5 <= stated


def _is_meant(head: Scored, made: Relation) -> bool:
    """Whether a list is that of its total: it comes near to it, or once a slip of either is mended."""
    computed = decide(made).computed
    if (
        head.is_total
        and computed is not None
        and computed >= _TOTAL
        and one_slip_apart(made.stated, computed)
    ):
        return True
    return _near(made) or one_slip_explains(made.stated, [part.quantity for part in made.operands])


def _deductions(found: list[Scored]) -> Iterator[Proposal]:
    """The full mark less the deductions told one by one is the score: 满分100分，A扣1分，B扣2分，得97分."""
    base: Token | None = None
    lost: list[Token] = []
    for one in found:
        score = one.get("score")
        if set(one.figures) == {"deducted"}:
            lost.append(one.figures["deducted"])
        elif (
            base is not None and lost and one.is_total and set(one.figures) == {"score"} and score is not None
        ):
            operands = [(base, "full", 1), *[(token, "deducted", -1) for token in lost]]
            made = relation(KIND, "sum", score, operands, role="total")
            yield Proposal((made,), asserted=_near(made))
            base, lost = None, []
        else:
            base = one.get("full") if set(one.figures) <= {"full"} and one.is_total else None
            lost = []


def _weights(paragraph: Paragraph, found: list[Scored]) -> Iterator[Proposal | Observation]:
    """一级指标分值设置为：产出50分、效益30分…: the weights of all indicators make a hundred."""
    run = [one for one in found if one.depth == found[0].depth and one.level == 0]
    if len(run) < _FEWEST_CLOSED or any(one.is_total for one in run):
        return
    tokens = [one.get("full") or one.get("bare") for one in run]
    weights = [token for token in tokens if token is not None]
    opening = paragraph.text[max(0, weights[0].start - 40) : weights[0].start] if weights else ""
    stretch = paragraph.text[weights[0].start : weights[-1].end] if weights else ""
    if len(weights) != len(run) or "。" in stretch or not _WEIGHTS.search(opening):
        return
    total = added(weights)
    sure = re.search(r"一级指标|指标体系", opening) is not None and not _SOME.search(stretch)
    slipped = any(one_slip_apart(token.build(), HUNDRED - (total - token.number)) for token in weights)
    if total == HUNDRED or (sure and (abs(total - HUNDRED) <= 20 or slipped)):
        yield hundred(weights)
