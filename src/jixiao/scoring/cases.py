"""Worked cases of rulebooks, computed with the rules of their place and year."""

from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from jixiao.rulebooks.resolving import Rules
from jixiao.rulebooks.schema.rulebook import Case
from jixiao.rulebooks.schema.topics import Direction, Rule
from jixiao.scoring.catalogue import load
from jixiao.scoring.grading import band_of
from jixiao.scoring.line import Line, unscored
from jixiao.scoring.money import total
from jixiao.scoring.rounding import Rounder
from jixiao.scoring.summing import converted

_COUNTS: Final = ("elements", "elements_met", "occurrences")


def computed(rules: Rules, case: Case) -> Decimal | str:
    """What the rules make of a case: points rounded as the place rounds them, or a grade.

    Raises:
        UnscoredError: they make nothing of it; the sentences say why.
    """
    given: dict[str, Any] = dict(case.given)
    match case.kind:
        case "grade":
            return _grade(rules, given)
        case "conversion":
            return _conversion(rules, given)
        case "sum":
            return total(list(given["points"])) or Decimal(0)
        case "execution":
            return _execution(rules, given)
        case "leaf":
            return _leaf(rules, given, case)


def _grade(rules: Rules, given: dict[str, Any]) -> str:
    if rules.grades is None:
        unscored("这个年度没有评价等级的规定", "no grades are stated for this year")
    band = band_of(given["score"], rules.grades.value)
    if band is None:
        unscored("分数低于所有等次", "the score is below every band")
    return band.name


def _conversion(rules: Rules, given: dict[str, Any]) -> Decimal:
    settled = rules.schemes.get("department")
    if settled is None or not settled.value.convert:
        unscored("部门整体的评分方案不折算", "the department's scheme converts nothing")
    stated = settled.value.applicable_points
    if stated is not None and stated != given["applicable"]:
        unscored(
            f"评分方案的适用分值是 {stated}，不是 {given['applicable']}",
            f"the scheme states {stated} applicable points, not {given['applicable']}",
        )
    raw, applicable = Fraction(given["raw"]), Fraction(given["applicable"])
    if applicable <= 0:
        unscored("适用分值要大于零", "applicable points must be more than none")
    return converted(raw, applicable, settled.value.full, _rounder(rules))


def _execution(rules: Rules, given: dict[str, Any]) -> Decimal:
    if rules.execution is None:
        unscored("这个年度没有预算执行分的规定", "no execution points are stated for this year")
    value = rules.execution.value
    weight = given.get("points", value.points)
    return _points(rules, value.rule, Line(weight=weight, target=given["budget"], actual=given["outturn"]))


def _leaf(rules: Rules, given: dict[str, Any], case: Case) -> Decimal:
    direction, name = given.pop("direction", None), given.pop("rule", None)
    given = {key: int(value) if key in _COUNTS else value for key, value in given.items()}
    if name is not None:
        return _points(rules, Rule(rule=name, parameters=case.parameters), Line(**given))
    settled = rules.leaf_rules.get(Direction(direction))
    if settled is None:
        unscored(f"没有规定 {direction} 方向的计分规则", f"no rule is stated for the direction {direction}")
    return _points(rules, settled.value, Line(**given))


def _points(rules: Rules, rule: Rule, line: Line) -> Decimal:
    outcome = load()[rule.rule].score(line, rule.parameters)
    if outcome.points is None:
        unscored(outcome.zh, outcome.en)
    return _rounder(rules).shown(outcome.points)


def _rounder(rules: Rules) -> Rounder:
    return Rounder.of(rules.rounding.value if rules.rounding else None)
