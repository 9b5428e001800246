"""The same fact in several documents: which figure stands alone against which."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from jixiao.claims.across.binding import Bound, Key
from jixiao.claims.across.members import Member
from jixiao.claims.across.standing import AMOUNTS, ROLES
from jixiao.core.claim import Claim, Operand, Relation, decide, describe
from jixiao.core.comparison import Comparison, ComparisonKind, Telling
from jixiao.core.digits import significant_digits
from jixiao.core.frozen import frozen
from jixiao.core.quantity import Quantity
from jixiao.core.slips import one_slip_apart

_SURE_DIGITS: Final = 4
"""Digits of two totals that are not equal by chance."""
_FEW_DIGITS: Final = 3
_OF_DOCUMENT: Final = frozenset(("单位", "年度"))
"""Keys guessed for the whole document, which the user put into the set."""
_STAGE: Final = "口径"
_ENGLISH: Final = {
    "单位": "the body",
    "年度": "the year",
    "事项": "the item",
    _STAGE: "the stage",
    "本文件内": "its value",
}
_WHOLES: Final = ("本年支出", "总计", "本年收入")


@frozen
class Compared:
    """Comparisons that fail, and how many facts two documents or more tell."""

    comparisons: tuple[Comparison, ...]
    facts: int


def compare(members: Sequence[Member]) -> Compared:
    """Compare what the documents of one body tell; last year's document has the last word on its year."""
    groups = told_by(members)
    stages = _stages(groups)
    before = frozenset(member.file for member in members if member.previous)
    found: list[Comparison] = []
    facts = 0
    for key, by_file in groups.items():
        if len(by_file) > 1:
            facts += 1
            found.extend(_of_fact(key, by_file, before, stages))
    found.sort(key=lambda comparison: comparison.claim.relation.stated.index)
    return Compared(tuple(_joined(found)), facts)


def told_by(members: Sequence[Member]) -> Mapping[Key, Mapping[str, list[Bound]]]:
    """Every fact with its figures by file."""
    told = [(member, bound) for member in members for bound in member.bounds]
    one = _one_fund([bound for _, bound in told])
    groups: dict[Key, dict[str, list[Bound]]] = defaultdict(lambda: defaultdict(list))
    for member, bound in told:
        groups[_merged(bound.key, one)][member.file].append(bound)
    return groups


def equal(stated: Bound, other: Bound) -> Relation:
    """The relation that two figures are one."""
    operand = Operand(other.quantity, other.key.role)
    return Relation("across", "equal", stated.quantity, (operand,), role=stated.key.role)


def claim_of(relation: Relation, words: str) -> Claim:
    """The decided relation, at its stated figure."""
    decision = decide(relation)
    expression, computed = describe(relation, decision.computed)
    stated = relation.stated
    gap = None if decision.computed is None else decision.computed - stated.value
    return Claim(
        "",
        relation,
        decision.verdict,
        decision.note,
        expression,
        stated.text,
        computed,
        words,
        stated.place,
        gap,
    )


def doubt_of(names: Sequence[str]) -> tuple[str, str]:
    """The guessed keys in words."""
    unique = list(dict.fromkeys(names))
    if not unique:
        return "", ""
    return "、".join(unique), ", ".join(_ENGLISH[name] for name in unique)


def agree(bounds: Sequence[Bound]) -> bool:
    """Whether all figures of one document tell one value."""
    return all(not _fails(bound, bounds[0]) for bound in bounds[1:])


def _fails(stated: Bound, other: Bound) -> bool:
    return decide(equal(stated, other)).verdict == "fails"


def _of_fact(
    key: Key,
    by_file: Mapping[str, list[Bound]],
    before: frozenset[str],
    stages: Mapping[Key, Sequence[Bound]],
) -> Iterator[Comparison]:
    """The documents that contradict the one that most of them agree with."""
    steady = {file: bounds for file, bounds in by_file.items() if agree(bounds)}
    if not steady:
        return
    votes = {
        file: (file in before, sum(not _fails(other[0], bounds[0]) for other in steady.values()))
        for file, bounds in steady.items()
    }
    first = max(steady, key=lambda file: votes[file])
    reference = steady[first][0]
    for file, bounds in by_file.items():
        odd = next((bound for bound in bounds if _fails(bound, reference)), None)
        if file == first or odd is None:
            continue
        if _of_other_stages(odd, bounds, reference, stages):
            continue
        doubts = [*odd.doubts, *reference.doubts, *(() if file in steady else ("本文件内",))]
        if not _OF_DOCUMENT.issuperset(doubts) and not _slipped(odd.quantity, reference.quantity):
            continue
        agreeing = [
            other[0]
            for name, other in steady.items()
            if name not in (first, file) and not _fails(other[0], reference)
        ]
        kind: ComparisonKind = "same"
        if first in before:
            kind = "carried_over" if key.role == "balance" else "prior_year"
        yield Comparison(
            kind,
            odd.item,
            ROLES[key.role],
            key.year,
            claim_of(equal(odd, reference), odd.words),
            tuple(Telling(bound.quantity, bound.words) for bound in (odd, reference, *agreeing)),
            doubt_of(doubts),
        )


def _stages(groups: Mapping[Key, Mapping[str, list[Bound]]]) -> Mapping[Key, Sequence[Bound]]:
    """Every amount whose stage is told, by its key without the stage."""
    found: dict[Key, list[Bound]] = defaultdict(list)
    for key, by_file in groups.items():
        if key.role in AMOUNTS:
            known = (bound for bounds in by_file.values() for bound in bounds if _STAGE not in bound.doubts)
            found[replace(key, role="")].extend(known)
    return found


def _of_other_stages(
    odd: Bound, beside: Sequence[Bound], reference: Bound, stages: Mapping[Key, Sequence[Bound]]
) -> bool:
    """Whether two amounts, of one at least of which nobody says the stage, are of different stages.

    They are where the document tells both values, or where each value is told as that of another stage.
    """
    if _STAGE not in odd.doubts and _STAGE not in reference.doubts:
        return False
    if any(not _fails(bound, reference) for bound in beside):
        return True
    first, second = _told_as(odd, stages), _told_as(reference, stages)
    return bool(first and second) and first.isdisjoint(second)


def _told_as(bound: Bound, stages: Mapping[Key, Sequence[Bound]]) -> set[str]:
    """The stages that an amount may be of: its own, or those told of the same value."""
    if _STAGE not in bound.doubts:
        return {bound.key.role}
    told = stages.get(replace(bound.key, role=""), ())
    return {one.key.role for one in told if not _fails(bound, one)}


def _slipped(one: Quantity, other: Quantity) -> bool:
    """Whether a slip of the pen explains the gap, which a guessed key must have for evidence."""
    digits = min(significant_digits(one.number), significant_digits(other.number))
    return digits >= _FEW_DIGITS and one_slip_apart(one, other.value / one.unit.scale)


def _joined(found: Sequence[Comparison]) -> Iterator[Comparison]:
    """One comparison for the same two values in the same two documents; the others become its tellings."""
    joined: dict[tuple[object, ...], Comparison] = {}
    for comparison in found:
        relation = comparison.claim.relation
        odd, other = relation.stated, relation.operands[0].quantity
        key = odd.place.file, other.place.file, odd.value, other.value, odd.unit.name
        first = joined.get(key)
        if first is None:
            joined[key] = comparison
            continue
        known = {telling.quantity.place for telling in first.tellings}
        more = tuple(telling for telling in comparison.tellings if telling.quantity.place not in known)
        better = comparison if comparison.proven and not first.proven else first
        joined[key] = replace(
            better, tellings=(*better.tellings, *(one for one in more if one not in better.tellings))
        )
    yield from joined.values()


def _one_fund(bounds: Sequence[Bound]) -> frozenset[tuple[str, str, int | None]]:
    """Subject, fund and year where one fund pays all there is, so that its figures are those of the whole."""
    spent: dict[tuple[str, int | None], list[Bound]] = defaultdict(list)
    for bound in bounds:
        key = bound.key
        if key.item == "本年支出" and key.role == "outturn" and not any(key.within[1:]):
            spent[key.subject, key.year].append(bound)
    return frozenset(
        (subject, of_fund.key.within[0], year)
        for (subject, year), told in spent.items()
        for of_fund in told
        if of_fund.key.within[0]
        and any(
            not whole.key.within[0]
            and whole.quantity.value == of_fund.quantity.value
            and significant_digits(whole.quantity.number) >= _SURE_DIGITS
            for whole in told
        )
    )


def _merged(key: Key, one: frozenset[tuple[str, str, int | None]]) -> Key:
    """The key without its fund, where that fund pays all."""
    fund = key.within[0]
    if key.role != "outturn" or key.item in _WHOLES[1:] or (key.subject, fund, key.year) not in one:
        return key
    return replace(key, within=("", *key.within[1:]))
