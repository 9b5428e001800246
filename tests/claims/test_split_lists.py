"""Cases of totals that words split into a list: text in, claims and errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("split_lists"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
