"""What the rules propose for a grade, and why they propose nothing."""

from jixiao.web.decisions.proposing import Proposal, proposed
from jixiao.web.rulebooks import rules_of

YEAR = 2025


def test_what_the_rules_propose() -> None:
    found = proposed(rules_of("cn", YEAR), "优")
    assert found.action
    assert found.basis.startswith("《")
    assert not found.missing


def test_no_rules_at_all() -> None:
    assert proposed(None, "优") == Proposal(missing="规则库没有写结果应用")


def test_rules_that_do_not_know_the_grade() -> None:
    found = proposed(rules_of("cn", YEAR), "合格")
    assert (found.action, found.missing) == ("", "规则库没有写这个等级怎样应用")
    assert found.basis
