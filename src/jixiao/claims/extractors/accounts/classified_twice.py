"""What is paid for insurance and pensions, told by function and again by economic class.

行政单位医疗（项）42.07万元 among the items by function is 职工基本医疗保险缴费42.07万元 among the costs of
people: the classifications name one payment each in their own way. A body may pay some of it otherwise, so
that only a slip of the pen between two long figures contradicts.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation

if TYPE_CHECKING:
    from jixiao.claims.reading.tokens import Token

KIND = "restated"
_ITEM = re.compile(r"\(项\)")
_PAYMENTS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"^(?:机关事业单位)?基本养老保险缴费(?:支出)?$"),
        re.compile(r"^(?:机关事业单位)?基本养老保险缴费(?:支出)?$"),
    ),
    (
        re.compile(r"^(?:机关事业单位)?职业年金缴费(?:支出)?$"),
        re.compile(r"^(?:机关事业单位)?职业年金缴费(?:支出)?$"),
    ),
    (
        re.compile(r"^(?:行政|事业)单位医疗(?:支出)?$"),
        re.compile(r"^(?:城镇)?职工基本医疗保险缴费(?:支出)?$"),
    ),
    (re.compile(r"^公务员医疗补助(?:缴费)?(?:支出)?$"), re.compile(r"^公务员医疗补助(?:缴费)?(?:支出)?$")),
    (re.compile(r"^住房公积金(?:支出)?$"), re.compile(r"^住房公积金(?:支出)?$")),
)
"""Items by function and the economic classes that they are paid as."""
_WORDS = re.compile("基本养老保险|职业年金|单位医疗|基本医疗保险|公务员医疗|住房公积金")
_DIGITS = 4
"""Digits of an amount that one slip hardly makes of another by accident."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each payment that is told once by function and once by economic class."""
    items: dict[int, list[Token]] = defaultdict(list)
    classes: dict[int, list[Token]] = defaultdict(list)
    for statement in reading.statements:
        token = statement.main
        if token is None or statement.table is not None or not _WORDS.search(statement.label):
            continue
        if token.unit.kind != "yuan" or token.approximate or not token.number:
            continue
        side = 0 if _ITEM.search(statement.lead) else 1
        for at, patterns in enumerate(_PAYMENTS):
            if patterns[side].search(statement.label):
                (classes if side else items)[at].append(token)
    for at, own in items.items():
        others = classes[at]
        if len(own) != 1 or len(others) != 1 or own[0].block is others[0].block:
            continue
        first, later = sorted((own[0], others[0]), key=lambda token: token.index)
        equal = first.number * first.unit.scale == later.number * later.unit.scale
        if equal or (first.unit == later.unit and a_slip_apart(first, later, _DIGITS)):
            made = relation(KIND, "equal", later, [(first, first.role)], role=later.role)
            yield Proposal((made,), asserted=not equal)
