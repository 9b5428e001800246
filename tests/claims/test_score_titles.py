"""Cases of scores told below the titles of sections."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("score_titles"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
