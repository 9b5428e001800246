"""Connects the signals of logins."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts."""

    name = "jixiao.web.people"

    def ready(self) -> None:
        """Connect."""
        from jixiao.web.people import signals  # noqa: F401  # connects by being imported
