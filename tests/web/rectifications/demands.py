"""Demands for tests: issued by an account of the county as a page would, to its unit or about its form."""

from typing import Any

from tests.web.support import County

from jixiao.web.actions import carry_out
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role
from jixiao.web.rectifications.actions.issue_demand import IssueDemand
from jixiao.web.rectifications.actions.submit_result import SubmitResult
from jixiao.web.rectifications.models import Demand, Source


def person(county: County, role: str) -> User:
    """The account with the role, as a request would read it."""
    return User.objects.get(pk=county.people[str(role)].pk)


def draft(county: County, body: Organisation | None = None, **more: Any) -> Demand:
    """A demand that is not issued yet."""
    given = {
        "fiscal_year": 2024, "source": Source.AUDIT, "basis": "Audit 3", "problem": "Receipts are missing",
        "requirement": "Bring them", "responsible": "Head",
    }  # fmt: skip
    return Demand(organisation=body or county.unit, **{**given, **more})


def issued(county: County, role: str = Role.PERFORMANCE_OFFICER, days: int = 10, **more: Any) -> Demand:
    """A demand that the account with the role issued."""
    return carry_out(IssueDemand(draft(county, **more), days), person(county, role))


def answered(county: County, demand: Demand, by: User | None = None) -> Demand:
    """The demand with its result handed in by the clerk."""
    clerk = by or person(county, Role.UNIT_CLERK)
    return carry_out(SubmitResult(demand, "Asked the shops", "All are here", demand.revision), clerk)
