"""Formulas of a ledger as read from a file: back to expressions, and their value with the facts of today."""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from jixiao.core.ledger import Constant, Expression, Operation, Term, Total

_PIECE: Final = re.compile(
    r"\s*(?:\{(?P<path>[^{}]*)\}|(?P<number>-?\d+(?:\.\d+)?)|(?P<sign>[+−×÷])|(?P<bracket>[（）]))"
)
_SIGNS: Final[dict[str, Literal["+", "-", "*", "/"]]] = {"+": "+", "−": "-", "×": "*", "÷": "/"}
_DEEPEST: Final = 60


def parsed(formula: str) -> Expression:
    """The expression of a formula as `jixiao.core.ledger.written` writes it.

    Raises:
        ValueError: it is no such formula.
    """
    reader = _Reader(formula)
    found = reader.sum(0)
    if reader.piece is not None:
        raise ValueError(formula)
    return found


def valued(expression: Expression, fact: Callable[[str], Fraction]) -> Fraction:
    """The value of an expression; ``fact`` gives that of a path.

    Raises:
        ZeroDivisionError: it divides by nothing.
    """
    if isinstance(expression, Term):
        return fact(expression.path)
    if isinstance(expression, Constant):
        return Fraction(expression.value)
    if isinstance(expression, Total):
        return sum((valued(part, fact) for part in expression.parts), Fraction(0))
    left, right = valued(expression.left, fact), valued(expression.right, fact)
    if expression.sign == "+":
        return left + right
    if expression.sign == "-":
        return left - right
    return left * right if expression.sign == "*" else left / right


class _Reader:
    """Reads from left to right; products bind closer than sums."""

    def __init__(self, formula: str) -> None:
        self._formula = formula
        self._at = 0
        self.piece: re.Match[str] | None = None
        self._next()

    def sum(self, depth: int) -> Expression:
        found = self._product(depth)
        while self._sign() in ("+", "−"):
            sign = self._taken()
            found = Operation(_SIGNS[sign], found, self._product(depth))
        return found

    def _product(self, depth: int) -> Expression:
        found = self._single(depth)
        while self._sign() in ("×", "÷"):
            sign = self._taken()
            found = Operation(_SIGNS[sign], found, self._single(depth))
        return found

    def _single(self, depth: int) -> Expression:
        piece = self.piece
        if piece is None or piece["sign"] or piece["bracket"] == "）" or depth > _DEEPEST:
            raise ValueError(self._formula)
        self._next()
        if piece["number"]:
            return Constant(Decimal(piece["number"]))
        if piece["bracket"]:
            found = self.sum(depth + 1)
            if self.piece is None or self.piece["bracket"] != "）":
                raise ValueError(self._formula)
            self._next()
            return found
        return Term(piece["path"])

    def _sign(self) -> str | None:
        return None if self.piece is None else self.piece["sign"]

    def _taken(self) -> str:
        sign = self._sign() or ""
        self._next()
        return sign

    def _next(self) -> None:
        if self._formula[self._at :].strip():
            self.piece = _PIECE.match(self._formula, self._at)
            if self.piece is None:
                raise ValueError(self._formula)
            self._at = self.piece.end()
        else:
            self.piece = None
