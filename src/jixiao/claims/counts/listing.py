"""Numbered lists and the number of items that the words before them state."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.outline import Node, outline
from jixiao.claims.reading.tokens import Token
from jixiao.core.numbering import Mark

_ANNOUNCES = re.compile(r"(?:如下|以下|下列)[^。]{0,20}[:：。]?\s*$|[:：]\s*$")
_SHORT = 24
_COLUMNS = 2
_WORDS = ("个", "项", "家", "类", "条", "大", "种", "方面", "名")
_ALL = re.compile(r"(?:共|共计|合计|总计|总数|总共|以下|下列|如下)\S{0,3}$")


@dataclass(frozen=True, slots=True)
class Listing:
    """A numbered list: how many items it has, its last number, and the numbers that may state this.

    ``named`` is the one that most likely does: the only one, or the one told with 共; ``sure`` when the words
    also say what the list is of.
    """

    count: int
    last: int
    tokens: tuple[Token, ...]
    named: Token | None
    sure: bool


def listings(reading: Reading) -> Iterator[Listing]:
    """Every numbered list of at least two items that an announcing paragraph with a number opens."""
    nodes = outline(reading)
    for position, node in enumerate(nodes[:-1]):
        first = nodes[position + 1]
        if first.mark is None or first.mark.value != 1 or first.mark.style in ("part", "ordinal"):
            continue
        if node.mark is not None and node.mark.style == first.mark.style:
            continue
        if not _ANNOUNCES.search(node.text):
            yield from _under(nodes, position)
            continue
        tokens = _stating(nodes, position)
        if not tokens:
            continue
        items, last = _items(nodes, position + 1)
        count = len(items)
        if count < 2:
            continue
        alls = [token for token in tokens if _ALL.search(node_text(nodes, position, token)[: token.start])]
        named = tokens[0] if len(tokens) == 1 else alls[0] if len(alls) == 1 else None
        sure = named is not None and (bool(alls) or _is_about(nodes, position, named))
        yield Listing(count, last, tuple(tokens), named, sure)


def _under(nodes: list[Node], position: int) -> Iterator[Listing]:
    """A numbered line with one count that its own items follow: 3.年中追加项目共3个，… (1)…项目."""
    node, first = nodes[position], nodes[position + 1]
    tokens = _counts(node)
    if node.mark is None or first.level <= node.level or len(tokens) != 1:
        return
    told = tokens[0]
    things = set(
        _THINGS.findall(node.text[max(0, told.start - 8) : told.start] + node.text[told.end : told.end + 8])
    )
    if not things or not any(thing in first.text for thing in things):
        return
    items, last = _items(nodes, position + 1)
    if len(items) > 1:
        sure = _ALL.search(node.text[: told.start]) is not None or _makes_up(node, items)
        yield Listing(len(items), last, tuple(tokens), told, sure)


def _makes_up(node: Node, items: list[Node]) -> bool:
    """Whether the first amounts of the items, or the second ones, add up to one of the line above."""
    amounts = [
        [t.number * t.unit.scale for t in item.paragraph.tokens if t.unit.kind == "yuan"] for item in items
    ]
    heads = {t.number * t.unit.scale for t in node.paragraph.tokens if t.unit.kind == "yuan" and t.number}
    return any(
        all(len(own) > place for own in amounts) and sum(own[place] for own in amounts) in heads
        for place in range(_COLUMNS)
    )


_THINGS = re.compile(r"项目|问题|单位|方面|措施|任务|股室|科室|职能|职责|情况|工作|指标|建议")


def _is_about(nodes: list[Node], position: int, token: Token) -> bool:
    """Whether the announcement's last words name what the number counts: 项目28个……项目具体支出情况如下."""
    text = node_text(nodes, position, token)
    counted = set(
        _THINGS.findall(text[max(0, token.start - 8) : token.start] + text[token.end : token.end + 8])
    )
    announced = set(_THINGS.findall(re.split(r"[。；;，,]", nodes[position].text.rstrip("：:。 "))[-1]))
    return bool(counted & announced)


def node_text(nodes: list[Node], position: int, token: Token) -> str:
    """The text that a token of the announcement stands in."""
    return next(
        node.text for node in (nodes[position], nodes[position - 1]) if node.paragraph.block is token.block
    )


def _stating(nodes: list[Node], position: int) -> list[Token]:
    """Counts in the announcement, or in the paragraph before where the announcement is only a short line."""
    node = nodes[position]
    found = _counts(node)
    if not found and position and len(node.text.strip()) <= _SHORT:
        found = _counts(nodes[position - 1])
    return found


def _counts(node: Node) -> list[Token]:
    tokens = [
        token
        for token in node.paragraph.tokens
        if token.unit.kind == "count" and token.unit.word in _WORDS and token.number == int(token.number)
    ]
    return [token for token in tokens if token.number > Decimal(1) and not token.approximate]


def _outer(other: Mark, own: Mark) -> bool:
    """Whether a mark goes on with a numbering that usually stands outside (三、 after （2））."""
    return other.value > 1 and other.level < own.level


def _items(nodes: list[Node], start: int) -> tuple[list[Node], int]:
    """The items of a list, and its last number.

    An item whose mark runs into its text (23.50万元…, item 23 about 50万元…) is known by the number expected.
    """
    mark = nodes[start].mark
    if mark is None:
        return [], 0
    level, items, last = nodes[start].level, [nodes[start]], 1
    for node in nodes[start + 1 :]:
        if node.mark is None or node.mark.style != mark.style:
            if node.mark is not None and (node.level < level or _outer(node.mark, mark)):
                break
            if re.match(rf"\s*[(（]?{last + 1}[.．、)）]", node.text):
                items.append(node)
                last += 1
            continue
        if node.level != level or (node.mark.value == 1 and last > 1):
            break
        items.append(node)
        last = max(last, node.mark.value)
    return items, last
