"""Cases of the amount behind an item's name and its outturn."""

import pytest
from tests.claims.telling import Case, cases, verify


@pytest.mark.parametrize("case", cases("item_spent"), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    verify(case)
