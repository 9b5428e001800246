"""Cases of completion and spending of which one is nil."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("spent_nothing"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
