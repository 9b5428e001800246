"""Claims: relations that a document asserts about its numbers, with the verdict of their recomputation.

Extractors propose a ``Relation`` for each way of reading a statement (a *reading*); ``decide`` computes its
verdict, and ``choose`` settles which reading of one statement counts.
"""

from collections.abc import Sequence
from dataclasses import field
from decimal import Decimal
from typing import Literal

from jixiao.core.digits import plain_digits
from jixiao.core.formulas import FORMULAS
from jixiao.core.formulas.formula import Formula
from jixiao.core.frozen import frozen
from jixiao.core.interval import Interval, round_half_up
from jixiao.core.place import Place
from jixiao.core.quantity import Quantity

Verdict = Literal["holds", "fails", "undecidable"]
Binding = Literal["named", "bound", "inferred"]
"""How sure the operands are: named by the words themselves; bound by structure (same clause, head of the
list, row and column); or inferred, as one of several possible readings."""


_FEWEST_SIGNS = 2
"""Digits of an approximate figure before its noughts: 约9200, but not 约9000."""


@frozen
class Operand:
    """A quantity in its role within a relation; ``factor`` is −1 where it is subtracted."""

    quantity: Quantity
    role: str
    factor: int = 1


@frozen
class Relation:
    """One reading of one statement: ``stated`` should equal ``formula`` of the operands.

    ``constants`` are exact numbers of the formula that are not printed as quantities (years, months, a full
    mark of 100).
    """

    kind: str
    formula: str
    stated: Quantity
    operands: tuple[Operand, ...]
    binding: Binding = "bound"
    constants: tuple[Decimal, ...] = ()
    role: str = ""
    """What the stated figure is: growth_rate, share, total, change …"""
    quote: str = ""
    comparator: str = "="
    """How the stated figure stands to the formula: "=", "≤", "<", "≥" or ">"."""
    decision: "Decision | None" = field(default=None, init=False, repr=False, compare=False)
    """What ``decide`` found, which every search that meets it asks for again."""


@frozen
class Claim:
    """A decided relation.

    ``note`` is "", ``truncated`` (holds when the stated figure was cut off), ``coarse`` (only the printed
    digits allow it), ``inferred`` (a lower reading) or ``approximate``; ``gap`` is computed − stated in base
    units.
    """

    id: str
    relation: Relation
    verdict: Verdict
    note: str
    expression: str
    stated: str
    computed: str
    quote: str
    place: Place
    gap: Decimal | None = None
    quantities: tuple[Quantity, ...] = field(init=False, repr=False, compare=False)
    """Every number that takes part, the stated one first."""

    def __post_init__(self) -> None:
        """Gather the numbers, which solving asks for again and again."""
        operands = [operand.quantity for operand in self.relation.operands]
        object.__setattr__(self, "quantities", (self.relation.stated, *operands))

    @property
    def kind(self) -> str:
        """The kind of statement."""
        return self.relation.kind


@frozen
class Decision:
    """The outcome of recomputing one relation."""

    verdict: Verdict
    note: str = ""
    computed: Decimal | None = None

    @property
    def holds(self) -> bool:
        """Whether the relation holds in any way."""
        return self.verdict == "holds"


def decide(relation: Relation) -> Decision:
    """Recompute a relation, the first time that it is asked for."""
    decision = relation.decision
    if decision is None:
        decision = _recompute(relation)
        object.__setattr__(relation, "decision", decision)
    return decision


def _recompute(relation: Relation) -> Decision:
    """As printed, where figures that are but added up agree; else by what each may mean."""
    formula = FORMULAS[relation.formula]
    values = [o.quantity.value if o.factor > 0 else -o.quantity.value for o in relation.operands]
    computed = formula.value(values, relation.constants)
    if computed is None:
        return Decision("undecidable", "undefined")
    if formula.adds and computed == relation.stated.value and relation.comparator == "=":
        return Decision("holds", "", computed)  # as printed, which is one of the things that each may mean
    return _weigh(relation, formula, computed)


def _weigh(relation: Relation, formula: Formula, computed: Decimal) -> Decision:
    """By the rules of design section 3: precision in context, truncation, then printed digits."""
    meant = [o.quantity.meant if o.factor > 0 else -o.quantity.meant for o in relation.operands]
    wide = formula.interval(meant, relation.constants)
    if wide is None:
        # Coarse figures may leave no interval (0.5 more than before, now 1); as printed they may yet agree.
        agrees = relation.comparator == "=" and Interval.exact(computed).meets(relation.stated.meant)
        return Decision("holds", "", computed) if agrees else Decision("undecidable", "undefined", computed)
    if relation.comparator != "=":
        return _compare(relation, wide, computed)
    stated = relation.stated
    if wide.meets(stated.meant):
        return Decision("holds", "", computed)
    quantities = [operand.quantity for operand in relation.operands]
    cut_off = formula.truncates and _finer(formula, stated, quantities)
    if cut_off and wide.meets(stated.truncated_interval(stated.prevailing)):
        return Decision("holds", "truncated", computed)
    retold = relation.formula == "equal" and _finer(formula, quantities[0], [stated])
    if retold and quantities[0].truncated_interval().meets(stated.meant):
        return Decision("holds", "truncated", computed)  # 6.877 told again as 6.87
    if any(q.prevailing > q.decimals for q in (stated, *quantities)):
        own = formula.interval([_own_interval(operand) for operand in relation.operands], relation.constants)
        if own is not None and own.meets(stated.interval()):
            return Decision("holds", "coarse", computed)
        if own is not None and formula.truncates and own.meets(stated.truncated_interval()):
            return Decision("holds", "coarse", computed)
    if stated.approximate or any(q.approximate for q in quantities):
        if _is_about(stated, wide):
            return Decision("holds", "approximate", computed)
        return Decision("undecidable", "approximate", computed)
    return Decision("fails", "", computed)


def _is_about(stated: Quantity, wide: Interval) -> bool:
    """Whether an approximate figure is what was found, rounded before its noughts: 约9200 for 9156."""
    noughts = len(digits := f"{abs(stated.number):f}") - len(digits.rstrip("0"))
    if not stated.approximate or stated.decimals or len(digits) - noughts < _FEWEST_SIGNS:
        return False
    return wide.meets(Interval.around(stated.value, stated.unit.half(-noughts)))


def _compare(relation: Relation, wide: Interval, computed: Decimal) -> Decision:
    """An inequality fails only when no pair of values within the printed precision satisfies it."""
    stated = relation.stated.interval()
    match relation.comparator:
        case "≤":
            holds = stated.low <= wide.high
        case "<":
            holds = stated.low < wide.high
        case ">":
            holds = stated.high > wide.low
        case _:
            holds = stated.high >= wide.low
    if holds:
        return Decision("holds", "", computed)
    vague = relation.stated.approximate or any(o.quantity.approximate for o in relation.operands)
    return Decision("undecidable", "approximate", computed) if vague else Decision("fails", "", computed)


def choose(readings: Sequence[Relation]) -> tuple[Relation, Decision] | None:
    """The reading that counts: the first that holds, else the first.

    A statement whose first reading is *named* is judged by it alone: no alternative may rescue it. At most
    three readings are tried.
    """
    if not readings:
        return None
    first = readings[0]
    outcome = decide(first)
    if outcome.holds or first.binding == "named":
        return first, outcome
    for reading in readings[1:3]:
        other = decide(reading)
        if other.holds:
            return reading, Decision("holds", other.note or "inferred", other.computed)
    return first, outcome


def describe(relation: Relation, computed: Decimal | None) -> tuple[str, str]:
    """The expression with printed figures, and the computed value in the unit of the stated figure."""
    formula = FORMULAS[relation.formula]
    expression = formula.expression([_printed(o) for o in relation.operands], relation.constants)
    if computed is None:
        return expression, ""
    unit = relation.stated.unit
    value = computed / unit.scale
    if not formula.divides:
        return expression, f"{plain_digits(_as_printed(value, relation.stated.decimals))}{unit.word}"
    digits = max(relation.stated.decimals, *(o.quantity.decimals for o in relation.operands), 0)
    digits = max(digits, 4) if unit.kind in ("percent", "point") else digits + 2
    return expression, f"{plain_digits(round_half_up(value, digits))}{unit.word}"


def _as_printed(value: Decimal, decimals: int) -> Decimal:
    """An exact result with the decimals of the stated figure, and more only where it has them."""
    rounded = round_half_up(value, decimals)
    if rounded == value:
        return rounded
    return round_half_up(value, -int(value.normalize().as_tuple().exponent))


def _printed(operand: Operand) -> str:
    number = operand.quantity.number if operand.factor > 0 else -operand.quantity.number
    printed = plain_digits(number)
    return printed if number >= 0 else f"({printed})"


def _own_interval(operand: Operand) -> Interval:
    interval = operand.quantity.interval()
    return interval if operand.factor > 0 else -interval


def _finer(formula: Formula, stated: Quantity, operands: Sequence[Quantity]) -> bool:
    """Whether the computed side carries more digits than the printed one, so that truncation may be meant."""
    if formula.divides:
        return True
    smallest = min((q.unit.scale.scaleb(-q.decimals) for q in operands), default=stated.unit.scale)
    return smallest < stated.unit.scale.scaleb(-stated.decimals)
