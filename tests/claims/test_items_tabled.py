"""Cases of items in words against their rows in a table."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("items_tabled"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
