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
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide
from jixiao.core.interval import round_half_up
from jixiao.core.slips import one_slip_apart

KIND = "restated"
_ROLES = ("main", "plan")
_SUMS_UP = re.compile(
    r"^(?:综上(?:所述|可[见知])?|综合(?:来看|上述|以上)|总体(?:上|来)?看|总的来?[看说]|总之|整体(?:来)?看|总体而言|"
    r"[如正]?[前上]文?(?:所述|述|所言|已述|已提|所列)|由[此上](?:可见|可知)?|[如同]上|归纳(?:起来|而言)|概[括而]言之|简言之|"
    r"(?:概括|归结|总)起来(?:看|说|讲)?|从(?:上述|以上)[^，,。；;\d]{0,8}看|应当看到|[前上]述)"
)
_AS_KNOWN = re.compile(r"的(?:取得|实现|完成|达成|成绩|目标|任务|收入|支出|总?规模|总?盘子|总量)")
_CONVERTED = re.compile(r"(?:折算|折合|换算)后?(?:分别|成|为|是|即|合|达|:)*\s*$")
_BEHIND = re.compile(r"^\s?\(\s?(?:折算|折合|换算)(?:成|为|合|后为)?\s?$")
"""A second figure in a bracket right behind the first."""
_CALLED = re.compile(
    r"^(?:[如正]?[前上]文?(?:所述|所列|已述|已提|述|文)?|上述|综合来看)(?=[\u4e00-\u9fff]{4})"
)
_SENTENCE = re.compile(r"[。;；！]")
_MARK = re.compile(r"^[\s(（]*(?:[一二三四五六七八九十\d]{1,3}[)）、.．])?\s*")
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
            if before and _is_called_back(token):
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
    name = _END.sub("", _CALLED.sub("", label))
    name = _SCOPE.sub("", name)
    return key_of(_SCOPE.sub("", _PLACE.sub("", name)))


def _is_called_back(token: Token) -> bool:
    text = token.block.text
    start = max((found.end() for found in _SENTENCE.finditer(text, 0, token.start)), default=0)
    opening = _MARK.sub("", text[start : token.start])
    called = _SUMS_UP.match(opening) is not None or _CALLED.match(opening) is not None
    return called or _AS_KNOWN.match(text, token.end) is not None
