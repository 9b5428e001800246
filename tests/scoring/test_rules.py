"""Every leaf rule: its hand calculations, what it says, and that no machine computes otherwise."""

import ast
import importlib.util
import operator
from collections.abc import Callable
from decimal import ROUND_DOWN, Context, Decimal, FloatOperation, Inexact, localcontext
from fractions import Fraction
from types import ModuleType

import pytest
from tests.support import ROOT

from jixiao.core.digits import plain
from jixiao.scoring.catalogue import Example, LeafRule, load
from jixiao.scoring.exact import rounded, shown, terminating
from jixiao.scoring.line import Line

RULES = sorted(load().values(), key=lambda rule: rule.name)
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
each_example = pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.name}-{example.note}" for rule, example in EXAMPLES]
)
HOSTILE = Context(prec=2, rounding=ROUND_DOWN, Emin=-2, Emax=2, traps=[Inexact, FloatOperation])
OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def by_hand(calculation: str) -> Fraction | None:
    """The arithmetic as written on paper, in fractions; None where there is none."""
    if not calculation:
        return None
    source = calculation.replace("×", "*").replace("÷", "/")
    return value_of(ast.parse(source, mode="eval").body, source)


def value_of(node: ast.expr, source: str) -> Fraction:
    if isinstance(node, ast.BinOp):
        left, right = value_of(node.left, source), value_of(node.right, source)
        return OPERATORS[type(node.op)](left, right)
    assert isinstance(node, ast.Constant), source
    return Fraction(ast.get_source_segment(source, node) or "")


@each_example
def test_the_rule_gives_what_the_hand_calculation_gives(rule: LeafRule, example: Example) -> None:
    outcome = rule.score(example.line, example.parameters)
    assert outcome.points == by_hand(example.calculation), outcome.zh


@each_example
def test_a_hostile_decimal_context_changes_nothing(rule: LeafRule, example: Example) -> None:
    expected = rule.score(example.line, example.parameters)
    with localcontext(HOSTILE):
        outcome = rule.score(example.line, example.parameters)
        points = None if outcome.points is None else str(rounded(outcome.points, 6))
    assert outcome == expected
    assert points == (None if expected.points is None else str(rounded(expected.points, 6)))


@each_example
def test_every_outcome_explains_itself_in_both_languages(rule: LeafRule, example: Example) -> None:
    outcome = rule.score(example.line, example.parameters)
    assert outcome.zh
    assert outcome.en
    assert "{" not in outcome.zh + outcome.en
    assert "None" not in outcome.zh + outcome.en


@each_rule
def test_a_rule_is_found_by_its_name_and_tells_its_story(rule: LeafRule) -> None:
    assert load()[rule.name] is rule
    assert all((rule.title, rule.title_en, rule.explanation, rule.explanation_en, rule.source))
    assert rule.examples
    assert all(parameter.zh and parameter.en for parameter in rule.parameters)


@each_rule
def test_nothing_known_is_not_scored_and_never_zero(rule: LeafRule) -> None:
    given = next((example.parameters for example in rule.examples), {})
    outcome = rule.score(Line(), given)
    assert outcome.points is None
    assert outcome.zh


@each_rule
def test_an_unknown_parameter_is_refused_by_name(rule: LeafRule) -> None:
    outcome = rule.score(Line(weight=Decimal(10)), {"nonsense": Decimal(1)})
    assert outcome.points is None
    assert "nonsense" in outcome.zh
    assert "nonsense" in outcome.en


def test_a_missing_or_wrong_parameter_is_named() -> None:
    step = load()["step"]
    line = Line(weight=Decimal(5), target=Decimal(100), actual=Decimal(101))
    assert "loss" in step.score(line, {}).zh
    assert "loss" in step.score(line, {"loss": "半分"}).zh
    assert "over" in step.score(line, {"loss": Decimal(1), "side": "left"}).zh
    bands = load()["bands"]
    assert "minimum" in bands.score(line, {"bands": [{"minimum": Decimal(1)}]}).zh


@pytest.mark.parametrize("stated", ["/", "无", "健全"])
def test_words_are_never_taken_for_numbers(stated: str) -> None:
    for name in ("proportional", "reverse", "equal", "threshold", "step"):
        line = Line(weight=Decimal(5), operator="≥", target=Decimal(90), actual=stated)
        outcome = load()[name].score(line, {"loss": Decimal(1)} if name == "step" else {})
        assert outcome.points is None
        assert stated in outcome.zh


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("2.675", 2, "2.68"),
        ("2.665", 2, "2.67"),
        ("-2.675", 2, "-2.68"),
        ("0.005", 2, "0.01"),
        ("-0.004", 2, "0.00"),
        ("9.5", 0, "10"),
        ("180/19", 2, "9.47"),
    ],
)
def test_halves_are_rounded_away_from_zero(value: str, decimals: int, expected: str) -> None:
    with localcontext(HOSTILE):
        assert str(rounded(Fraction(value), decimals)) == expected


def test_numbers_in_sentences_are_exact_or_say_that_they_are_not() -> None:
    assert shown(Fraction(19, 2)) == "9.5"
    assert shown(Fraction(180, 19)) == "≈9.4737"
    assert shown(Decimal("1E+3")) == "1000"
    assert terminating(Fraction(1, 3)) is None
    assert terminating(Fraction(-7, 8)) == Decimal("-0.875")
    assert plain(Decimal("-0.00")) == "0"


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("scoring_rules_tool", ROOT / "tools" / "scoring_rules.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_up_to_date() -> None:
    written = (ROOT / "docs" / "zh" / "评分规则.md").read_text(encoding="utf-8")
    assert written == tool().page(), "run: python tools/scoring_rules.py"
