"""Amounts that one slip of the pen may have made of another, found without trying every slip."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from jixiao.claims.reading.tokens import Token
from jixiao.core.slips import one_slip_apart


class SlipsAway:
    """Figures by their digits, and by what is left of these without any one of them.

    Two figures of which one digit is changed, lost, added or exchanged with its neighbour have one of these
    in common; so have those whose point or unit has slipped.
    """

    def __init__(self, tokens: Iterable[Token]) -> None:
        self._values: dict[str, dict[Decimal, None]] = defaultdict(dict)
        for token in tokens:
            for digits in digits_left(token):
                self._values[digits][token.value] = None

    def of(self, token: Token) -> Iterator[Decimal]:
        """The other values, in base units, that are a slip away; each once, the first told first."""
        found: dict[Decimal, None] = {}
        for digits in digits_left(token):
            found |= self._values.get(digits, {})
        for value in found:
            if value != token.value and one_slip_apart(token.build(), value / token.unit.scale):
                yield value


def digits_left(token: Token) -> Iterator[str]:
    """The digits of a figure, and what is left of them without any one: figures a digit apart share one."""
    digits = f"{abs(token.number):f}".replace(".", "")
    yield digits
    for at in range(len(digits)):
        yield digits[:at] + digits[at + 1 :]
