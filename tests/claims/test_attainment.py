"""Cases of rates that are named after what was done: text in, claims and errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("attainment"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
