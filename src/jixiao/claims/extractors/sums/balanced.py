"""What is left of what came in, by name, also in all with what there was before; what is net of debts.

Where several funds or accounts are told below a sentence of all, each measure adds up to that of all.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.claims.reading.balances import Balance, balances_told
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import near_miss, nearly
from jixiao.claims.reading.proposal import Proposal, rate_of, relation
from jixiao.core.claim import Relation, decide

KIND = "difference"
_MEASURES = ("income", "spending", "left", "carry", "stock")
_FEWEST, _BELOW = 2, 2
_BESIDES = re.compile(r"调[入出整剂]|上缴|上解|划转|转[入出移]|核销|分配|提取|弥补")
"""What else moves a balance, so that its parts do not make it."""
_OF_YEAR = re.compile(r"当年|本年(?!末)|当期|本期|收支|相抵|轧差|盈余")
"""Words for what is left of this year's, and not of what there was before as well."""
_BARE = re.compile(r"(?:^|[，,；;、。])\s*(?:收支)?(?:相抵)?后?结余[^，,]{0,3}$")
"""A balance not said of when: of the year, or with what there was before."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Where the names of the figures promise that they make each other."""
    told = balances_told(reading)
    for one in told:
        yield from _of_one(one)
    yield from _totals(told)


def _of_one(one: Balance) -> Iterator[Proposal]:
    parts = one.told
    if parts.keys() >= {"income", "spending", "left"} and not _is_of_both(one):
        operands = [(parts["income"], "income"), (parts["spending"], "spending")]
        made = relation("difference", "difference", parts["left"], operands)
        alone = _BESIDES.search(one.paragraph.text) is None
        sure = _OF_YEAR.search(parts["left"].lead) is not None
        yield Proposal((made,), asserted=alone and (sure or near_miss(made)))
    if parts.keys() >= {"left", "carry", "stock"}:
        members = [(parts["left"], "part"), (parts["carry"], "part")]
        made = relation("sum", "sum", parts["stock"], members, role="total")
        yield Proposal((made,), asserted=_BESIDES.search(one.paragraph.text) is None)
    if parts.keys() >= {"assets", "debts", "net"}:
        members = [(parts["debts"], "part"), (parts["net"], "part")]
        yield Proposal((relation("sum", "sum", parts["assets"], members, role="total"),))
    if parts.keys() >= {"assets", "debts", "debt_rate"}:
        yield Proposal((rate_of(parts["debt_rate"], parts["debts"], parts["assets"], "named"),))


def _is_of_both(one: Balance) -> bool:
    """Whether a balance may be told with what there was before: 上年结余D，收入A，支出B，结余E."""
    return "carry" in one.told and "stock" not in one.told and bool(_BARE.search(one.told["left"].lead))


def _totals(told: Sequence[Balance]) -> Iterator[Proposal]:
    """A paragraph of all, and below it the items of one list with a balance each."""
    for at, (whole, first) in enumerate(pairwise(told)):
        number = first.paragraph.list_number
        near = 0 < first.position - whole.position <= _BELOW
        if not number or whole.paragraph.list_number == number or not near:
            continue
        parts: list[Balance] = []
        for one in told[at + 1 :]:
            last = parts[-1].position + 1 if parts else one.position
            if one.paragraph.list_number != number or one.position != last:
                break
            parts.append(one)
        if len(parts) < _FEWEST:
            continue
        sums = [made for measure in _MEASURES if (made := _sum(measure, whole, parts)) is not None]
        proved = any(decide(made).holds and made.stated.number for made in sums)
        for made in sums:
            yield Proposal((made,), asserted=proved or near_miss(made) or nearly(made))


def _sum(measure: str, whole: Balance, parts: Sequence[Balance]) -> Relation | None:
    total = whole.told.get(measure)
    members = [one.told[measure] for one in parts if measure in one.told]
    if total is None or len(members) < len(parts):
        return None
    return relation("sum", "sum", total, [(token, "part") for token in members], role="total")
