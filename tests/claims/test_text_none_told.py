"""Cases of things said not to be and told with an amount: text in, errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("text_none_told"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
