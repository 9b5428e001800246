"""What an application sees to whenever the database is as the program needs it: indexes, triggers."""

from collections.abc import Callable
from typing import Any, Final

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.dispatch import Signal

up_to_date: Final = Signal()
"""Sent at a start at which nothing had to be migrated: an earlier one may have died just before the end."""


def look_after(config: AppConfig, ensure: Callable[..., Any], name: str) -> None:
    """Call ``ensure`` after every migration and at every start; it does what is missing, mostly nothing."""
    post_migrate.connect(ensure, sender=config, dispatch_uid=name)
    up_to_date.connect(ensure, dispatch_uid=name)
