"""Scores and weights told in lines: 产出指标（分值50分，得50分，未扣分）, （二）预算编制管理情况，得分12分.

An entry is one line of an appraisal: a section, an indicator, or the total. Entries nest as the outline does.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.outline import Node, outline
from jixiao.claims.reading.tokens import Token

_NUMBER = r"(?P<n>\d+(?:\.\d+)?)"
_IS = r"(?:为|是|共|计|:|\s|“)*"
_FULL = re.compile(
    rf"(?:分值|满分|权重|标准分|配分|基准分|应得分){_IS}{_NUMBER}(?![\d.]*\s?%)"
    rf"|^[^，。;:]{{2,30}}?\((?:共|计)?(?P<bracket>\d+(?:\.\d+)?)\s?分[),，]"
)
_SCORE = re.compile(
    rf"(?:得分|评分)(?:结果|情况|合计|共计)?{_IS}{_NUMBER}(?!\d*\s?[%个项-])"
    rf"|(?:(?<![获取所])得|自评|实得|总分|总评|总得分){_IS}(?P<bare>\d+(?:\.\d+)?)\s?分(?![-以之钟])"
)
_DEDUCTED = re.compile(rf"(?:扣分|扣减|扣除|失分|扣){_IS}{_NUMBER}\s?分")
_NONE_DEDUCTED = re.compile(r"[未不没无](?:有)?扣分|[未无]扣减")
_TOTAL = re.compile(
    r"总分|总得分|综合得分|综合评分|综合评价|自评得分|考核得分|评价得分|绩效得分|绩效评分|评分结果|最终得分|最终评分|合计得分|得分合计|"
    r"共计得分|总评|总体得分|整体(?:支出)?(?:绩效)?(?:自评)?得分|各项合计"
)
_HEAD = re.compile(r"^[^，,。;:()]{2,30}\([^()]*\d\s?分[^()]*\)")
_CONVERTED = re.compile(r"换算|折算|折合|百分制")


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


def appraisal(reading: Reading) -> Appraisal:
    """Read every line that tells a weight, a score or a deduction."""
    nodes = outline(reading)
    entries = [entry for node in nodes if "分" in node.text and (entry := _entry(node)) is not None]
    return Appraisal(nodes, entries, {entry.node.position: entry for entry in entries})


def _entry(node: Node) -> Entry | None:
    text = node.text
    tokens = {token.start: token for token in node.paragraph.tokens if token.unit.kind in ("score", "number")}
    if not tokens:
        return None
    shift = len(text) - len(node.body)
    head = _HEAD.match(node.body)
    if head is not None:  # what follows the bracket of a heading is not the heading's
        tokens = {start: token for start, token in tokens.items() if start < shift + head.end()}
    fulls = _found(_FULL, node.body, shift, tokens)
    scores = [token for token in _found(_SCORE, text, 0, tokens) if not _is_converted(text, token)]
    deducted = _found(_DEDUCTED, text, 0, tokens)
    if len(fulls) > 1 or len(deducted) > 1 or not (fulls or scores or deducted):
        return None
    entry = Entry(
        node,
        full=fulls[0] if fulls else None,
        score=scores[0] if scores else None,
        deducted=deducted[0] if deducted else None,
        full_marks=bool(_NONE_DEDUCTED.search(text)),
    )
    if len(scores) > 1 and entry.full is not None:
        return None
    whole = entry.full is None or entry.full.number == 100
    entry.is_total = entry.score is not None and whole and bool(_TOTAL.search(text))
    return entry if entry.is_total or _is_line(node, entry) else None


def _is_line(node: Node, entry: Entry) -> bool:
    """A line about one thing: its figures stand in its first sentence, or it ends with them."""
    tokens = [token for token in (entry.full, entry.score, entry.deducted) if token is not None]
    start = min(token.start for token in tokens)
    end = max(token.end for token in tokens)
    text = node.text
    first = "。" not in text[:start].rstrip("。") or start < 60
    return first or len(text.rstrip("。 ")) - end <= 12


def _found(pattern: re.Pattern[str], text: str, shift: int, tokens: dict[int, Token]) -> list[Token]:
    made: dict[int, Token] = {}
    for match in pattern.finditer(text):
        start = next(
            match.start(name)
            for name in ("n", "bracket", "bare")
            if name in pattern.groupindex and match[name]
        )
        token = tokens.get(start + shift)
        if token is not None and not token.approximate:
            made[token.start] = token
    return list(made.values())


def _is_converted(text: str, token: Token) -> bool:
    return bool(_CONVERTED.search(text[max(0, token.start - 10) : token.start]))


def children(appraisal: Appraisal, entry: Entry) -> tuple[list[Entry], bool]:
    """The entries directly under one, and whether they are a complete numbered list."""
    nodes = appraisal.nodes
    level = entry.node.level
    span: list[Node] = []
    for node in islice(nodes, entry.node.position + 1, None):
        if node.mark is not None and node.level <= level:
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
        if node.mark is not None and node.level < level:
            break
        span.append(node)
    return _group(appraisal, span, level - 1)


def _preceding(appraisal: Appraisal, entry: Entry) -> tuple[list[Entry], bool]:
    """The list that a total closes."""
    nodes = appraisal.nodes
    if not re.search(r"以上|综上|上述|合计|共计|总计", entry.node.text):
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
    return _group(appraisal, best[::-1], -1) if level is not None else ([], False)


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
