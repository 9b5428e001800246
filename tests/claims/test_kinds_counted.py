"""Cases of vehicles and projects by all their kinds."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("kinds_counted"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
