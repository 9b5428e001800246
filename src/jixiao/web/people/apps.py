"""Connects the signals of logins, looks after encrypted secrets."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts."""

    name = "jixiao.web.people"

    def ready(self) -> None:
        """Connect."""
        from jixiao.web.looked_after import look_after
        from jixiao.web.people import signals  # noqa: F401  # connects by being imported
        from jixiao.web.people.storing import encrypt_anew

        look_after(self, encrypt_anew, "people.encryption")
