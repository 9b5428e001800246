"""Mangled files of every format are read or refused, never anything else; ``bench/fuzz.py`` runs many more."""

import pytest
from bench.fuzz import cases, run
from bench.sound import samples


def test_the_sound_samples_are_read() -> None:
    assert {name: run(case).result for case in cases(0) for name in [case.name]} == dict.fromkeys(
        samples(), "read"
    )


@pytest.mark.parametrize("seed", range(4))
def test_no_mangled_file_breaks_a_reader(seed: int) -> None:
    outcomes = {case.name: run(case) for case in cases(40, seed)}
    assert {name: outcome.result for name, outcome in outcomes.items() if outcome.fault} == {}
    assert max(outcome.seconds for outcome in outcomes.values()) < 10


def test_the_corpus_is_the_same_every_time() -> None:
    assert list(cases(3, 7))[:24] == list(cases(3, 7))[:24]
