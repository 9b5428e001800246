"""Groups of columns named alike in tables copied one cell a line."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("repeated_totals"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
