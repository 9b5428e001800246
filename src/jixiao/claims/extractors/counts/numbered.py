"""Numbers of items that marks number beside them (三个方面：一是…；二是…) or above them (以上四项)."""

import re
from collections.abc import Iterator

from jixiao.claims.counts.inline_items import numbered_items
from jixiao.claims.counts.spelled import spelled
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.outline import Node, outline
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import against
from jixiao.claims.reading.tokens import Token
from jixiao.core.numbering import chinese_number
from jixiao.core.quantity import Quantity

KIND = "count"
_ABOVE = re.compile(
    r"^\s*(?:以上|上述|前述|这)(?P<n>\d{1,2}|[二三四五六七八九十两]{1,2})(?:个|项|类|条|家|点|方面)"
)
_SIDE_BY_SIDE = re.compile(
    r"[，,；;。]\s?(?:以上|上述|这)?(?P<n>[两二三四五六七八九]|\d)项(?P<thing>指标|满意度|工作|制度|经费|费用|支出|任务|举措)[^，,。；;\d]{0,4}?[均都]"
)
_NEXT = re.compile(r"^\s*[(（]?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})(?:是|[)）.、．]|为)")
_SHARED, _BELOW = 2, 3


def extract(reading: Reading) -> Iterator[Proposal]:
    """Every number of items, in a paragraph or of the list of paragraphs above it."""
    nodes = outline(reading)
    for at, node in enumerate(nodes):
        paragraph = node.paragraph
        for told in numbered_items(paragraph):
            stated = _stated(paragraph, told.start, told.end)
            if stated is not None:
                yield Proposal(
                    (against(KIND, stated, "=", told.items, role="count"),),
                    asserted=told.sure and not _goes_on(nodes, at, told.items),
                )
        above = _ABOVE.match(paragraph.text)
        if above is not None and chinese_number(above["n"]) == _items_above(nodes, at):
            yield from _told(paragraph, above)
        for beside in _SIDE_BY_SIDE.finditer(paragraph.text):
            if chinese_number(beside["n"].replace("两", "二")) == _like(paragraph, beside):
                yield from _told(paragraph, beside)


def _goes_on(nodes: list[Node], at: int, items: int) -> bool:
    """Whether a paragraph below goes on with the next item: 二是…。/三是…."""
    for node in nodes[at + 1 : at + 1 + _BELOW]:
        found = _NEXT.match(node.text)
        if found is not None and chinese_number(found["n"]) == items + 1:
            return True
    return False


def _told(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Proposal]:
    stated = _stated(paragraph, *found.span("n"))
    number = chinese_number(found["n"])
    if stated is not None and number is not None:
        yield Proposal((against(KIND, stated, "=", number, role="count"),), asserted=False)


def _stated(paragraph: Paragraph, start: int, end: int) -> Token | Quantity | None:
    token = next((token for token in paragraph.tokens if token.start == start), None)
    if token is not None or paragraph.text[start:end].isdigit():
        return token
    return spelled(paragraph, start, end)


def _items_above(nodes: list[Node], at: int) -> int:
    """The last number of the list whose last item stands right above, what belongs to it left out."""
    for node in reversed(nodes[max(at - 4, 0) : at]):
        if node.mark is not None:
            return node.mark.value
    return 0


def _like(paragraph: Paragraph, found: re.Match[str]) -> int:
    """How many figures of one unit, with names that end alike, stand before in the sentence."""
    begin = paragraph.text.rfind("。", 0, found.start()) + 1
    told = [token for token in paragraph.tokens if begin <= token.start < found.start()]
    ends = [re.split(r"[，,；;、:：]", token.lead)[-1].rstrip("为是达到共")[-_SHARED:] for token in told]
    return max((ends.count(end) for end in set(ends) if len(end) == _SHARED), default=0)
