"""Points and quantities of forms whose table was lost: text in, claims and errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("form_points"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
