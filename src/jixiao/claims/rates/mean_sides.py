"""The two sides of a mean while they are looked for, and how topics are recognised in words."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jixiao.claims.reading.tokens import Token

if TYPE_CHECKING:
    from decimal import Decimal

_LEAD = 16


@dataclass(slots=True)
class Sides:
    """Dividends and divisors, best first, and whether the best is told beyond doubt."""

    tops: list[Token] = field(default_factory=list)
    bottoms: list[Token] = field(default_factory=list)
    sure_top: bool = False
    sure_bottom: bool = False


def is_about(token: Token, topic: str) -> bool:
    """Whether the words before a figure name a topic, if in a longer form: 门急诊诊疗 for 门诊."""
    return is_within(topic, token.lead[-_LEAD:])


def is_within(short: str, name: str) -> bool:
    """Whether a name has all signs of a shorter one in their order."""
    signs = iter(name)
    return all(sign in signs for sign in short)


def distinct(tokens: list[Token]) -> list[Token]:
    """The first of each value."""
    first: dict[Decimal, Token] = {}
    for token in tokens:
        first.setdefault(token.value, token)
    return [*first.values()]
