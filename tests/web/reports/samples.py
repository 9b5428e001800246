"""A department's year with a draft of a report and a file of it."""

from tests.web.support import County

from jixiao.web.filings.models import DepartmentYear
from jixiao.web.reports.models import Copy, Paper, State, Waiver, packed


def make(county: County, number: int) -> None:
    """The rows of this number; the unit stands in for a department, so that every role below it sees them."""
    year = DepartmentYear.objects.create(pk=number, organisation=county.unit, fiscal_year=2023, rulebook="cn")
    paper = Paper.objects.create(
        pk=number, year=year, kind="self_evaluation", state=State.READY, page=packed("<p>Paper</p>")
    )
    by = next(iter(county.people.values()))
    Waiver.objects.create(pk=number, year=year, identity="x", told=["错", "Wrong"], reason="Known", by=by)
    Copy.objects.create(pk=number, paper=paper, format="docx", state=State.READY)
