"""Values made by the thousand: equal by what they hold, fit for sets, with slots."""

from dataclasses import field, replace

import pytest

from jixiao.core.frozen import frozen


@frozen
class Point:
    """A value."""

    x: int
    y: int = 0
    sum: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Compute what is asked for again and again."""
        object.__setattr__(self, "sum", self.x + self.y)


def test_equal_by_their_fields() -> None:
    assert Point(1, 2) == Point(1, 2) != Point(1)
    assert {Point(1, 2), Point(1, 2)} == {Point(1, 2)}


def test_replace_makes_another() -> None:
    point = Point(1, 2)
    assert (replace(point, x=5).sum, point.sum) == (7, 3)


def test_nothing_can_be_added() -> None:
    with pytest.raises(AttributeError):
        object.__setattr__(Point(1), "z", 1)
