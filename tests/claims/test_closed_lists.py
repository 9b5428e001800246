"""Cases of lists that words behind them add up: text in, claims and errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("closed_lists"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
