"""The sum of the units against their department, where the set holds the documents of all of them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from jixiao.claims.across.binding import Bound, Key
from jixiao.claims.across.comparing import agree, claim_of, doubt_of
from jixiao.claims.across.members import Member
from jixiao.claims.across.standing import ROLES
from jixiao.core.claim import Operand, Relation
from jixiao.core.comparison import Comparison, Telling
from jixiao.core.frozen import frozen
from jixiao.core.set_report import NotRun

CODE: Final = "JX604"
_NUMBERS: Final = "一二三四五六七八九十"
_COUNT: Final = re.compile(
    rf"(?:(?:所属|下属|下级|直属|二级|基层|预算|独立核算)[^，。；、]{{0,14}}?单位[^，。；、\d{_NUMBERS}]{{0,8}}?"
    rf"(?P<after>\d+|[{_NUMBERS}])个)"
    rf"|(?P<before>\d+|[{_NUMBERS}])个(?:所属|下属|直属|二级|基层|独立核算)?(?:预算)?单位"
)
_ROLES: Final = ("outturn", "initial", "revised", "balance")
_TRANSFERS: Final = re.compile(r"上缴上级|附属单位")


@frozen
class Summed:
    """Sums that fail, and why nothing was added where it was not."""

    comparisons: tuple[Comparison, ...] = ()
    not_run: tuple[NotRun, ...] = ()


def sum_units(department: Sequence[Member], units: Sequence[Member]) -> Summed:
    """Add what the units tell and compare it with what the department tells."""
    if not units:
        return Summed()
    bodies = {_named(member) for member in units}
    told = {number for member in department for number in _counts(member)}
    if not told:
        return _not_run(
            "部门的文件没有写明有几个单位", "the department's documents do not tell how many units there are"
        )
    own = sum(bool(member.identity.level) for member in units)
    if len(bodies) not in told and not (own and len(bodies) - 1 in told):
        numbers = "、".join(map(str, sorted(told)))
        return _not_run(
            f"部门写明的单位数是{numbers}，文件夹里只有{len(bodies)}个单位的文件",
            f"the department tells of {numbers} units, the set holds documents of {len(bodies)}",
        )
    return Summed(tuple(_sums(department, units, sorted(bodies))))


def _not_run(reason: str, reason_en: str) -> Summed:
    return Summed((), (NotRun(CODE, reason, reason_en),))


def _named(member: Member) -> str:
    return member.identity.body + member.identity.level


def _counts(member: Member) -> Iterator[int]:
    for paragraph in member.reading.paragraphs:
        for found in _COUNT.finditer(paragraph.text):
            number = found["after"] or found["before"]
            yield int(number) if number.isdigit() else _NUMBERS.index(number) + 1


def _sums(
    department: Sequence[Member], units: Sequence[Member], bodies: Sequence[str]
) -> Iterator[Comparison]:
    whole = _told(department)
    parts = {body: _told([member for member in units if _named(member) == body]) for body in bodies}
    transfers = any(
        _TRANSFERS.search(bound.key.item) and bound.quantity.number
        for member in (*department, *units)
        for bound in member.bounds
    )
    for key, stated in whole.items():
        found = [own[key] for own in parts.values() if key in own]
        if len(found) < len(bodies) or len(found) < 2:
            continue
        operands = tuple(Operand(bound.quantity, bound.key.role) for bound in found)
        relation = Relation("across", "sum", stated.quantity, operands, role=key.role)
        claim = claim_of(relation, stated.words)
        if claim.verdict != "fails":
            continue
        doubts = [*stated.doubts, *(doubt for bound in found for doubt in bound.doubts)]
        zh, en = doubt_of(doubts)
        if transfers:
            zh, en = (
                "、".join(filter(None, (zh, "单位之间的往来"))),
                ", ".join(filter(None, (en, "transfers between units"))),
            )
        tellings = tuple(Telling(bound.quantity, bound.words) for bound in (stated, *found))
        yield Comparison("sum_of_units", stated.item, ROLES[key.role], key.year, claim, tellings, (zh, en))


def _told(members: Sequence[Member]) -> dict[Key, Bound]:
    """What the documents of one body tell without contradiction, of the department as a whole."""
    found: dict[Key, list[Bound]] = {}
    for member in members:
        for bound in member.bounds:
            amount = bound.key.role in _ROLES and bound.key.unit == "yuan"
            if amount and not bound.key.subject and not bound.key.within[2]:
                found.setdefault(bound.key, []).append(bound)
    return {key: bounds[0] for key, bounds in found.items() if agree(bounds)}
