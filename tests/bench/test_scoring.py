"""The scorer recognises a relation by its figures, and a finding by what it touches."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from bench.breaking import broken, relation_of, replaced
from bench.labels import collections, load, recognised
from bench.scoring import Tally, recognises, score_clean, score_findings, score_relations

ROOT = Path(__file__).resolve().parents[2]


def figure(text: str, value: str, start: int) -> dict[str, Any]:
    return {"text": text, "value": value, "line": 1, "start": start, "end": start + len(text)}


NOW, CHANGE, RATE = figure("120万元", "1200000", 0), figure("20万元", "200000", 9), figure("20%", "0.2", 18)
BASE = figure("100万元", "1000000", 30)
RELATION: dict[str, Any] = {
    "id": "r1",
    "kind": "growth",
    "line": 1,
    "stated": RATE,
    "operands": [NOW, CHANGE],
    "readings": [[RATE, NOW, CHANGE], [RATE, NOW, BASE]],
    "verdict": "ok",
}


def claim(
    operands: list[dict[str, Any]], stated: str = "20%", verdict: str = "holds", line: int = 1
) -> dict[str, Any]:
    place = {"line": line, "start": 18, "end": 21}
    return {
        "id": "c1",
        "kind": "growth",
        "verdict": verdict,
        "stated": stated,
        "place": place,
        "expression": "",
        "operands": [
            {**one, "place": {"line": 1, "start": one["start"], "end": one["end"]}} for one in operands
        ],
    }


def test_any_reading_recognises() -> None:
    assert recognises(claim([NOW, CHANGE]), RELATION, 0)
    assert recognises(claim([NOW, BASE]), RELATION, 0)


def test_other_operands_another_line_or_another_figure_do_not() -> None:
    assert not recognises(claim([CHANGE]), RELATION, 0)
    assert not recognises(claim([NOW, CHANGE], line=4), RELATION, 0)
    assert not recognises(claim([NOW, CHANGE], stated="21%"), RELATION, 0)


def test_a_wrong_verdict_is_not_recognition() -> None:
    tally = Tally()
    score_relations(
        {"name": "x", "relations": [RELATION]}, {"claims": [claim([NOW, CHANGE], verdict="fails")]}, tally
    )
    assert (tally.recognised.total(), tally.misjudged.total()) == (0, 1)


def test_findings_are_right_once_repeated_or_false() -> None:
    truth = {
        "name": "x",
        "relations": [{**RELATION, "verdict": "error"}],
        "errors": [
            {
                "type": "digit_changed",
                "before": "10万元",
                "after": "20万元",
                "changed": [CHANGE],
                "relations": ["r1"],
            }
        ],
    }

    def finding(start: int) -> dict[str, Any]:
        place = {"line": 1, "start": start, "end": start + 3}
        return {
            "severity": "error",
            "code": "JX101",
            "kind": "growth",
            "message": "",
            "place": place,
            "related": [],
            "claims": [],
        }

    tally = Tally()
    score_findings(truth, {"claims": [], "findings": [finding(9), finding(18), finding(50)]}, tally)
    assert (tally.right, tally.duplicates, tally.false_damaged) == (2, 1, 1)
    assert tally.found["digit_changed"] == 1


def test_errors_in_a_clean_report_are_false() -> None:
    tally = Tally()
    findings = [
        {"severity": severity, "code": "JX101", "kind": "sum", "message": "", "place": {"line": 1}}
        for severity in ("error", "warning", "info")
    ]
    score_clean({"name": "x"}, {"findings": findings}, tally)
    assert (tally.false_clean, tally.warnings_clean) == (1, 1)


def test_breaking_changes_one_digit_beyond_precision() -> None:
    found = relation_of(claim([NOW, CHANGE]))
    assert found
    relation, places = found
    after = broken(random.Random(1), relation, relation.stated)  # noqa: S311 - any digit will do
    assert after
    assert sum(one != other for one, other in zip(after, "20", strict=True)) == 1
    text = "120万元" + " " * 4 + "20万元" + " " * 5 + "20%"
    assert replaced(text, places[id(relation.stated)], "20", after) == text[:18] + after + "%"


@pytest.mark.parametrize(("name", "fewest"), [("collection", 110), ("unseen", 24)])
def test_our_collection_has_truthful_places_and_enough_errors(name: str, fewest: int) -> None:
    documents = load(ROOT / "bench" / name, ROOT / "bench" / name)
    assert len(documents) >= fewest
    errors = 0
    for document in documents:
        lines = document.text.split("\n")
        for label in document.labels:
            assert label["quote"] in lines[label["line"] - 1]
            assert label["operands"] or label["kind"] == "count" or label["verdict"] == "undecidable"
            errors += label["verdict"] == "error"
    assert errors >= 25
    assert name in collections(ROOT)


def test_a_label_is_recognised_by_its_printed_operands() -> None:
    label = {"line": 1, "kind": "growth", "stated": "20%", "operands": ["120万元", "20万元"]}
    assert recognised([claim([NOW, CHANGE])], label, "holds")
    assert recognised([claim([NOW, BASE])], label, "holds") is None


def told_twice(stated: str, line: int, other: int) -> dict[str, Any]:
    place, before = {"line": line, "start": 0, "end": 3}, {"line": other, "start": 0, "end": 3}
    operand = {"text": stated, "value": "5", "role": "main", "place": before}
    return {"kind": "restated", "verdict": "holds", "stated": stated, "place": place, "operands": [operand]}


def test_a_list_of_names_told_again_is_recognised_by_the_lines_it_joins() -> None:
    label = {
        "line": 9,
        "kind": "restated",
        "quote": "内设机构为",
        "stated": "identical",
        "expression": "line 9 = line 4",
    }
    assert recognised([told_twice("5个", 9, 4)], label, "holds")
    assert recognised([told_twice("5个", 9, 2)], label, "holds") is None
    assert recognised([told_twice("5个", 7, 4)], label, "holds") is None


def test_years_are_no_figures_of_a_label() -> None:
    label = {
        "line": 9,
        "kind": "restated",
        "quote": "2031年度收入5万元",
        "stated": "same",
        "expression": "lines 4, 9",
    }
    assert recognised([told_twice("5万元", 9, 4)], label, "holds")
    assert recognised([told_twice("2031万元", 9, 4)], label, "holds") is None


def test_a_completion_of_a_hundred_may_be_told_as_target_and_value_alike() -> None:
    label = {
        "line": 9,
        "kind": "rate",
        "quote": "100%",
        "stated": "100%",
        "computed": "100%",
        "expression": "100/100",
    }
    equal = {**told_twice("100%", 9, 9), "kind": "bound"}
    below = {**equal, "stated": "95%"}
    assert recognised([equal], label, "holds")
    assert recognised([below], label, "holds") is None


def test_shares_that_make_a_hundred_are_recognised_without_zeros() -> None:
    label = {
        "line": 9,
        "kind": "share",
        "quote": "",
        "stated": "100%",
        "computed": "100%",
        "expression": "60+40",
    }
    place = {"line": 9, "start": 0, "end": 3}
    parts = [{"text": text, "value": "1", "role": "share", "place": place} for text in ("60%", "40%")]
    last = {"kind": "share", "verdict": "holds", "stated": "0%", "place": place, "operands": parts}
    assert recognised([last], label, "holds")
    assert recognised([{**last, "operands": parts[:1]}], label, "holds") is None
