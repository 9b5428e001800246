"""Cases of tables that are lines of text: text in, claims and errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("flat_tables"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
