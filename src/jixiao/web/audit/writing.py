"""Appends an entry to the log."""

import json
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final

from django.contrib.auth.models import AnonymousUser
from django.db import models, transaction
from django.utils import timezone

from jixiao.web.audit.chain import seal
from jixiao.web.audit.models import Event, Head

if TYPE_CHECKING:
    from jixiao.web.organisations.models import Organisation
    from jixiao.web.people.models import User


class Console(AnonymousUser):
    """Whoever runs a command at the server itself: no account, no role, a name that no account can have."""

    username = "(console)"
    is_authenticated = True


CONSOLE: Final = Console()
TOKEN: Final[ContextVar[int]] = ContextVar("token", default=0)
"""The number of the token by which a program asks for the person, while it does; 0: the person asks."""


def record(  # the parts of a sentence
    actor: "User | None",
    verb: str,
    *,
    place: "Organisation | None" = None,
    subject: models.Model | None = None,
    outcome: str = "done",
    details: dict[str, Any] | None = None,
) -> Event:
    """Append an entry; inside the caller's transaction, so that it stands or falls with the write."""
    if number := TOKEN.get():
        details = {**(details or {}), "token": number}
    with transaction.atomic():
        head, _ = Head.objects.select_for_update().get_or_create(pk=1)
        event = Event(
            number=head.number + 1,
            at=timezone.now().isoformat(timespec="microseconds"),
            actor_id=actor.pk if actor and actor.is_authenticated else None,
            actor_name=actor.username if actor and actor.is_authenticated else "",
            verb=verb,
            outcome=outcome,
            place_id=place.pk if place else None,
            subject=f"{subject._meta.label_lower}:{subject.pk}" if subject else "",  # noqa: SLF001  # Django's own
            details=json.dumps(details, ensure_ascii=False, sort_keys=True, default=str) if details else "",
            previous=head.hash,
        )
        event.hash = seal(event)
        event.save(force_insert=True)
        head.number, head.hash = event.number, event.hash
        head.save()
    return event
