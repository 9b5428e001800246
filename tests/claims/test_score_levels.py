"""Weights by levels whose columns were lost: text in, claims and errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("score_levels"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
