"""Cases of final accounts told in words: text in, claims and errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("accounts_told"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
