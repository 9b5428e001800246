"""Accounts told one by one below their total: each with what came in, went out and is left.

总收入A、总支出B，结余C. （1）某基金上年结余…，本年收入a，支出b，本年收支结余c: the words say which measure is
which, in whatever order an item tells them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_CLAUSE = re.compile(r"[，,。；;：:、(]")
_ENDING = r"(?:合计|总计|共计|总额|执行|完成|决算|预算|数|额|为|是|达|共|\s)*$"
_MEASURES = (
    ("left", re.compile(rf"(?:收支|当年|本年|当期|本期)?(?:结余|节余|结存|差额|盈余){_ENDING}")),
    ("in", re.compile(rf"收入(?:预算)?{_ENDING}")),
    ("out", re.compile(rf"支出(?:预算)?{_ENDING}")),
)
_OTHER_TIME = re.compile(r"上年|年初|期初|历年|滚存|累计结|年末|期末|年终")
_ABOVE = 3
"""Paragraphs above a list among which its totals stand."""
_LONGEST = 60


def of_accounts(reading: Reading) -> Iterator[Proposal]:
    """The totals of each measure that all items of a list and a paragraph above it tell."""
    lists: dict[int, list[Paragraph]] = defaultdict(list)
    for paragraph in reading.paragraphs:
        if paragraph.list_number and paragraph.tokens:
            lists[paragraph.list_number].append(paragraph)
    for items in lists.values():
        if not 2 <= len(items) <= _LONGEST:
            continue
        told = [_measures(item.tokens) for item in items]
        shared = set.intersection(*(set(one) for one in told))
        if len(shared) > 1:
            yield from _against(reading, items[0], {name: [one[name] for one in told] for name in shared})


def _against(reading: Reading, first: Paragraph, parts: dict[str, list[Token]]) -> Iterator[Proposal]:
    """The sums over the items that hold; an item may tell more than one income, so that none can fail."""
    for above in range(first.block.index - 1, first.block.index - 1 - _ABOVE, -1):
        own = reading.paragraph_of(above)
        if own is None or own.list_number or not own.tokens:
            continue
        totals = _measures(own.tokens)
        made = [_sum(totals[name], parts[name]) for name in sorted(parts.keys() & totals.keys())]
        if any(decide(one).holds for one in made):
            for one in made:
                yield Proposal((one,), asserted=False)
            return


def _measures(tokens: Sequence[Token]) -> dict[str, Token]:
    """The first amount of each measure, of this year."""
    found: dict[str, Token] = {}
    for token in tokens:
        words = _CLAUSE.split(token.lead)[-1]
        if token.unit.kind != "yuan" or token.approximate or _OTHER_TIME.search(words):
            continue
        for name, pattern in _MEASURES:
            if pattern.search(words):
                found.setdefault(name, token)
                break
    return found


def _sum(total: Token, parts: Sequence[Token]) -> Relation:
    return relation("sum", "sum", total, [(part, "part") for part in parts], role="total")
