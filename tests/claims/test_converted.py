"""Cases of figures called back in another unit: text in, claims and errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("converted"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
