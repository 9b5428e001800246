"""The generator keeps its word: what it calls true holds, what it calls an error fails, for the printed digits alone."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product
from typing import Any

import pytest
from bench.grammar.builder import Builder
from bench.grammar.kinds import KINDS, projects, scoring
from bench.grammar.layout import set_text
from bench.grammar.phrase import parse
from bench.grammar.report import HALVES, generate, phrases_of
from bench.grammar.style import draw

REPORTS = [(half, number) for half in HALVES for number in range(len(KINDS) * 3)]
Range = tuple[Fraction, Fraction]


def digits_of(text: str) -> str:
    return "".join(char for char in text if char.isdigit() or char == ".")


def spread(figure: dict[str, Any], kind: str) -> Range:
    """All values that the printed digits allow, rounded or (rates) cut."""
    value, digits = Fraction(figure["value"]), digits_of(figure["text"])
    if (
        value == 0
        or kind in ("score_sum", "count", "grade")
        or figure["text"].endswith(("个", "分", "辆", "人"))
    ):
        return value, value
    scale = value / Fraction(digits)
    step = scale / 10 ** len(digits.partition(".")[2])
    per_cent = scale == Fraction(1, 100)  # with its sign or, in a table, without
    return value - step / 2, value + (step if kind in ("rate", "share", "growth") and per_cent else step / 2)


def possible(relation: dict[str, Any]) -> list[Range]:
    """The results of every formula of the kind, at the corners of what the operands may be."""
    corners = list(product(*(spread(operand, relation["kind"]) for operand in relation["operands"])))
    kind = relation["kind"]
    formulas: list[Any] = []
    if kind in ("sum", "score_sum", "count", "restated"):
        formulas = [sum]
    elif kind == "difference" and len(relation["operands"]) == 2:
        formulas = [lambda v: v[0] - v[1], lambda v: v[1] - v[0]]
    elif kind in ("rate", "share") and len(relation["operands"]) == 2:
        formulas = [lambda v: v[0] / v[1], lambda v: v[0] / (v[0] + v[1])]
    elif kind == "growth":
        formulas = [
            lambda v: v[1] / (v[0] - v[1]) if v[0] != v[1] else Fraction(0),
            lambda v: v[1] / (v[0] + v[1]),
            lambda v: v[1] / v[0],
            lambda v: abs(v[0] / v[1] - 1),
            lambda v: Fraction(float(v[0] / v[1]) ** 0.2 - 1),
        ]
    ranges = []
    for formula in formulas:
        results = [formula(corner) for corner in corners]
        ranges.append((min(results), max(results)))
    return ranges


def holds(relation: dict[str, Any]) -> bool:
    low, high = spread(relation["stated"], relation["kind"])
    return any(first <= high and low <= last for first, last in possible(relation))


@pytest.mark.parametrize(("half", "number"), REPORTS)
def test_what_is_called_true_holds(half: str, number: int) -> None:
    truth = generate(number, 7, half).truth()
    assert truth["relations"]
    wrong = [
        one
        for one in truth["relations"]
        if one["verdict"] != "ok" or (possible(one) and one["operands"] and not holds(one))
    ]
    assert not wrong


@pytest.mark.parametrize(("half", "number"), REPORTS)
def test_what_is_called_an_error_fails(half: str, number: int) -> None:
    truth = generate(number, 7, half, errors=3).truth()
    relations = {one["id"]: one for one in truth["relations"]}
    for error in truth["errors"]:
        broken = [relations[name] for name in error["relations"]]
        assert broken
        if error["type"] in ("direction_swapped", "grade_wrong", "count_off"):
            continue
        plain = [one for one in broken if one["kind"] in ("sum", "share", "restated", "score_sum")]
        assert not any(holds(one) for one in plain), error


@pytest.mark.parametrize(("half", "number"), REPORTS)
def test_every_figure_stands_where_the_truth_says(half: str, number: int) -> None:
    report = generate(number, 7, half, errors=3)
    lines = report.text.split("\n")
    for relation in report.truth()["relations"]:
        for figure in [relation["stated"], *relation["operands"]]:
            printed = lines[figure["line"] - 1][figure["start"] : figure["end"]]
            assert figure["text"].startswith(printed)
            assert printed


def test_the_same_seed_gives_the_same_report() -> None:
    assert generate(3, 5, "open").text == generate(3, 5, "open").text
    assert generate(3, 5, "open").text != generate(3, 6, "open").text


def test_seeded_errors_change_only_what_they_say() -> None:
    clean, damaged = generate(4, 2, "open"), generate(4, 2, "open", errors=3)
    assert damaged.marks
    assert clean.text != damaged.text


def test_all_halves_fill_the_same_slots() -> None:
    slots = set(phrases_of("open"))
    for half in HALVES:
        phrases = phrases_of(half)
        assert set(phrases) == slots, half
        for templates in phrases.values():
            assert all(parse(template) for template in templates if template)


@pytest.mark.parametrize(("one", "other"), list(combinations(HALVES, 2)))
def test_no_two_halves_share_a_wording(one: str, other: str) -> None:
    first, second = phrases_of(one), phrases_of(other)
    shared = {
        slot: both
        for slot in first
        if (both := {wording for wording in {*first[slot]} & {*second[slot]} if len(wording) > 12})
    }
    assert not shared


def test_a_class_of_purchases_that_rounds_to_nothing_is_not_told() -> None:
    report = generate(188, 2, "open")  # in 亿元 with one decimal, its smallest class is 0.0
    assert "采购" in report.text


def asked_for(slot: str, template: str, unit: str = "万元") -> Builder:
    """A builder that words one slot by one template, plainly."""
    rng = random.Random(1)  # noqa: S311 - a seed, not a secret
    style = replace(draw(rng, (unit,)), half_width=False, traditional=False, wrap=0)
    return Builder(rng, style, {slot: (template,)})


def test_a_score_told_by_its_parts_is_their_sum() -> None:
    builder = asked_for("score.sum", "{list}，合计{s}。")
    parts = [scoring.points(builder, Decimal(value)) for value in (40, 27)]
    scoring.closing(builder, scoring.points(builder, Decimal(67)), ["产出", "效益"], parts)
    assert set_text(builder.blocks, builder.style).strip() == "产出40分、效益27分，合计67分。"
    (total,) = [one for one in builder.relations if one.kind == "score_sum"]
    assert [one.text for one in total.operands] == ["40分", "27分"]
    assert total.stated.text == "67分"


def test_projects_by_amount_stand_largest_first_and_add_up() -> None:
    builder = asked_for("projects.named", "抽查{amounts}等{k}项目，支出共{sum}。")
    spent = {"普法宣传项目": builder.money(Decimal(90_000)), "河道保洁项目": builder.money(Decimal(210_000))}
    projects.named(builder, list(spent), spent)
    (total,) = [one for one in builder.relations if one.kind == "sum"]
    assert [one.value for one in total.operands] == [Decimal(210_000), Decimal(90_000)]
    assert total.stated.value == Decimal(300_000)


def test_a_phrasing_that_asks_for_no_parts_asserts_none() -> None:
    builder = asked_for("score.sum", "总分{s}。")
    parts = [scoring.points(builder, Decimal(value)) for value in (40, 27)]
    scoring.closing(builder, scoring.points(builder, Decimal(67)), ["产出", "效益"], parts)
    assert [one.kind for one in builder.relations] == ["restated"]


@pytest.mark.parametrize(
    ("unit", "yuan", "other"),
    [
        ("万元", 12_340_000, "元"),
        ("万元", 512_340_000, "亿元"),
        ("亿元", 512_000_000, "万元"),
        ("元", 9_000, "万元"),
    ],
)
def test_a_fact_in_another_unit_agrees_with_itself(unit: str, yuan: int, other: str) -> None:
    builder = asked_for("", "", unit)
    again = builder.converted(builder.money(Decimal(yuan), unit=unit))
    assert again.unit == other
    (restated,) = builder.relations
    assert not restated.fails()
