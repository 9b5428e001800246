"""Cases of rates of the common indicators."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("common_rates"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
