"""Cases of budgets made of several parts: text in, claims and errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("budget_made"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
