"""What the worker does for reports; each may be run twice."""

from django_tasks import task

from jixiao.web.reports import writing


@task()
def list_offers(pk: int) -> None:
    """The kinds on offer."""
    writing.list_offers(pk)


@task()
def check_year(pk: int) -> None:
    """The self-check of a department's year."""
    writing.check_year(pk)


@task()
def write_paper(pk: int) -> None:
    """A report's page."""
    writing.write_paper(pk)


@task()
def write_copy(pk: int) -> None:
    """A report's file."""
    writing.write_copy(pk)
