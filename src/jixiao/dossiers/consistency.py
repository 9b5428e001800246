"""Contradictions between the facts of a dossier: totals that are not the sum of their parts.

An amount is the interval of values that it can stand for, at the number of decimals that prevails among the
figures of the relation; sums of rounded parts may differ by what rounding explains. A part that is not
stated leaves the relation undecided. Contradictions never stop reading.

A contradiction is not told again where the dossier tells it: one of its facts is ``unresolved`` or stated
among the ``discrepancies``, or a value ``published`` elsewhere for one of them makes the relation hold.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import prod
from typing import Final

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import canonical, leaves
from jixiao.core.dossier.values import Absent
from jixiao.core.interval import ZERO, Interval
from jixiao.core.money import Money, MoneyUnit
from jixiao.dossiers.relations import Relation, relations

_MOST_ALTERNATIVES: Final = 256

Figure = Money | int
"""An amount, or a count (exact)."""


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Facts that contradict each other.

    Attributes:
        facts: their paths, the total first.
        stated: the total as entered.
        computed: the sum of the parts.
        expression: the sum with its figures.
        message: what is wrong, Chinese; ``message_en`` in English.
        certain: false where only decimals that were dropped in writing could explain the difference.
    """

    facts: tuple[str, ...]
    stated: str
    computed: str
    expression: str
    message: str
    message_en: str
    certain: bool


def inconsistencies(dossier: Dossier) -> tuple[Inconsistency, ...]:
    """Every relation of the dossier that fails and is not told in it, in the order of the facts."""
    told = {
        canonical(dossier, row.fact) for rows in (dossier.unresolved, dossier.discrepancies) for row in rows
    }
    figures = {path: value for path, value in leaves(dossier) if _is_figure(value)}
    published = _published(dossier)
    return tuple(
        found
        for relation in relations(dossier)
        if told.isdisjoint((relation.total, *relation.parts))
        for found in _examined(relation, figures, published)
    )


def _examined(
    relation: Relation, figures: Mapping[str, object], published: Mapping[str, list[Figure]]
) -> Iterator[Inconsistency]:
    total, parts = figures.get(relation.total), [figures.get(path) for path in relation.parts]
    if not isinstance(total, Money | int) or None in parts or not parts:
        return
    stated = [part for part in parts if isinstance(part, Money | int)]  # 无 and / add nothing
    if _holds(relation, total, stated):
        return
    paths = [path for path, part in zip(relation.parts, parts, strict=True) if isinstance(part, Money | int)]
    choices = [
        [figure, *published.get(path, ())]
        for path, figure in zip([relation.total, *paths], [total, *stated], strict=True)
    ]
    if prod(map(len, choices)) <= _MOST_ALTERNATIVES and any(
        _holds(relation, chosen[0], chosen[1:]) for chosen in product(*choices)
    ):
        return
    yield _told(relation, (relation.total, *paths), total, stated)


def _holds(relation: Relation, total: Figure, parts: Sequence[Figure], *, coarse: bool = False) -> bool:
    fineness = None if coarse else _prevailing((total, *parts))
    whole = _interval(total, fineness)
    summed = Interval.exact(ZERO)
    for part in parts:
        summed += _interval(part, fineness)
    return whole.meets(summed) or (not relation.complete and summed.high <= whole.low)


def _prevailing(figures: Sequence[Figure]) -> int | None:
    """The number of decimals, counted in yuan, that most amounts have; the coarser of two."""
    counts = Counter(_fineness(figure) for figure in figures if isinstance(figure, Money) and figure.amount)
    return max(counts, key=lambda fineness: (counts[fineness], -fineness), default=None)


def _fineness(amount: Money) -> int:
    return amount.decimals - amount.unit.exponent


def _interval(figure: Figure, fineness: int | None) -> Interval:
    if isinstance(figure, int):
        return Interval.exact(Decimal(figure))
    if not figure.amount:
        return Interval.exact(ZERO)  # zero is exact
    own = _fineness(figure)
    return Interval.printed(figure.yuan, own if fineness is None else max(own, fineness))


def _is_figure(value: object) -> bool:
    return isinstance(value, Money | Absent) or type(value) is int


def _published(dossier: Dossier) -> dict[str, list[Figure]]:
    """Printed amounts by fact; what is printed in other words is passed over."""
    found: dict[str, list[Figure]] = {}
    for row in dossier.published:
        try:
            amount = Money.read(row.value, dossier.money_unit)
        except ValueError:
            continue
        found.setdefault(canonical(dossier, row.fact), []).append(amount)
    return found


def _told(
    relation: Relation, paths: tuple[str, ...], total: Figure, parts: Sequence[Figure]
) -> Inconsistency:
    summed = _sum(total, parts)
    sign = "=" if relation.complete else "≤"
    expression = f"{' + '.join(map(str, parts)) or '0'} {sign} {total}"
    gap = _sum(total, [summed, _negative(total)])
    if (gap if isinstance(gap, int) else gap.amount) < 0:
        gap = _negative(gap)
    return Inconsistency(
        paths,
        str(total),
        str(summed),
        expression,
        f"{relation.what}：各部分相加为{summed}，所填为{total}，相差{gap}",
        f"{relation.what_en}: the parts make {summed}, stated is {total}, a difference of {gap}",
        certain=not _holds(relation, total, parts, coarse=True),
    )


def _sum(like: Figure, figures: Sequence[Figure]) -> Figure:
    """The sum, in the unit of the total."""
    if isinstance(like, int):
        return sum(figure for figure in figures if isinstance(figure, int))
    unit: MoneyUnit = like.unit
    return Money(sum((figure.into(unit) for figure in figures if isinstance(figure, Money)), ZERO), unit)


def _negative(figure: Figure) -> Figure:
    return -figure if isinstance(figure, int) else Money(-figure.amount, figure.unit)
