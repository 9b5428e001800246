"""Every case of ``cases/*.toml``: text in, claims and errors out."""

import pytest
from tests.claims.telling import FOLDER, Case, cases, verify

KINDS = sorted(path.stem for path in FOLDER.glob("*.toml"))


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=f"{kind}: {case.name}") for kind in KINDS for case in cases(kind)],
)
def test_case(case: Case) -> None:
    verify(case)
