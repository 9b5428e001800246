"""The seal of an entry."""

import hashlib
import json
from typing import Final, Protocol

START: Final = "0" * 64


class Sealed(Protocol):
    """What the seal covers."""

    number: int
    at: str
    actor_id: int | None
    actor_name: str
    verb: str
    outcome: str
    place_id: int | None
    subject: str
    details: str
    previous: str


def seal(entry: Sealed) -> str:
    """The SHA-256 of every field of an entry and of the seal before it."""
    fields = [
        entry.number,
        entry.at,
        entry.actor_id,
        entry.actor_name,
        entry.verb,
        entry.outcome,
        entry.place_id,
        entry.subject,
        entry.details,
        entry.previous,
    ]
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode("utf-8")).hexdigest()
