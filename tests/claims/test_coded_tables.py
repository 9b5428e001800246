"""Tables of budget codes in lines of text: rows, classes, economic items; amounts that slipped."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("coded_tables"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
