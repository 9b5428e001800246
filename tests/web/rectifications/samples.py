"""A demand to the county's unit, about no form, so that forms can go; with a file and a step."""

import datetime as dt

from tests.web.support import County

from jixiao.web.filings.evidence import kept
from jixiao.web.people.roles import Role
from jixiao.web.rectifications.models import Demand, Office, Proof, Source, State, Step


def make(county: County, number: int) -> None:
    """The rows of this number; the bureau issued the demand."""
    officer = county.people[str(Role.PERFORMANCE_OFFICER)]
    demand = Demand.objects.create(
        pk=number, organisation=county.unit, fiscal_year=2023, source=Source.REVIEW, basis="Review of May",
        problem="Receipts are missing", requirement="Bring them", responsible="Head", office=Office.BUREAU,
        deadline=dt.date(2024, 3, 1), issuer=county.bureau, issued_by=officer,
    )  # fmt: skip
    Step.objects.create(
        pk=number, demand=demand, by=officer, verb="issue", state=State.OPEN, words="Bring them"
    )
    data = b"%PDF-1 sample"
    Proof.objects.create(
        pk=number,
        demand=demand,
        name="a.pdf",
        sha256=kept(data),
        size=len(data),
        by=county.people[str(Role.UNIT_CLERK)],
    )
