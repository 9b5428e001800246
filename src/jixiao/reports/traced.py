"""Numbers that remember where they came from: arithmetic on them builds their formula."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from jixiao.core.ledger import Constant, Expression, Operation, Term, Total
from jixiao.reports.nothing import Nothing

if TYPE_CHECKING:
    from jixiao.reports.printing import Printer

Kind = Literal["money", "percent", "points", "count", "number"]
"""``money`` is in yuan, ``percent`` in percent; the others are what they are."""

_WORDS: Final = {"+": "加", "-": "减", "*": "乘", "/": "除"}


class Unfit(Exception):  # noqa: N818  # a fault of a template, told with its line
    """Something that a template must not do, in words for whoever wrote it."""


@dataclass(frozen=True, slots=True, eq=False)
class Traced:
    """A number of a template.

    Attributes:
        value: exact.
        kind: what it counts.
        expression: the facts and the formula.
        unit: the word printed behind: 个, 人; of money and percent none.
        decimals: as entered, None where computed.
        printer: prints it and notes the printing in the ledger.
    """

    value: Fraction
    kind: Kind
    expression: Expression
    printer: "Printer"
    unit: str = ""
    decimals: int | None = None

    def __str__(self) -> str:
        return self.printer.printed(self)

    def __bool__(self) -> bool:
        """A stated number is something, also when it is zero."""
        return True

    def __hash__(self) -> int:
        return hash(self.value)

    def __add__(self, other: object) -> "Computed":
        return self._joined("+", other)

    def __radd__(self, other: object) -> "Computed":
        return self._lifted(other)._joined("+", self)

    def __sub__(self, other: object) -> "Computed":
        return self._joined("-", other)

    def __rsub__(self, other: object) -> "Computed":
        return self._lifted(other)._joined("-", self)

    def __mul__(self, other: object) -> "Computed":
        return self._joined("*", other)

    def __rmul__(self, other: object) -> "Computed":
        return self._lifted(other)._joined("*", self)

    def __truediv__(self, other: object) -> "Computed":
        return self._joined("/", other)

    def __rtruediv__(self, other: object) -> "Computed":
        return self._lifted(other)._joined("/", self)

    def __neg__(self) -> "Computed":
        return 0 - self

    def __abs__(self) -> "Computed":
        return self if self.value >= 0 else -self

    def __eq__(self, other: object) -> bool:
        return self._compared(other, lambda left, right: left == right)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __lt__(self, other: object) -> bool:
        return self._compared(other, lambda left, right: left < right)

    def __le__(self, other: object) -> bool:
        return self._compared(other, lambda left, right: left <= right)

    def __gt__(self, other: object) -> bool:
        return self._compared(other, lambda left, right: left > right)

    def __ge__(self, other: object) -> bool:
        return self._compared(other, lambda left, right: left >= right)

    def _compared(self, other: object, how: Callable[[Fraction, Fraction], bool]) -> bool:
        if isinstance(other, Gap):
            return False
        try:
            return how(self.value, self._lifted(other).value)
        except Unfit:
            return False

    def _lifted(self, other: object) -> "Traced":
        """The other operand: a number that the template writes is a constant of the same kind."""
        if isinstance(other, Traced):
            return other
        if isinstance(other, bool | float) or not isinstance(other, int | Decimal | str):
            raise Unfit(f'“{other}”不能参与计算：小数请加引号写成 "1.5"，不要直接写 1.5')
        try:
            number = Decimal(other)
        except ArithmeticError as error:
            raise Unfit(f"“{other}”不是数，不能参与计算") from error
        return Traced(Fraction(number), "number", Constant(number), self.printer)

    def _joined(self, sign: Literal["+", "-", "*", "/"], other: object) -> "Computed":
        if isinstance(other, Gap):
            return other
        if isinstance(other, Nothing):
            absent: Any = other  # prints and behaves as the stated absence that it is
            return self if sign in "+-" else absent
        right = self._lifted(other)
        expression = Operation(sign, self.expression, right.expression)
        if sign == "/" and right.value == 0:
            return Gap(self.printer, "除数为0，无法计算", terms_of=expression)
        value = {
            "+": lambda: self.value + right.value,
            "-": lambda: self.value - right.value,
            "*": lambda: self.value * right.value,
            "/": lambda: self.value / right.value,
        }[sign]()
        return Traced(value, self._kind(sign, right), expression, self.printer, self._unit(sign, right))

    def _kind(self, sign: str, right: "Traced") -> Kind:
        if sign in "+-":
            if self.kind != right.kind and "number" not in (self.kind, right.kind):
                raise Unfit(f"两种不同的数不能相{_WORDS[sign]}（{self.kind}、{right.kind}）")
            return right.kind if self.kind == "number" else self.kind
        if sign == "*":
            return right.kind if self.kind == "number" else self.kind
        return "number" if self.kind == right.kind else self.kind

    def _unit(self, sign: str, right: "Traced") -> str:
        return "" if sign == "/" and self.unit == right.unit else self.unit or right.unit


class Gap:
    """A fact that nobody has entered. It is false in conditions, and printing it shows what is missing."""

    __slots__ = ("path", "printer", "words")

    def __init__(
        self, printer: "Printer", words: str, path: str = "", terms_of: Expression | None = None
    ) -> None:
        self.printer = printer
        self.words = words
        self.path = path or (str(terms_of) if terms_of is not None else "")

    def __str__(self) -> str:
        return self.printer.missing(self)

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __getattr__(self, name: str) -> "Gap":
        """What is missing has missing parts."""
        if name.startswith("_"):
            raise AttributeError(name)
        return Gap(self.printer, self.words, f"{self.path}.{name}")

    def __iter__(self) -> "Gap":
        return self

    def __next__(self) -> object:
        raise StopIteration

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Gap)

    def __hash__(self) -> int:
        return hash(self.path)

    def _same(self, _other: object = None) -> "Gap":
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _same
    __neg__ = __abs__ = _same

    def _never(self, _other: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _never


Computed: TypeAlias = Traced | Gap


def percentage(part: Computed, whole: Computed) -> Computed:
    """Part ÷ whole × 100, in percent."""
    ratio = part / whole
    if isinstance(ratio, Gap):
        return ratio
    expression = Operation("*", ratio.expression, Constant(Decimal(100)))
    return Traced(ratio.value * 100, "percent", expression, ratio.printer)


def total(parts: list[Computed], printer: "Printer") -> Computed:
    """The sum; a gap where one part is missing."""
    known = [part for part in parts if isinstance(part, Traced)]
    if len(known) < len(parts):
        return next(part for part in parts if isinstance(part, Gap))
    if not known:
        return Gap(printer, "没有可以合计的数")
    value = sum((part.value for part in known), Fraction(0))
    kind, unit = known[0].kind, known[0].unit
    return Traced(value, kind, Total(tuple(part.expression for part in known)), printer, unit)


def fact(value: Decimal, kind: Kind, path: str, printer: "Printer", unit: str = "") -> Traced:
    """A number of the dossier or scorecard as it stands there."""
    exponent = value.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return Traced(Fraction(value), kind, Term(path), printer, unit, decimals)
