"""Cases of parts named before: text in, claims and errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("parts_named"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
