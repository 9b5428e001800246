"""How long reading may still take, where a guard gave it a limit: long work stops in time and says so."""

from __future__ import annotations

import time
from typing import Final

_ENDS: Final[list[float]] = []
"""When the time is over, by the monotonic clock; nothing where there is no limit. One file at a time."""


def allow(seconds: float) -> None:
    """Give what is read next so many seconds, counted from now."""
    _ENDS[:] = [time.monotonic() + seconds]


def seconds_left() -> float:
    """The seconds that remain; infinite where nobody set a limit."""
    return _ENDS[0] - time.monotonic() if _ENDS else float("inf")
