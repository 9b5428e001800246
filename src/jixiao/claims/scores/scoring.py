"""Scores and weights told in lines: 产出指标（分值50分，得50分，未扣分）, （二）预算编制管理情况，得分12分.

An entry is one line of an appraisal: a section, an indicator, or the total. Entries nest as the outline does.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.outline import Node, outline
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.adding import all_added
from jixiao.claims.scores.graded_totals import graded_points, is_graded
from jixiao.claims.scores.items import item_of
from jixiao.claims.scores.scored import Scored, scored

_NONE_DEDUCTED = re.compile(r"[未不没无](?:有)?扣分|[未无]扣减")
_TOTAL = re.compile(
    r"总分|总得分|综合得分|综合评分|综合评价|自评得?分|自查得?分|自评成绩|原始得?分|累计得分|自评为|考核得分|评价得?分|绩效得分|绩效评分|评分结果|最终得分|最终评分|"
    r"合计得分|得分合计|共计得分|总评|总体得分|自评结果|整体(?:支出)?(?:绩效)?(?:自评)?得分|各项合计"
)
_EVALUATED = re.compile(r"(?:自评|自查|评价|考核|成绩|打分|分数|共得|计得|总计|合计|共计)(?:为|是|:)?\s?$")
_PART = re.compile(
    r"(?:指标|率|性|度|管理|情况|产出|效[益果]|投入|过程|决策|质量|数量|时效|成本|目标|资金|预算)$"
)
"""What the name of a section or an indicator ends with."""
_WHOLE = Decimal(60)
"""From here on points are those of a total even where the words before look like a section."""
_TWO = 2
_CONVERTED = re.compile(r"换算|折算|折合|百分制")
_TITLE = 30
"""Characters of a title at most."""
_STOPS = re.compile(r"[。；;，,：:]")
_OPEN_ENDS = (";", "；", ",", "，", ":", "：")


@dataclass(slots=True)
class Entry:
    """One line of an appraisal."""

    node: Node
    full: Token | None = None
    score: Token | None = None
    deducted: Token | None = None
    full_marks: bool = False
    """The line says that nothing was deducted."""
    is_total: bool = False
    has_bonus: bool = False
    """Points are given on top, or some of its full mark does not apply."""
    has_each: bool = False
    """Its full mark is told by what each of its things has (5项，每项5分)."""

    @property
    def is_part(self) -> bool:
        """Whether it can be a part of a section or total."""
        return not self.is_total and (
            self.full is not None or self.score is not None or self.deducted is not None
        )


@dataclass(slots=True)
class Appraisal:
    """All entries of a document with its outline; ``by_position`` finds the entry of a node."""

    nodes: list[Node]
    entries: list[Entry]
    by_position: dict[int, Entry]

    @property
    def is_of_one(self) -> bool:
        """Whether the totals of the text are of one thing: it tells one, or two of which one may be wrong."""
        totals = {entry.score.number for entry in self.entries if entry.is_total and entry.score is not None}
        return len(totals) <= _TWO


@once
def appraisal(reading: Reading) -> Appraisal:
    """Read every line that tells a weight, a score or a deduction."""
    nodes = outline(reading)
    entries: list[Entry] = []
    for node in nodes:
        entry = _entry(node) if "分" in node.text else None
        if entry is None:
            continue
        before = nodes[node.position - 1] if node.position else None
        told = bool(entries) and before is not None and entries[-1].node is before
        if before is not None and not told and entry.is_part and _goes_on(before, node):
            entry.node = before
        entries.append(entry)
    entries = _with_titles(nodes, entries)
    return Appraisal(nodes, entries, {entry.node.position: entry for entry in entries})


def _with_titles(nodes: list[Node], entries: list[Entry]) -> list[Entry]:
    """Put the one score below a title with a weight to the title: （二）产出（50分） / 完成较好，得49分。."""
    titles = {entry.node.position: entry for entry in entries}
    told: dict[int, list[Entry]] = {}
    title: Entry | None = None
    for node in nodes:
        if node.mark is not None:
            title = titles.get(node.position)
        elif title is not None and (entry := titles.get(node.position)) is not None:
            told.setdefault(title.node.position, []).append(entry)
    left = entries
    for position, below in told.items():
        title = titles[position]
        if title.full is None or title.score is not None or title.full.number >= _WHOLE:
            continue
        own = [
            one for one in below if one.score is None or one.score.number < _WHOLE
        ]  # no total below the last
        score = own[0].score if len(own) == 1 and own[0].full is None else None
        if score is not None and score.number <= title.full.number:
            title.score, title.deducted = score, own[0].deducted
            left = [entry for entry in left if entry is not own[0]]
    return left


def _goes_on(item: Node, node: Node) -> bool:
    """Whether a line without a number is about the numbered one above: a title, or broken behind a clause."""
    if item.mark is None or node.mark is not None:
        return False
    text = item.text.rstrip()
    return text.endswith(_OPEN_ENDS) or (len(text) <= _TITLE and not _STOPS.search(text))


def _is_above(node: Node, level: int) -> bool:
    """Whether a line ends what stands at a level or below; 一是 within a paragraph ends nothing."""
    return node.mark is not None and node.mark.style != "ordinal" and node.level < level


def _entry(node: Node) -> Entry | None:
    """The first thing that a line tells points of, if the line is about it."""
    found = [one for one in scored(node.paragraph) if not _is_converted(node.text, one.first)]
    if len(found) > 1 and (item := item_of(node.paragraph)) is not None:
        return Entry(node, full=item.full, score=item.score)
    if not found or (len(found) > 1 and not _leads(node, found)):
        return None
    one = found[0]
    entry = Entry(
        node,
        full=one.get("full"),
        score=one.get("score"),
        deducted=one.get("deducted"),
        full_marks=bool(_NONE_DEDUCTED.search(node.text)),
        has_bonus=one.get("bonus") is not None or one.get("left_out") is not None,
        has_each=one.get("each") is not None,
    )
    if entry.full is None and entry.score is None and one.first.depth:
        entry.full = one.get("bare")  # 产出指标（50分）
    if not one.figures.keys() - {"bare"} and one.is_total and _EVALUATED.search(one.lead):
        entry.score = one.get("bare")  # 经自评计分，本部门共计90.5分
    if (given := graded_points(node.text, one)) is not None:
        entry.score, entry.full, entry.is_total = given, None, True
        return entry
    entry.is_total = _is_total(one, entry.score) or (node.mark is None and is_graded(node.text, one))
    if entry.full is None and entry.score is None and entry.deducted is None:
        return None
    return entry if entry.is_total or _is_line(node, entry) else None


def _leads(node: Node, found: list[Scored]) -> bool:
    """Whether the first of several things heads the line: the rest is in brackets or another sentence."""
    between = node.text[found[0].end : found[1].first.start]
    return "。" in between or found[1].depth > 0 or re.search(r"其中|包括", between) is not None


def _is_total(one: Scored, score: Token | None) -> bool:
    full = one.get("full")
    if score is None and full is not None and all_added(one.lead):
        return True  # 以上四项分值合计100分
    if score is None or (full is not None and full.number != HUNDRED):
        return False
    if score.number >= _WHOLE and _EVALUATED.search(one.lead):
        return not score.depth
    if _TOTAL.search(one.lead):
        return not score.depth and (score.number >= _WHOLE or not _PART.search(one.name))
    return one.is_total and not one.name


def _is_line(node: Node, entry: Entry) -> bool:
    """A line about one thing: its figures stand in its first sentence, or it ends with them."""
    tokens = [token for token in (entry.full, entry.score, entry.deducted) if token is not None]
    start = min(token.start for token in tokens)
    end = max(token.end for token in tokens)
    text = node.text
    first = "。" not in text[:start].rstrip("。") or start < 60
    return first or len(text.rstrip("。 ")) - end <= 12


def _is_converted(text: str, token: Token) -> bool:
    return bool(_CONVERTED.search(text[max(0, token.start - 10) : token.start]))


def children(appraisal: Appraisal, entry: Entry) -> tuple[list[Entry], bool]:
    """The entries directly under one, and whether they are a complete numbered list."""
    nodes = appraisal.nodes
    level = entry.node.level
    span: list[Node] = []
    for node in islice(nodes, entry.node.position + 1, None):
        if _is_above(node, level + 1):
            break
        span.append(node)
    own = level if entry.node.mark is not None else level - 1
    found = _group(appraisal, span, own) if entry.node.mark is not None else ([], False)
    if not found[0] and entry.is_total:
        found = _following(appraisal, entry)
        if not found[0]:
            found = _preceding(appraisal, entry)
    return found


def _group(appraisal: Appraisal, span: list[Node], above: int) -> tuple[list[Entry], bool]:
    """The entries of the least depth in a stretch of the outline."""
    parts = [e for node in span if (e := appraisal.by_position.get(node.position)) is not None and e.is_part]
    if not parts:
        return [], False
    level = min(part.node.level for part in parts)
    made = [part for part in parts if part.node.level == level]
    if level <= above:
        return [], False
    values = [node.mark.value for node in span if node.mark is not None and node.level == level]
    complete = values == list(range(1, len(made) + 1))
    if len(made) == 1 and made[0].node.mark is None:
        complete = not values
    return made, complete


def _following(appraisal: Appraisal, entry: Entry) -> tuple[list[Entry], bool]:
    """The list that a total announces: it starts with the first scored line after it."""
    nodes = appraisal.nodes
    start = entry.node.position + 1
    while start < len(nodes):
        other = appraisal.by_position.get(start)
        if other is not None:
            if other.is_total or not other.is_part:
                return [], False
            break
        if start - entry.node.position > 12:
            return [], False
        start += 1
    if start >= len(nodes) or nodes[start].mark is None:
        return [], False
    level = nodes[start].level
    span = [nodes[start]]
    for node in islice(nodes, start + 1, None):
        if _is_above(node, level):
            break
        span.append(node)
    return _group(appraisal, span, level - 1)


def _preceding(appraisal: Appraisal, entry: Entry) -> tuple[list[Entry], bool]:
    """The list that a total closes."""
    nodes = appraisal.nodes
    closes = re.search(r"以上|综上|上述|合计|共计|总计", entry.node.text) is not None
    if not closes and not re.search(r"综合|总得?分|最终", entry.node.text):
        return [], False
    best: list[Node] = []
    level: int | None = None
    for node in map(nodes.__getitem__, range(entry.node.position - 1, -1, -1)):
        other = appraisal.by_position.get(node.position)
        if other is not None and other.is_total:
            break
        if other is not None and node.mark is not None and (level is None or node.level < level):
            level = node.level
        if level is not None and node.mark is not None and node.level < level:
            break
        best.append(node)
        if level is not None and node.mark is not None and node.level == level and node.mark.value == 1:
            above = _parent(appraisal, node)
            if above is None:
                break
            level = above.node.level
    parts, complete = _group(appraisal, best[::-1], -1) if level is not None else ([], False)
    fulls = [part.full for part in parts if part.full is not None]
    if closes or (len(fulls) == len(parts) and added(fulls) == HUNDRED):
        return parts, complete
    return [], False


def _parent(appraisal: Appraisal, child: Node) -> Entry | None:
    for node in map(appraisal.nodes.__getitem__, range(child.position - 1, -1, -1)):
        if node.mark is not None and node.level < child.level:
            entry = appraisal.by_position.get(node.position)
            return entry if entry is not None and entry.is_part else None
    return None


def leaves(appraisal: Appraisal, entry: Entry) -> list[Entry]:
    """The entries under one that have none under themselves."""
    direct, _ = children(appraisal, entry)
    made: list[Entry] = []
    for child in direct:
        below = leaves(appraisal, child) if child.node.mark is not None else []
        made.extend(below or [child])
    return made


def added(tokens: list[Token]) -> Decimal:
    """The sum of the figures."""
    return sum((token.number for token in tokens), Decimal(0))
