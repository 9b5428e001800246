"""Lists whose members are each told in several measures: 其中：甲类5个，资金30万元；乙类7个，资金45万元.

Where one measure adds up to that of the whole, the list is complete, and every other measure that the
whole and all members are told in must add up too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.nearmiss import near_miss, nearly
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.measures import of_one_stage
from jixiao.core.claim import Relation, decide

_OPENS = re.compile(
    r"其中|包括|分别(?:为|是)[:：]|具体[为是如][^，,。]{0,6}[:：]?"
    r"|(?:^|[。；;，,])\s*(?:[分逐按][^，,。；;:：\d]{1,6}看|(?:各?[分细]项|各类|明细|构成|组成|分类|具体|拆分)[^，,。；;:：\d]{0,8})[，,:：]"
)
_ANNOUNCES = re.compile(r"(?:其中|如下|具体|包括)[^，,。；\d]{0,8}[:：。]?\s*$")
_SEGMENT = re.compile(r"[;；]")
_SENTENCE = re.compile(r"[。！？]")
_CIRCLED = re.compile("[①-⑳]")
_SHARED = re.compile(r"覆盖|惠及|涉及(?!项目|资金)|受益|服务")
"""服务覆盖9个乡镇: what several members may have in common."""
_BARE = re.compile(r"^\s*[、，,(]\s*(?:涉及)?(?:资金|金额)?(?:共|为|计)?\s*$")
"""甲类6个、5.41亿元: an amount of the things that were counted just before, and of nothing else."""
_MOST, _FEWEST = 30, 2
_ROLES = ("main", "plan", "initial", "saved")

Measure = tuple[str, str, int]


def of_segments(reading: Reading) -> Iterator[Proposal]:
    """Sums over the members of each such list."""
    for position, paragraph in enumerate(reading.paragraphs):
        if "①" in paragraph.text and (made := _of_marked(paragraph)) is not None:
            yield made
        lists = [*_within(paragraph), *_below(reading.paragraphs, position)]
        for head, segments in lists:
            yield from _added(head, segments)


def _of_marked(paragraph: Paragraph) -> Proposal | None:
    """预算A，用于：①甲支出B，…；②乙支出C，…: the first amounts of members that circled numbers set apart."""
    marks = list(_CIRCLED.finditer(paragraph.text))
    if len(marks) < _FEWEST or any(ord(m.group()) - ord("①") != at for at, m in enumerate(marks)):
        return None
    amounts = [t for t in paragraph.tokens if t.unit.kind == "yuan" and not t.approximate]
    head = [t for t in amounts if t.end <= marks[0].start()]
    stops = [*(mark.start() for mark in marks[1:]), len(paragraph.text)]
    members = [
        [t for t in amounts if mark.start() < t.start < stop] for mark, stop in zip(marks, stops, strict=True)
    ]
    told = [member[0] for member in members if member]
    if (
        not head
        or len(told) < len(members)
        or _SENTENCE.search(paragraph.text, head[-1].end, marks[0].start())
    ):
        return None
    made = relation("sum", "sum", head[-1], [(part, "part") for part in told], role="total")
    return Proposal((made,), asserted=near_miss(made) or nearly(made))


def _within(paragraph: Paragraph) -> Iterator[tuple[list[Token], list[list[Token]]]]:
    """Members in the words after 其中, between semicolons; the whole is told in the sentence before."""
    tokens = paragraph.tokens
    for at, token in enumerate(tokens):
        if at == 0 or not _OPENS.search(token.lead) or token.depth:
            continue
        sentence = tokens[at - 1].sentence
        head = [t for t in tokens[:at] if t.sentence == sentence and not t.depth]
        segments: list[list[Token]] = [[]]
        for member in tokens[at:]:
            if member is not token and (_SENTENCE.search(member.lead) or _OPENS.search(member.lead)):
                break
            if member is not token and _SEGMENT.search(member.lead):
                segments.append([])
            if not member.depth:
                segments[-1].append(member)
        yield head, segments if len(segments) > 1 else _by_units(segments[0])


def _by_units(tokens: Sequence[Token]) -> list[list[Token]]:
    """甲类6个、资金A，乙类19个、资金B: members that tell the same units, with a stronger sign between."""
    units = [token.unit.word for token in tokens]
    for size in range(_FEWEST, len(units) // _FEWEST + 1):
        members = [list(tokens[at : at + size]) for at in range(0, len(tokens), size)]
        alike = all([token.unit.word for token in member] == units[:size] for member in members)
        if alike and len(set(units[:size])) == size and all(_is_member(m) for m in members[1:]):
            return members
    return [list(tokens)]


def _is_member(tokens: Sequence[Token]) -> bool:
    """Whether a comma parts the first figure from those before, and weaker signs the others from it."""
    first, *others = tokens
    return first.lead.startswith(("，", ",")) and all(t.lead.startswith(("、", "(")) for t in others)


def _below(paragraphs: Sequence[Paragraph], position: int) -> Iterator[tuple[list[Token], list[list[Token]]]]:
    """Members in the items of the list below a paragraph that announces it."""
    own = paragraphs[position]
    if not own.tokens or not _ANNOUNCES.search(own.text) or position + 1 >= len(paragraphs):
        return
    number = paragraphs[position + 1].list_number
    items: list[list[Token]] = []
    for below in paragraphs[position + 1 : position + 2 + _MOST]:
        if not number or below.list_number != number:
            break
        first = below.tokens[0].sentence if below.tokens else -1
        items.append([t for t in below.tokens if t.sentence == first and not t.depth])
    last = own.tokens[-1].sentence
    yield [t for t in own.tokens if t.sentence == last and not t.depth], items


def _measured(tokens: Sequence[Token]) -> dict[Measure, Token]:
    """The figures by measure: unit and role, and the place among those alike."""
    found: dict[Measure, Token] = {}
    for token in tokens:
        if token.unit.kind not in ("yuan", "count") or token.role not in _ROLES or token.approximate:
            continue
        name = token.unit.name if token.unit.kind == "yuan" else token.unit.word
        at = sum(1 for known in found if known[:2] == (name, token.role))
        found[name, token.role, at] = token
    return found


def _added(head: Sequence[Token], segments: Sequence[Sequence[Token]]) -> Iterator[Proposal]:
    """The sums over every measure, where one of them at least holds."""
    if not 2 <= len(segments) <= _MOST or not head:
        return
    whole, members = _measured(head), [_measured(segment) for segment in segments]
    made: list[Relation] = []
    stages: dict[int, bool] = {}
    for measure, total in whole.items():
        alike = {sum(1 for known in member if known[:2] == measure[:2]) for member in (whole, *members)}
        parts = [member.get(measure) for member in members]
        told = [part for part in parts if part is not None]
        if len(told) == len(parts) and len(alike) == 1 and total.number:
            made.append(relation("sum", "sum", total, [(part, "part") for part in told], role="total"))
            stages[total.index] = of_one_stage([total, *told])
    holding = [one for one in made if decide(one).holds]
    if not holding or len(made) < 2:
        return
    counted = any(one.stated.unit.kind == "count" for one in holding)
    shared = any(_SHARED.search(token.lead) for token in (*head, *segments[0]))
    for one in made:
        exact = one.stated.unit.kind == "count" and not shared
        bare = counted and all(_BARE.match(member[-1].lead) for member in segments)
        close = near_miss(one) or (stages[one.stated.index] and (bare or nearly(one)))
        yield Proposal((one,), asserted=exact or (close and not _makes_another(one, head)))


def _makes_another(made: Relation, head: Sequence[Token]) -> bool:
    """年初预算A，调整为B: whether the members make another amount of the whole than the one missed."""
    return any(
        token.unit.kind == made.stated.unit.kind
        and token.index != made.stated.index
        and decide(replace(made, stated=token.build())).holds
        for token in head
    )
