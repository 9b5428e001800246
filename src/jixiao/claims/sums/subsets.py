"""Items that each tell the same part of theirs as the item above them.

一、T（其中补助地方t）（一）A，其中补助地方a（二）B，其中补助地方b: the amounts of the items make that of the
one above, and so do the parts of one name. Each sum is evidence that the list is complete for the other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jixiao.claims.reading.nearmiss import agrees, near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_OF_WHICH = re.compile(r"^[\s，,；;、(]*其中[:：]?")
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_MARK = re.compile(
    rf"(?:^|[。；;)\s])\s*(?:(?P<chinese>{_NUMERAL}、)|(?P<chinese_bracket>\({_NUMERAL}\))|(?P<arabic>\d{{1,2}}[、.])"
    r"|(?P<arabic_bracket>\(\d{1,2}\))|(?P<circled>[①-⑳]))[^，,。；;()]*$"
)
_LEVELS = ("chinese", "chinese_bracket", "arabic", "arabic_bracket", "circled")
_MOST, _FEWEST = 60, 2


@dataclass(slots=True)
class _Items:
    """The amounts of the items of one level, and the parts that they tell."""

    amounts: list[Token] = field(default_factory=list)
    parts: list[Token] = field(default_factory=list)


def of_subsets(statements: Sequence[Statement]) -> Iterator[Proposal]:
    """The two sums of each item that tells a part of itself, as the items below it do."""
    for position in range(len(statements) - 1):
        head, part = statements[position], statements[position + 1]
        if head.main is None or part.main is None or not _is_part(head, part):
            continue
        items = _below(statements, position, part)
        if len(items.amounts) < _FEWEST or len(items.parts) < _FEWEST:
            continue
        whole, within = _sum(head.main, items.amounts), _sum(part.main, items.parts)
        all_tell = len(items.amounts) == len(items.parts)
        if agrees(whole) or near_miss(whole) or (all_tell and agrees(within)):
            yield Proposal((whole,))
        if agrees(within) or near_miss(within) or (all_tell and agrees(whole)):
            yield Proposal((within,))


def _is_part(head: Statement, part: Statement) -> bool:
    """A，其中补助地方a: nothing but the part told right behind the amount."""
    same = head.main is not None and part.main is not None and head.main.unit.name == part.main.unit.name
    near = head.block == part.block and not _OF_WHICH.match(head.lead)
    return same and near and bool(part.label) and _OF_WHICH.match(part.lead) is not None


def _below(statements: Sequence[Statement], position: int, part: Statement) -> _Items:
    """The items one level below a head, up to the next one of its own level or above."""
    own, style, items = _mark(statements, position), "", _Items()
    for at in range(position + 2, min(position + _MOST, len(statements))):
        statement, before = statements[at], statements[at - 1]
        mark = _mark(statements, at)
        if not mark:
            if statement.block != before.block:
                break
            of_item = bool(items.amounts) and before.main is items.amounts[-1]
            if of_item and statement.key == part.key and statement.main and _is_part(before, statement):
                items.parts.append(statement.main)
            continue
        style = style or mark
        if own in (mark, style) or _LEVELS.index(mark) < _LEVELS.index(style):
            break
        if mark != style:
            continue  # an item of an item
        if statement.main is None or part.main is None or statement.main.unit.name != part.main.unit.name:
            return _Items()
        items.amounts.append(statement.main)
    return items


def _mark(statements: Sequence[Statement], at: int) -> str:
    """The style of the mark that opens a statement, in its line or in the middle of it; "" for none."""
    statement = statements[at]
    found = _MARK.search(statement.lead)
    if found is not None:
        return found.lastgroup or ""
    opens = at == 0 or statements[at - 1].block != statement.block
    return statement.mark_style if opens and statement.mark_style in _LEVELS else ""


def _sum(total: Token, parts: Sequence[Token]) -> Relation:
    return relation("sum", "sum", total, [(part, "part") for part in parts], role="total")
