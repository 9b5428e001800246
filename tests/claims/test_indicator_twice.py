"""Cases of indicators told twice: text in, claims and errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("indicator_twice"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
