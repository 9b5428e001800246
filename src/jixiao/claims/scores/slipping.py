"""Whether one slip of a part explains why points do not make their total."""

from collections.abc import Sequence
from typing import Final

from jixiao.core.quantity import Quantity
from jixiao.core.slips import one_slip_apart

_LEAST_MEANT: Final = 10
"""Points of one digit are a slip away from any other."""


def one_slip_explains(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether some part, one slip of it mended, lets the parts make the total."""
    gap = sum((part.number for part in parts), -total.number)
    return any(
        part.number - gap >= _LEAST_MEANT and one_slip_apart(part, part.number - gap) for part in parts
    )
