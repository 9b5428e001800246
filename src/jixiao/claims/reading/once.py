"""Functions of a reading that are computed once for each, however many extractors ask."""

from collections.abc import Callable
from functools import wraps
from inspect import unwrap
from typing import TypeVar, cast

from jixiao.claims.reading.document import Reading

T = TypeVar("T")


def once(make: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """Let a function keep what it made of a reading, with the reading itself; nobody may change it."""

    @wraps(make)
    def made(reading: Reading) -> T:
        if make not in reading.made:
            reading.made[make] = make(reading)
        return cast("T", reading.made[make])

    return made


def forget(reading: Reading, made: Callable[[Reading], object]) -> None:
    """Let go of what a function made of a reading.

    What holds the reading itself would else keep it, and all that was read, until the collector of cycles
    searches for it.
    """
    reading.made.pop(unwrap(made), None)
