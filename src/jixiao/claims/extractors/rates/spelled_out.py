"""A rate with its amounts spelled out behind it: 整体执行率85.84%，即预算1921万元、支出1649万元."""

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, rate_of

KIND = "rate"
_RATE = re.compile(r"(?:执行|支出|支付|完成|使用|到位)(?:率|进度|比例)(?:为|达到?|是|:)?\s*$")
_THAT_IS = re.compile(r"\s?[，,(]\s?(?:即|也就是)[^，,。；;\d]{0,16}")
_BOTH = {"plan", "main"}


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each rate whose very next words are 即 and the two amounts of one statement."""
    for statement, following in pairwise(reading.statements):
        rate = statement.roles.get("rate")
        if rate is None or rate.unit.kind != "percent" or rate.block.index != following.block:
            continue
        if following.roles.keys() != _BOTH or _RATE.search(rate.lead) is None:
            continue
        first = min(following.roles.values(), key=lambda token: token.start)
        main, plan = following.roles["main"], following.roles["plan"]
        spelled = first.start > rate.end and _THAT_IS.fullmatch(rate.block.text, rate.end, first.start)
        if spelled and main.unit.kind == plan.unit.kind == "yuan" and plan.number:
            yield Proposal((rate_of(rate, main, plan),))
