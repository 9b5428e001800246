"""What the worker does for an appraisal."""

from django_tasks import task

from jixiao.web.appraisal import scoring


@task()
def score_county(pk: int) -> None:
    """The county's score table."""
    scoring.score_county(pk)
