"""Cases of the outturn of one of the three publics."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("publics_outturn"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
