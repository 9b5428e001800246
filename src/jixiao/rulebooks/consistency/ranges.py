"""Numbers lie where they can have a meaning."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from jixiao.core.toml_places import Path
from jixiao.rulebooks.schema.topics import (
    Checkpoint,
    Deadline,
    Execution,
    FixedLeaf,
    Grades,
    Group,
    Lamps,
    Part,
    Rounding,
    Scheme,
)
from jixiao.rulebooks.stated import Problem, Stated, plain

_RANGES: Final[tuple[tuple[type[Part], str, int, int | None], ...]] = (
    (Rounding, "decimals", 0, 6),
    (Grades, "decimals", 0, 6),
    (Execution, "points", 0, 100),
    (Group, "points", 0, None),
    (FixedLeaf, "weight", 0, None),
    (Scheme, "full", 1, None),
    (Scheme, "weights", 1, None),
    (Scheme, "applicable_points", 1, None),
    (Checkpoint, "through_month", 1, 12),
    (Checkpoint, "execution_below", 0, 100),
    (Deadline, "month", 1, 12),
    (Deadline, "day", 1, 31),
    (Deadline, "days_after", 0, None),
)
"""The kind of part, its key, the least and the greatest value."""


def problems(stated: Stated) -> Iterator[Problem]:
    """Numbers out of range, lamps that are never lit."""
    for kind, key, least, greatest in _RANGES:
        for path, part in stated.parts(kind):
            value = getattr(part, key)
            if value is not None and (value < least or (greatest is not None and value > greatest)):
                yield _out_of_range((*path, key), value, least, greatest)
    for path, lamps in stated.parts(Lamps):
        limits = [
            limit for limit in (lamps.red_below, lamps.yellow_below, lamps.blue_from) if limit is not None
        ]
        if any(low >= high for low, high in pairwise(limits)):
            shown, shown_en = (sign.join(map(plain, limits)) for sign in ("、", ", "))
            yield Problem(
                path,
                f"预警灯界限应逐个增大：red_below < yellow_below < blue_from，现在是 {shown}。请改正。",
                f"the limits of the lamps must grow: red_below < yellow_below < blue_from; not {shown_en}.",
            )


def _out_of_range(path: Path, value: Decimal | int, least: int, greatest: int | None) -> Problem:
    zh = f"在 {least} 到 {greatest} 之间" if greatest is not None else f"不小于 {least}"
    en = f"between {least} and {greatest}" if greatest is not None else f"at least {least}"
    return Problem(
        path,
        f"{path[-1]} = {plain(value)} 超出范围，应{zh}。请改正。",
        f"{path[-1]} = {plain(value)} is out of range: it must be {en}.",
    )
