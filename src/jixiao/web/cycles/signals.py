"""What others may object to."""

from dataclasses import dataclass

from django.dispatch import Signal

finalising = Signal()
"""A form is about to become final (``task``), by ``actor``: a receiver that raises Refused keeps it open."""

foreseeing = Signal()
"""Forms that the next approval would make final (``tasks``): a receiver answers what it would object to, as a
dict from their numbers to `Objection`, in as many queries for many as for one."""


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a form would not become final; not ``certain``: that is looked at when it is approved."""

    words: str
    certain: bool = True
