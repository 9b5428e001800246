"""Net changes of what came and what went: 新增A人，退出B人，净减少C人; 减少5人（退休8人，新招录3人）.

The words say of every figure whether it came or went, so that the net change must be their difference.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_NET = re.compile(
    r"净(?:(?P<up>增加|增长|新增|流入|增)|(?P<down>减少|下降|流出|减))了?(?:额|数)?(?:为|:)?\s*$"
)
_CAME = re.compile(
    r"(?:新增|增加|新建|购置|购入|新购|调入|转入|划入|新招录?|招录|招聘|录用|引进|新进|纳入|入库|认定)[^，,。；;：:、()\d]{0,6}$"
)
_WENT = re.compile(
    r"(?:退出|退休|减少|报废|处置|调出|调离|转出|划出|注销|核销|清退|辞职|离职|死亡|核减|拆除|出库|销号)[^，,。；;：:、()\d]{0,6}$"
)
_MOVES = re.compile(r"(?:(?P<up>增加|新增|增)|(?P<down>减少|减))了?\s*$")
_PAUSE = re.compile(r"[，,、。；;：:()]")
_CLOSES = re.compile(r"[^()，,、。；;：:\d]{0,4}\)")
_PAIR, _MOST = 2, 5
"""A rise and a fall; changes of a bracket at most."""


def of_net_changes(reading: Reading) -> Iterator[Relation]:
    """Each net change told behind its two figures, or before a bracket that tells all that came and went."""
    for paragraph in reading.paragraphs:
        if "净" not in paragraph.text and ("(" not in paragraph.text or len(paragraph.tokens) <= _PAIR):
            continue
        for at, token in enumerate(paragraph.tokens):
            if token.approximate or not token.number:
                continue
            net = _NET.search(token.lead)
            if net is not None:
                yield from _behind(paragraph.tokens[max(at - _PAIR, 0) : at], token, -1 if net["down"] else 1)
            elif (moved := _MOVES.search(token.lead)) is not None:
                yield from _in_bracket(paragraph, at, -1 if moved["down"] else 1)


def _behind(pair: Sequence[Token], net: Token, direction: int) -> Iterator[Relation]:
    signs = [_sign(token) for token in pair]
    if sorted(signs) == [-1, 1] and all(_alike(token, net) for token in pair):
        yield _net(net, pair, signs, direction)


def _in_bracket(paragraph: Paragraph, at: int, direction: int) -> Iterator[Relation]:
    net, text = paragraph.tokens[at], paragraph.text
    following = paragraph.tokens[at + 1 : at + 1 + _MOST]
    told = [*takewhile(lambda token: token.depth > net.depth, following)]
    if len(told) < _PAIR or not _CLOSES.match(text, told[-1].end):
        return
    if text[net.end : told[0].start].count("(") != 1 or not all(_alike(token, net) for token in told):
        return
    signs = [_sign(token) for token in told]
    if {*signs} == {-1, 1}:
        yield _net(net, told, signs, direction)


def _sign(token: Token) -> int:
    clause = _PAUSE.split(token.lead)[-1]
    came, went = _CAME.search(clause), _WENT.search(clause)
    if came is not None and went is not None:
        return 0
    return 1 if came is not None else -1 if went is not None else 0


def _alike(token: Token, net: Token) -> bool:
    same = token.unit.kind == net.unit.kind and (
        token.unit.kind == "yuan" or token.unit.word == net.unit.word
    )
    return same and not token.approximate and token.sentence == net.sentence


def _net(net: Token, told: Sequence[Token], signs: Sequence[int], direction: int) -> Relation:
    terms = [(token, "change", sign * direction) for token, sign in zip(told, signs, strict=True)]
    came = [term for term in terms if term[2] > 0]
    return relation("difference", "sum", net, [*came, *(term for term in terms if term[2] < 0)])
