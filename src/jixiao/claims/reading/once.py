"""Functions of a reading that are computed once for each, however many extractors ask."""

from collections.abc import Callable
from functools import wraps
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
