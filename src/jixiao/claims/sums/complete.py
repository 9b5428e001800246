"""Whether the words or the structure of a list say that it leaves nothing out."""

import re
from collections.abc import Sequence
from decimal import Decimal

from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.script import plain
from jixiao.claims.sums.complements import leaves_nothing_out, of_levels
from jixiao.claims.sums.enumerated import is_enumerated
from jixiao.claims.sums.list_words import has_rest, is_head, is_rest, name_of
from jixiao.claims.sums.runs import Entry
from jixiao.core.claim import Relation
from jixiao.core.slips import slip

MOST_PARTS = 8
_PARTS_OF = re.compile(r"其中|包括|包含|用于|分别|分为|具体")
"""What follows these words is within the total, whether or not it is all of it."""
_LEFT = re.compile(r"结转|结余")
"""支出A，其中基本支出B，项目支出C，结转结余0: what is left is no spending; nil leaves the sum as it is."""
_SOME = re.compile(r"[(]\s*(?:内|另)?含(?!税)")
"""保有量9辆（含救护车2辆、冷链车1辆）: what 含 opens in a bracket are members worth telling, not all."""
_HOW_MANY = {2: "两二2", 3: "三3", 4: "四4", 5: "五5", 6: "六6"}
_OVERLAP = 101
_NEXT_SPLIT = re.compile(r"[;；]")
_CLOSING_WORDS = re.compile(
    r"(?:^|[，,。；;:])\s*(?:[其并]?分别|分为)|由.{2,40}(?:组成|构成)|(?<!主要)(?:组成|构成)(?:情况)?[是为]|[一二三四五六七八九两\d]+\s?(?:部分|项|类|个方面|块)|均为|去向[为是]"
)


def sum_of(total: Entry, run: Sequence[Entry]) -> Relation:
    """The total of a list, as a relation to decide."""
    parts = [(entry.token, "part", entry.sign * total.sign) for entry in run]
    return relation("sum", "sum", total.token, parts)


def is_complete(sequence: Sequence[Entry], total: Entry, run: Sequence[Entry], words: str) -> bool:
    """Whether nothing is missing between the parts of a list and their total; ``words`` open the list."""
    if (
        words.startswith("(")
        and "其中" not in words
        and not _SOME.match(words)
        and all(e.statement.depth > total.statement.depth for e in run)
    ):
        return True
    if _CLOSING_WORDS.search(words) and "其中" not in words:
        return True
    if is_enumerated(total, run, words) or _are_those_named(total, run):
        return True
    if _exceeds(sequence, total, run) or is_rest(run[-1].statement.label):
        return True
    if of_levels([name_of(entry) for entry in run]) and slip(sum_of(total, run)) is not None:
        return True
    shares = [entry.statement.get("share") for entry in run]
    if all(share is not None for share in shares):
        added = sum((share.number for share in shares if share is not None), Decimal(0))
        step = Decimal(1).scaleb(-max(share.decimals for share in shares if share is not None))
        if abs(added - 100) <= step * len(run):
            return True
    last = run[-1]
    told = run[:-1] if not last.value and _LEFT.search(last.statement.label) else run
    return leaves_nothing_out([name_of(entry) for entry in told]) and not has_rest(last)


def _are_those_named(total: Entry, run: Sequence[Entry]) -> bool:
    """有运转、建设两类支出，总额A，其中运转B，建设C: as many parts as were named before, by those names."""
    token = total.token
    if token.cell is not None or len(run) not in _HOW_MANY:
        return False
    before = plain(token.block.text)[: token.start]
    before = before[before.rfind("。") + 1 :]
    kinds = re.search(rf"[{_HOW_MANY[len(run)]}]\s?大?(?:类|项|部分|块|种|方面)", before)
    return kinds is not None and all(e.statement.label and e.statement.label in before for e in run)


def _exceeds(sequence: Sequence[Entry], total: Entry, run: Sequence[Entry]) -> bool:
    """Parts that words such as 其中 open right after the total, each smaller than it, together larger."""
    if not _PARTS_OF.search(run[0].statement.lead) or total.token.role == "change":
        return False  # a change leaves out those that went the other way
    if run[0].statement.sentence != total.statement.sentence and not is_head(sequence, total):
        return False
    if (
        any(e.amount >= total.amount or e.statement.depth != run[0].statement.depth for e in run)
        or len(run) > MOST_PARTS
    ):
        return False
    told = [share.number for e in run if (share := e.statement.get("share")) is not None]
    if len(told) == len(run) and sum(told) > _OVERLAP:
        return False  # 女党员占25%；参会占91%: told of the whole, but no parts beside each other
    if _are_two_splits(run):
        return False
    amount = sum(e.amount for e in run)
    return total.amount < amount and amount * 2 < total.amount * 3 and all(e.child_end < 0 for e in run[1:])


def _are_two_splits(run: Sequence[Entry]) -> bool:
    """其中医师196人、护士291人；高级职称74人，中级职称165人: people told by what they do, then by their rank.

    Of things that are counted a semicolon between lists of smaller signs begins another split of the same.
    """
    if any(entry.token.unit.kind != "count" for entry in run):
        return False
    next_split = {_NEXT_SPLIT.search(entry.statement.lead) is not None for entry in run[1:]}
    return len(next_split) > 1
