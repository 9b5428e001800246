"""What others may object to."""

from django.dispatch import Signal

finalising = Signal()
"""A form is about to become final (``task``), by ``actor``: a receiver that raises Refused keeps it open."""
