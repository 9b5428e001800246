"""Cases of the completion of a whole from its parts: text in, claims and errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("completed_parts"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
