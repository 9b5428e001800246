"""Connects the scoring of forms that were handed in."""

from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    """Dashboards."""

    name = "jixiao.web.dashboards"

    def ready(self) -> None:
        """Connect."""
        from jixiao.web.dashboards import signals  # noqa: F401  # connects by being imported
        from jixiao.web.dashboards.indexes import ensure
        from jixiao.web.looked_after import look_after

        look_after(self, ensure, "dashboards.indexes")
