"""Multiples of what words name: 甲是乙的6.04倍; means over times counted in words: 三年累计A，年均B.

So is 分两次拨付，每次B. What is a multiple of what must be named; times must be counted in the same sentence.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Operand, Relation

KIND = "ratio"
_OF = re.compile(
    r"(?:^|[，,。；;、])\s*(?P<one>[\u4e00-\u9fff“”\"]{0,14}?)(?:约|已|正好|大约)?(?:是|为|相当于|达到?|约为)"
    r"(?P<other>[\u4e00-\u9fff“”\"]{2,14})的(?:约|近)?\s*$"
)
_MEAN = re.compile(
    r"(?:(?P<even>年|次|批|期)均|平均每(?P<each>年|次|批|期)|每(?P<one>年|次|批|期)(?:平均)?)"
    r"(?:约|为|是|达到?|拨付|支付|支出|投入|发放|安排)*\s*$"
)
_TIMES = re.compile(r"(?<![十第\d])(?P<count>[两二三四五六七八九十])个?(?P<thing>年|次|批|期)(?!度|级)")
_ALL = re.compile(r"累计|合计|共计|总计|共|总")
_NUMERALS = "二三四五六七八九十"
_REACH, _MOST_AWAY = 16, 40
"""Statements back in the paragraph, and in the whole text, to what a multiple is of."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per multiple or mean whose figures the words name."""
    for paragraph in reading.paragraphs:
        if "倍" in paragraph.text:
            for position, statement in enumerate(paragraph.statements):
                for token in statement.roles.values():
                    if token.unit.word == "倍" and (made := _multiple(reading, paragraph, position, token)):
                        yield Proposal((made,))
        for before, token in zip(paragraph.tokens, paragraph.tokens[1:], strict=False):
            mean = _MEAN.search(token.lead) if token.unit.kind in ("yuan", "count") else None
            if mean is not None and before.unit.kind == token.unit.kind and before.number:
                yield from _over_times(paragraph, before, token, mean["even"] or mean["each"] or mean["one"])


def _multiple(reading: Reading, paragraph: Paragraph, position: int, token: Token) -> Relation | None:
    """A over B, both by their names; where nothing is named before, of what is compared in its sentence."""
    words = _OF.search(token.lead)
    if words is None:
        return None
    own = paragraph.statements[position]
    if not words["one"]:
        told = _compared(paragraph.statements[max(position - _REACH, 0) : position], own, words["other"])
    else:
        near = reading.statements[max(own.index - _MOST_AWAY, 0) : own.index]
        told = _named(near, words["one"]), _named(near, words["other"])
    one, other = told
    if one is None or other is None or one.unit.kind != other.unit.kind or not other.number:
        return None
    return relation("ratio", "quotient", token, [(one, "part"), (other, "whole")], role="multiple")


def _named(near: Sequence[Statement], name: str) -> Token | None:
    """The last amount told under a name."""
    key = key_of(name)
    told = [(s.key, s.main) for s in near if key and s.main is not None and s.main.unit.word != "倍"]
    exact = [main for other, main in told if other == key] or [m for other, m in told if other.endswith(key)]
    return exact[-1] if exact else None


def _compared(near: Sequence[Statement], own: Statement, name: str) -> tuple[Token | None, Token | None]:
    """总收入A，比年初预算B多d，为年初预算的n倍: the amount and what the words before call so."""
    for at, statement in enumerate(near):
        if statement.sentence != own.sentence:
            continue
        for role in ("base", "plan", "initial"):
            other = statement.roles.get(role)
            if other is not None and name.strip("其") in other.lead:
                return statement.main or _named(near[:at], statement.label.removesuffix("比")), other
    return None, None


def _over_times(paragraph: Paragraph, before: Token, token: Token, thing: str) -> Iterator[Proposal]:
    """What falls on each of the times that its sentence counts in words."""
    if before.sentence != token.sentence or before.unit.word[-1:] != token.unit.word[-1:]:
        return
    begins = paragraph.text.rfind("。", 0, before.start) + 1
    counted = [m for m in _TIMES.finditer(paragraph.text, begins, token.start) if m["thing"] == thing]
    if not counted:
        return
    count = 2 + _NUMERALS.index(counted[-1]["count"].replace("两", "二"))
    operands = (Operand(before.build(), "part"),)
    made = Relation("ratio", "spread", token.build(), operands, constants=(Decimal(count),), role="mean")
    whole = counted[-1].end() <= before.start and _ALL.search(paragraph.text, counted[-1].end(), before.start)
    yield Proposal((made,), asserted=bool(whole))
