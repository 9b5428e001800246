"""Which rule scores a line: its own, the prescribed line's, the group's, or that of its direction."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from jixiao.core.dossier.projects import Indicator
from jixiao.rulebooks.schema.topics import Direction, FixedLeaf, Group, Rule
from jixiao.scoring.catalogue import load
from jixiao.scoring.context import Context

_DIRECTIONS: Final = {
    "≥": Direction.HIGHER,
    ">": Direction.HIGHER,
    "=": Direction.EQUAL,
    "≤": Direction.LOWER,
    "<": Direction.LOWER,
    "range": Direction.RANGE,
    "定性": Direction.QUALITATIVE,
    "": Direction.TEXT,
}
_TOPICS: Final = {way: f"leaf_rules.{way.value}" for way in Direction}


def direction(operator: str) -> Direction:
    """The direction of an operator; without one the target is in words."""
    return _DIRECTIONS.get(operator, Direction.TEXT)


def choose(
    indicator: Indicator, fixed: FixedLeaf | None, group: Group | None, operator: str, context: Context
) -> Rule | None:
    """The rule with its parameters; None where the rulebook has none for such a line."""
    if indicator.rule:
        return _named(indicator.rule, fixed, group, context)
    if fixed is not None and fixed.rule is not None:
        return fixed.rule
    if group is not None and group.rule is not None:
        return group.rule
    if group is not None and group.role == "deduction":
        return _bare("deduction")
    way = direction(operator)
    rule = context.use(_TOPICS[way], context.rules.leaf_rules.get(way))
    if rule is not None and way is Direction.HIGHER and rule.rule == "proportional":
        return _with_overshoot(rule, context)
    return rule


def _named(name: str, fixed: FixedLeaf | None, group: Group | None, context: Context) -> Rule:
    """The rule of this name with the parameters that the rulebook gives it somewhere."""
    for holder in (fixed, group):
        if holder is not None and holder.rule is not None and holder.rule.rule == name:
            return holder.rule
    for way, settled in context.rules.leaf_rules.items():
        if settled.value.rule == name and settled.value.parameters:
            return context.use(_TOPICS[way], settled) or settled.value
    return _bare(name)


def _bare(name: str) -> Rule:
    """The rule without parameters."""
    return _bare_rules().get(name) or Rule(rule=name)


@cache
def _bare_rules() -> Mapping[str, Rule]:
    return {name: Rule(rule=name) for name in load()}


def _with_overshoot(rule: Rule, context: Context) -> Rule:
    """Where the rulebook takes points for overshooting, the rule that does so."""
    settled = context.rules.overshoot
    if settled is None or settled.value.effect != "deduct":
        return rule
    overshoot = context.use("overshoot", settled) or settled.value
    return _losing_beyond(overshoot.threshold)


@lru_cache
def _losing_beyond(threshold: Decimal) -> Rule:
    return Rule(rule="proportional_overshoot", parameters={"threshold": threshold, "rate": Decimal(1)})
