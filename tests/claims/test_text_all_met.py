"""Cases of texts that call all targets met: text in, errors out."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("text_all_met"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
