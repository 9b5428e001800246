"""Each cross-check says what became of it; packages without a fault have none that fails."""

import tomllib
from pathlib import Path
from random import Random
from typing import Any

import pytest
from bench.final_accounts import DAMAGES, Place, covers
from bench.package_document import package
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jixiao.checks.catalogue import load
from jixiao.claims.final_accounts.settling import rules
from jixiao.core.report import Report
from jixiao.pipeline import check_document, check_text

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "obligations.toml").read_text(encoding="utf-8")
)["case"]
seeds = st.integers(0, 2**32)
slow = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_becomes_of_each(case: dict[str, Any]) -> None:
    obligations = {one.rule: one for one in check_text(case["text"].strip("\n")).obligations}
    assert {rule: obligations[rule].status for rule in case["statuses"]} == case["statuses"]
    for rule, reason in case.get("reasons", {}).items():
        assert obligations[rule].reason == reason


def test_every_rule_has_its_check_and_is_listed() -> None:
    checks = {check.code: check for check in load()}
    for rule in rules():
        assert checks[rule.code].kinds == (rule.kind,)
    assert len({rule.kind for rule in rules()}) == len(rules())
    listed = [one.rule for one in check_document(package(Random(1)).document).obligations]  # noqa: S311  # no secret
    assert listed == [rule.code for rule in rules()]
    assert set(DAMAGES) == set(listed)


def test_what_did_not_run_says_why() -> None:
    for case in CASES:
        for one in check_text(case["text"].strip("\n")).obligations:
            if one.status in ("not_run", "not_applicable"):
                assert one.reason, one.rule
                assert one.reason_en, one.rule
                assert not one.compared


@slow
@given(seeds)
def test_a_clean_package_is_left_alone(seed: int) -> None:
    report = check_document(package(Random(seed)).document)  # noqa: S311  # no secret
    assert not [finding for finding in report.findings if finding.severity != "info"]
    assert not [one for one in report.obligations if one.status == "fails"]


def damaged(code: str) -> tuple[Report, Place]:
    """The first package that can be damaged for a cross-check and that it applies to."""
    chance = Random(code)  # noqa: S311  # no secret
    for _ in range(60):
        made = package(chance)
        damage = DAMAGES[code](chance, made)
        if damage is None:
            continue
        report = check_document(damage[0])
        applies = next(one.status != "not_applicable" for one in report.obligations if one.rule == code)
        if applies:  # other money may explain a gap
            return report, damage[1]
    pytest.fail(f"no package for {code}")


@pytest.mark.parametrize("code", DAMAGES)
def test_an_error_is_found_and_told_once(code: str) -> None:
    report, place = damaged(code)
    status = next(one.status for one in report.obligations if one.rule == code)
    told = [finding for finding in report.findings if finding.severity != "info" or finding.code == "JX427"]
    assert status == "fails"
    assert len(told) == 1
    assert covers(told[0], place)
