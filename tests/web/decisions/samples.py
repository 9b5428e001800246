"""A confirmed decision about the county's unit as a whole, with its step; the form is the sample's."""

import datetime as dt

from tests.web.support import County

from jixiao.web.cycles.models import Task
from jixiao.web.decisions.models import Decision, DecisionStep, State
from jixiao.web.people.roles import Role


def make(county: County, number: int) -> None:
    """The rows of this number."""
    officer = county.people[str(Role.PERFORMANCE_OFFICER)]
    decision = Decision.objects.create(
        pk=number, organisation=county.unit, fiscal_year=2023, task=Task.objects.get(pk=number), grade="A",
        proposed="Go on", basis="Rules", follows=True, words="Go on", day=dt.date(2024, 3, 1),
        state=State.CONFIRMED, recorded_by=officer,
    )  # fmt: skip
    DecisionStep.objects.create(pk=number, decision=decision, by=officer, state=State.RECORDED)
