"""How many digits a figure is printed with: the fewer, the easier two figures agree by chance."""

from decimal import Decimal


def printed_digits(number: Decimal) -> int:
    """The digits as printed, noughts in front left out: 3 for 0.120, 0 for 0."""
    return len(_signs(number).lstrip("0"))


def significant_digits(number: Decimal) -> int:
    """The digits between the first and the last that is no nought: 2 for 0.120, 1 for 300."""
    return len(_signs(number).strip("0"))


def _signs(number: Decimal) -> str:
    return f"{abs(number):f}".replace(".", "")
