"""Cases of the money of a report's own project: text in, claims and errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("own_project"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
