"""Cases of totals told with a number of things, and lists of them elsewhere: text in, claims and errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("counted_lists"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
