"""The worked cases of every shipped rulebook, computed with the rules of their place and year."""

import pytest

from jixiao.rulebooks.folders import SHIPPED, found
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.schema.rulebook import Case
from jixiao.scoring.cases import computed

PLACES = sorted(key for key, folders in found().items() if folders[0].parent == SHIPPED)
CASES = [(place, case) for place in PLACES for case in load(place).files[0].cases]


@pytest.mark.parametrize(("place", "case"), CASES, ids=[f"{place}: {case.name}" for place, case in CASES])
def test_case(place: str, case: Case) -> None:
    assert computed(load(place).rules(case.year), case) == case.expected
