"""下达资金A，已支付B，尚未支付C; 总投资A，已到位B，缺口C: what was done of an amount and what was not.

The two leave nothing of it out, so that one is what the other leaves. Where more amounts follow in the
sentence (收回, 调整), or what was left before is told, some of it may have gone another way.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.naming import names_of
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_WHOLE = re.compile(r"下达|安排|到位|拨付|收到|收回|筹集|投资|合同|资金|总额|总价|应付|应收|补助|贷款")
_NO_WHOLE = re.compile(r"其中|比|较|上年|去年|已|未|结转|结余|计划|每")
_VERBS = r"支付|拨付|使用|支出|兑付|发放|到位|完成|下达|缴纳|缴入|收回|报账|投入|安排|分配"
_DONE = re.compile(
    rf"^(?:截至目前|目前|现|当前|实际|累计)*已经?(?:累计|统筹|实际)?(?P<verb>{_VERBS})(?:资金|金额|使用|款)?(?:共|为|计|:)?$"
)
_LEFT = re.compile(
    rf"^(?:(?:其余|仍|还|尚)*有?(?:未|待|没有)(?:{_VERBS})|(?:目前)?(?:尚|仍|还)?(?:剩余|余|欠|差|结余)|(?:资金|投资)?缺口)"
    r"(?:资金|金额|款)?(?:共|为|计|有|:)?$"
)
_BROUGHT = re.compile(r"(?:上年|年初|期初|历年|往年|以前年度)[^，,。；;]{0,6}(?:结[余转存]|余额)|滚存")
_TELLS = re.compile(r"已")
_TRIPLE = 3


def of_paid_and_unpaid(reading: Reading) -> Iterator[Relation]:
    """What is left of each such amount, as a difference."""
    for paragraph in reading.paragraphs:
        text = paragraph.text
        if len(paragraph.tokens) < _TRIPLE or not _TELLS.search(text) or _BROUGHT.search(text):
            continue
        yield from _of_paragraph(paragraph)


def _of_paragraph(paragraph: Paragraph) -> Iterator[Relation]:
    told = [
        (token, name)
        for token, name in zip(paragraph.tokens, names_of(paragraph), strict=True)
        if token.unit.kind == "yuan"
    ]
    for at in range(len(told) - _TRIPLE + 1):
        tokens = [token for token, _ in told[at : at + _TRIPLE]]
        whole, done, left = (name for _, name in told[at : at + _TRIPLE])
        if not _are_together(tokens) or not _DONE.match(done) or not _LEFT.match(left):
            continue
        if _WHOLE.search(whole) is None or _NO_WHOLE.search(whole) is not None:
            continue
        follows = at + _TRIPLE < len(told) and told[at + _TRIPLE][0].sentence == tokens[0].sentence
        if not follows:
            operands = [(tokens[0], "whole"), (tokens[1], "done")]
            yield relation("difference", "difference", tokens[2], operands)


def _are_together(tokens: Sequence[Token]) -> bool:
    one = {(token.sentence, token.depth, token.approximate) for token in tokens}
    return len(one) == 1 and not tokens[0].approximate
