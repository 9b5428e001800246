"""A file with the form of `tests/web/cycles/samples.py`; an indicator of the library."""

from tests.web.support import County

from jixiao.web.cycles.models import Task
from jixiao.web.filings.evidence import Evidence, kept
from jixiao.web.filings.library import LibraryIndicator, LibraryKind
from jixiao.web.people.roles import Role


def make(county: County, number: int) -> None:
    """The row of this number."""
    data = b"%PDF-1 sample"
    Evidence.objects.create(
        pk=number,
        task=Task.objects.get(pk=number),
        name="sample.pdf",
        sha256=kept(data),
        size=len(data),
        by=county.people[str(Role.UNIT_CLERK)],
    )
    LibraryIndicator.objects.create(
        pk=number, jurisdiction=county.top, kind=LibraryKind.COMMON, level1="Output", name="Sample"
    )
