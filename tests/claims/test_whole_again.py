"""Cases of the whole told again and again, and of parts told with its figure: text in, claims and errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("whole_again"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
