"""Figures of one kind of unit in one place, sorted, so that those near a value are found at once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal

from jixiao.claims.by_figures.chance import last_place
from jixiao.claims.reading.tokens import Token

AMOUNTS = ("yuan", "count")
"""Kinds of units whose figures make rates and sums."""
RATES = frozenset(("rate", "share", "growth", "ratio"))
"""Kinds of claims that tell what a percentage is of."""


class Pool:
    """Figures by their value; of equal ones the first."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        """Sort them."""
        self._by_value: dict[Decimal, Token] = {}
        for token in tokens:
            if token.number:
                self._by_value.setdefault(token.value, token)
        self._values = sorted(self._by_value)
        self.finest = min((last_place(token) for token in self._by_value.values()), default=Decimal(0))
        """The least place in which any of them ends."""
        steps = (token.unit.step(token.decimals) for token in self._by_value.values())
        self.coarsest = max(steps, default=Decimal(0))
        """The largest last place of any as printed."""

    def __len__(self) -> int:
        """How many different values there are."""
        return len(self._values)

    def __iter__(self) -> Iterator[Token]:
        """The figures, the smallest first."""
        return (self._by_value[value] for value in self._values)

    def near(self, value: Decimal, slack: Decimal) -> Iterator[Token]:
        """Those no further from the value than this."""
        begin = bisect_left(self._values, value - slack)
        stop = bisect_right(self._values, value + slack)
        return (self._by_value[found] for found in self._values[begin:stop])
