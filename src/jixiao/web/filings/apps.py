"""Connects what forms that judge say of their projects."""

from django.apps import AppConfig


class FilingsConfig(AppConfig):
    """Facts."""

    name = "jixiao.web.filings"

    def ready(self) -> None:
        """Connect."""
        from jixiao.web.filings import signals  # noqa: F401  # connects by being imported
