"""Cases of budgets by their sources."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("budget_sources"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
