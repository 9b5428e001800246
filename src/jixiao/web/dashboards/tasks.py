"""What the worker does for dashboards."""

from django_tasks import task


@task()
def score_form(pk: int) -> None:
    """Score a form that was handed in."""
    from jixiao.web.dashboards import scoring  # not when the site starts: it brings the rules

    scoring.score_form(pk)
