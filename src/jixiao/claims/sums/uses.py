"""Money and what it was used for, in one sentence.

使用资金A，用于甲B、乙C; 用于甲B、乙C，共计A: the list must fill the sentence to its end.
Words that share money out (分别用于, 分配如下, 项目为, 共计) say that nothing is left out; behind 用于 alone
only a slip of the pen in one figure tells that the list is wrong, or that it makes more than there was.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.added import NAMED_ADDITION
from jixiao.claims.sums.some import leaves_others
from jixiao.core.claim import Relation, decide
from jixiao.core.slips import slip

_USED = re.compile(r"使用|支出|列支|安排|拨付|投入|分配|用途|用于")
_OPENS = re.compile(
    r"^[，,:]?\s*(?:具体|全部)?(?P<word>分别用于|分配如下|去向(?:为|是)|分别为"
    r"|(?:支出|使用)?(?:用途|方向|项目)(?:安排)?[为是:：]|项目安排[为是:：]|用于|投向)"
)
_SHARES_OUT = ("分别用于", "分配如下", "分别为", "用途", "方向", "项目")
_MORE = re.compile(r"主要|重点|其中|等|加上|再加|连同|另加")
_JOINED = re.compile(r"^[)]?\s*[、]")
_IN_ALL = re.compile(
    r"^[)]?\s*[，,]\s*(?:(?:上述|以上|各项)?[^，,。；\d]{0,10}(?:共计|合计|总计|总额)"
    r"|以上[^，,。；\d]{0,14}[，,]\s*(?:合计|共计|总计|共))(?:为|达)?$"
)
_CLOSED = re.compile(r"[，,]\s*(?:共|合计|总)|以上")
_END = re.compile(r"[)]?\s*(?:[。；;]|$)")
_FEWEST = 2
_HALF_MORE = Decimal("1.5")
"""Uses that make still more are of something else: chosen from lists that were read."""


def of_uses(reading: Reading) -> Iterator[Proposal]:
    """One proposal per sentence that is such a list."""
    for paragraph in reading.paragraphs:
        if _USED.search(paragraph.text) or _CLOSED.search(paragraph.text):
            for tokens in _sentences(paragraph):
                yield from _of_sentence(paragraph, tokens)


def _sentences(paragraph: Paragraph) -> Iterator[list[Token]]:
    sentences: dict[int, list[Token]] = {}
    for token in paragraph.tokens:
        sentences.setdefault(token.sentence, []).append(token)
    for tokens in sentences.values():
        alike = all(t.unit.kind == "yuan" and not t.approximate for t in tokens)
        if alike and len(tokens) > _FEWEST and _END.match(paragraph.text, tokens[-1].end):
            yield tokens


def _of_sentence(paragraph: Paragraph, tokens: Sequence[Token]) -> Iterator[Proposal]:
    text = paragraph.text[tokens[0].start - len(tokens[0].lead) : tokens[-1].end]
    if _MORE.search(text) or NAMED_ADDITION.search(tokens[0].lead):
        return
    opened = _OPENS.search(tokens[1].lead) if _USED.search(text) else None
    if opened is not None and all(_JOINED.search(token.lead) for token in tokens[2:]):
        yield _proposal(tokens[0], tokens[1:], sure=any(word in opened["word"] for word in _SHARES_OUT))
    closes = _IN_ALL.search(tokens[-1].lead) is not None and not leaves_others(tokens[-1], tokens[:-1])
    if closes and all(_JOINED.search(token.lead) for token in tokens[1:-1]):
        yield _proposal(tokens[-1], tokens[:-1], sure=True)


def _proposal(total: Token, parts: Sequence[Token], *, sure: bool) -> Proposal:
    made = relation("sum", "sum", total, [(part, "part") for part in parts], role="total")
    return Proposal((made,), asserted=sure or slip(made) is not None or _is_more(made))


def _is_more(made: Relation) -> bool:
    """Whether the uses make more than there was, though no more than half as much again."""
    decision = decide(made)
    if decision.holds or decision.computed is None:
        return False
    return made.stated.value < decision.computed < made.stated.value * _HALF_MORE
