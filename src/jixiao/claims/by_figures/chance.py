"""How easily figures agree by accident: the fewer digits they have, and the more are tried, the easier."""

from decimal import Decimal

from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import plain_digits

_ONE_IN = 50
"""One agreement in so many may be an accident: of a report's some twenty, hardly one."""


def tellings(token: Token) -> Decimal:
    """How many different figures have the digits that this one has: 3742 for 37.42, 2 for 20000."""
    digits = plain_digits(token.number).lstrip("-").replace(".", "").strip("0")
    return Decimal(digits or 1)


def last_place(token: Token) -> Decimal:
    """The place of its last digit that is no nought, in base units: 1000 for 38000元."""
    return abs(token.value) / tellings(token) if token.number else Decimal(0)


def is_no_accident(tried: int, width: Decimal) -> bool:
    """Whether of so many tries, each of which agrees with this probability, hardly one would agree."""
    return tried * width * _ONE_IN <= 1
