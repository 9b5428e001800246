"""The worked cases of every rulebook, computed by the scoring package with the rules of their place and year."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from jixiao.core.dossier import Dossier
from jixiao.rulebooks.folders import SHIPPED, found
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.resolving import Rules
from jixiao.rulebooks.schema.rulebook import Case
from jixiao.rulebooks.schema.topics import Direction, Rule
from jixiao.scoring.card import score
from jixiao.scoring.catalogue import load as leaf_rules
from jixiao.scoring.exact import rounded
from jixiao.scoring.grading import band_of
from jixiao.scoring.line import Line

PLACES = sorted(key for key, folders in found().items() if folders[0].parent == SHIPPED)
CASES = [(place, case) for place in PLACES for case in load(place).files[0].cases]


@pytest.mark.parametrize(("place", "case"), CASES, ids=[f"{place}: {case.name}" for place, case in CASES])
def test_case(place: str, case: Case) -> None:
    rules = load(place).rules(case.year)
    assert COMPUTED[case.kind](rules, case) == case.expected


def leaf(rules: Rules, case: Case) -> Decimal | None:
    given: dict[str, Any] = dict(case.given)
    direction, name = given.pop("direction", None), given.pop("rule", None)
    if direction is not None:
        rule = rules.leaf_rules[Direction(direction)].value
    else:
        rule = Rule(rule=name, parameters=case.parameters)
    return points(rules, rule, given)


def execution(rules: Rules, case: Case) -> Decimal | None:
    assert rules.execution
    value = rules.execution.value
    given = {"weight": value.points, "target": case.given["budget"], "actual": case.given["outturn"]}
    return points(rules, value.rule, given)


def points(rules: Rules, rule: Rule, given: Mapping[str, Any]) -> Decimal | None:
    """What a rule gives, rounded as the place rounds lines."""
    outcome = leaf_rules()[rule.rule].score(Line(**given), rule.parameters)
    assert rules.rounding
    return None if outcome.points is None else rounded(outcome.points, rules.rounding.value.decimals)


def total(_: Rules, case: Case) -> Decimal:
    numbers = case.given["points"]
    assert isinstance(numbers, list)
    return sum(numbers, Decimal(0))


def grade(rules: Rules, case: Case) -> str | None:
    score_given = case.given["score"]
    assert isinstance(score_given, Decimal)
    assert rules.grades
    band = band_of(score_given, rules.grades.value)
    return band.name if band else None


def conversion(rules: Rules, case: Case) -> Decimal | None:
    """A dossier whose only line was given the raw score; the rulebook itself sets the points that apply."""
    scheme = rules.schemes["department"].value
    assert scheme.applicable_points == case.given["applicable"]
    dossier = Dossier.model_validate(
        {
            "rulebook": rules.key,
            "fiscal_year": case.year,
            "department": {"code": "d", "name": "某部门"},
            "appraisal": {
                "indicators": [
                    {
                        "code": "i",
                        "level1": scheme.groups[0].name,
                        "name": "各项",
                        "printed_score": case.given["raw"],
                    }
                ]
            },
        }
    )
    return score(dossier, rules).converted


COMPUTED = {"leaf": leaf, "execution": execution, "sum": total, "grade": grade, "conversion": conversion}
