"""Connects the freezing of reports."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Reports."""

    name = "jixiao.web.reports"

    def ready(self) -> None:
        """Connect."""
        from jixiao.web.reports import signals  # noqa: F401  # connects by being imported
