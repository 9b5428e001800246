"""Connects the scoring of forms that were handed in; looks after the figures of projects."""

from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    """Dashboards."""

    name = "jixiao.web.dashboards"

    def ready(self) -> None:
        """Connect."""
        from jixiao.web.dashboards import signals  # noqa: F401  # connects by being imported
        from jixiao.web.dashboards.standing_triggers import STANDING
        from jixiao.web.dashboards.sum_triggers import MONEY, SCORES
        from jixiao.web.looked_after import look_after

        for kept in (STANDING, MONEY, SCORES):  # the sums are of the first
            look_after(self, kept.ensure, kept.table)
