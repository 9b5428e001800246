"""A figure that a sentence calls back: 综上，一般公共预算收入60316.27万元 must have been told before.

Words that sum up (综上, 如前所述, 总体看) or speak of a result as known (9.1亿元的取得) tell nothing new.
So the scope before a name (全县, 本级) makes it no other thing, and few digits tell a slip of the pen.
A figure converted (前述收入折算为6.03亿元; A万元（折合B亿元）) is one told before in another unit.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.recalling import is_called_back, without_reference
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide
from jixiao.core.interval import round_half_up
from jixiao.core.slips import one_slip_apart

KIND = "restated"
_ROLES = ("main", "plan")
_CONVERTED = re.compile(r"(?:折算|折合|换算)后?(?:分别|成|为|是|即|合|达|:)*\s*$")
_BEHIND = re.compile(r"^\s?\(\s?(?:折算|折合|换算)(?:成|为|合|后为)?\s?$")
"""A second figure in a bracket right behind the first."""
_SCOPE = re.compile(
    r"^(?:[全我本](?:省|市|县|区|镇|乡|州|旗|部门|单位)|[省市县区镇乡州旗]?本级|[省市县区镇乡州旗]级|地方|本年度?|当年|全年)+"
    r"(?=[\u4e00-\u9fff]{4})"
)
_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,6}?[省市县区镇乡州旗](?=[\u4e00-\u9fff]{4})")
_END = re.compile(
    r"(?:(?:折算|折合|换算)后?|本期(?:累计|数)?|按(?:自然|可比|同)口径|(?:累计)?(?:执行|完成)(?:结果|数)?|累计入库|入库数?|(?:同口径|可比)?(?:上年|去年)(?:同期)?数?)+$"
)
_SHORTEST = 4
_DIGITS = 2


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each figure called back against those told of the same thing before."""
    told: dict[tuple[str, str], list[Token]] = defaultdict(list)
    for statement in reading.statements:
        for role in _ROLES:
            token = statement.roles.get(role)
            if token is None or token.approximate or token.unit.kind != "yuan" or not token.number:
                continue
            name = _bare(statement.label)
            if len(name) < _SHORTEST:
                continue
            before = [one for one in told[name, token.unit.name] if one.block is not token.block]
            if before and is_called_back(token, reading.text_of(token)):
                converted = statement.group >= 0 or _CONVERTED.search(token.lead) is not None
                yield from _in_another_unit(token, before) if converted else _against(token, before)
            told[name, token.unit.name].append(token)
    for first, later in pairwise(reading.tokens):
        money = later.unit.kind == first.unit.kind == "yuan" and not (first.approximate or later.approximate)
        if money and first.block is later.block and _BEHIND.match(later.lead) is not None:
            yield Proposal((relation(KIND, "equal", later, [(first, first.role)], role=first.role),))


def _against(token: Token, before: list[Token]) -> Iterator[Proposal]:
    same = next((one for one in before if one.number == token.number), None)
    near = same or next((one for one in before if a_slip_apart(one, token, _DIGITS)), None)
    if near is not None:
        made = relation(KIND, "equal", token, [(near, near.role)], role=token.role)
        yield Proposal((made,), asserted=same is None)


def _in_another_unit(token: Token, before: list[Token]) -> Iterator[Proposal]:
    """A figure converted: the first before that it agrees with as printed, or is a slip apart from."""
    made = [relation(KIND, "equal", token, [(one, one.role)], role=token.role) for one in before]
    held = next((one for one in made if decide(one).holds), None)
    if held is not None:
        yield Proposal((held,), asserted=False)
        return
    for one, its in zip(before, made, strict=True):
        meant = one.number * one.unit.scale / token.unit.scale
        if one_slip_apart(token.build(), round_half_up(meant, token.decimals)):
            yield Proposal((its,))
            return


def _bare(label: str) -> str:
    """A name without the body whose it is, and without the words for how it came about."""
    name = _END.sub("", without_reference(label))
    name = _SCOPE.sub("", name)
    return key_of(_SCOPE.sub("", _PLACE.sub("", name)))
