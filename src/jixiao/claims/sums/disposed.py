"""What is left of an amount after all that it was given out for: 资金A，安排用于甲B；下达乙C；结余D.

Every amount between the first one and what is left must be one that the words give out. What was left of the
year before may be in it too and not be told, so that only a slip of the pen is told as wrong.
"""

import re
from collections.abc import Sequence

from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.sums.runs import Entry
from jixiao.core.slips import slip

_GIVEN = re.compile(r"^[\s，,；;]*[^，,。；;:：\d]{0,12}?(?:安排|用于|下达|下拨|拨付|分配|支付|使用|支出)")
_PART = re.compile(r"其中|包括|[(：:。]")
"""Words that make an amount a part of the one before it, or begin anew."""
_LEFT = re.compile(
    r"^[\s，,；;]*(?:年[终末]|年底)?(?:结余|剩余|余额|结转)(?:至?(?:下年度?|下一年度?|次年|以后年度))?(?:继续)?"
    r"(?:使用|支出|安排)?(?:资金|金额)?(?:为|是|共)?\s*$"
)
_BROUGHT = re.compile(r"(?:上年|年初|期初|历年|往年|以前年度)[^，,。；;]{0,6}(?:结[余转存]|余额)|滚存")
"""What was left before, wherever the paragraph tells it, may be in what is left."""
_MOST = 8


def of_disposed(sequence: Sequence[Entry], position: int) -> list[Proposal]:
    """The amount at ``position`` as what is left of its sentence's first, where a slip parts them."""
    left = sequence[position]
    if _LEFT.match(left.lead) is None or _BROUGHT.search(left.token.block.text) is not None:
        return []
    given: list[Entry] = []
    for at in range(position - 1, max(position - _MOST, 0) - 1, -1):
        entry = sequence[at]
        if not _together(entry, left):
            return []
        if _PART.search(entry.lead) is None and _GIVEN.match(entry.lead) is not None and not _opens(entry):
            given.append(entry)
            continue
        if at and _together(sequence[at - 1], left):
            return []  # more came in than one amount
        return _missed(entry, given[::-1], left)
    return []


def _opens(entry: Entry) -> bool:
    """Whether no sign parts an amount's words from those before: it begins the sentence."""
    return not entry.lead.lstrip().startswith(("，", ",", "；", ";"))


def _together(entry: Entry, left: Entry) -> bool:
    own, its = left.statement, entry.statement
    return (
        entry.unit == left.unit
        and (its.block, its.sentence, its.depth) == (own.block, own.sentence, own.depth)
        and entry.token.role == left.token.role
    )


def _missed(whole: Entry, given: Sequence[Entry], left: Entry) -> list[Proposal]:
    if not given or whole.amount <= max(e.amount for e in (*given, left)):
        return []
    terms = [(whole.token, "whole", 1), *((e.token, "spending", -1) for e in given)]
    made = relation("difference", "sum", left.token, terms)
    return [Proposal((made,))] if slip(made) is not None else []
