"""Printing of numbers and words: each printing becomes an entry of the ledger."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from jixiao.core.digits import plain, plain_digits
from jixiao.core.ledger import Entry, Origin, Term, terms, written
from jixiao.core.money import MoneyUnit
from jixiao.reports import signs
from jixiao.reports.inserts import Insert, Inserts
from jixiao.reports.traced import Gap, Traced

_DECIMALS: Final = 2  # amounts and rates in reports
_MORE: Final = 8  # decimals kept of a number that does not end
NUMBER: Final = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+|(?:,[0-9]{3})+(?:\.[0-9]+)?)?")
_FULL_WIDTH: Final = str.maketrans("０１２３４５６７８９．", "0123456789.", ",")


class Printer:
    """Notes everything that a report prints. One per report.

    ``money_unit`` is the unit of amounts unless a template asks for another.
    """

    def __init__(self, money_unit: MoneyUnit) -> None:
        self.money_unit = money_unit
        self.entries: list[Entry] = []
        self.gaps: list[Gap] = []
        self.inserts = Inserts()
        self.environment: Any = None  # of Jinja, in which the report's templates run

    def printed(
        self,
        number: Traced,
        *,
        unit: str | None = None,
        decimals: int | None = None,
        bare: bool = False,
        grouped: bool = False,
    ) -> str:
        """The number with its mark.

        ``unit``: 元, 万元 or 亿元 for money, otherwise the word behind; ``bare`` leaves it to a heading;
        ``grouped`` sets thousands separators.
        """
        word, value = self._scaled(number, unit)
        places = self._places(number, value, bare=bare) if decimals is None else decimals
        rounded = _half_up(value, places)
        digits = f"{rounded:,f}" if grouped else plain_digits(rounded)
        shown = digits if bare else digits + word
        origin: Origin = "fact" if isinstance(number.expression, Term) else "computed"
        formula = "" if origin == "fact" else written(number.expression)
        facts = terms(number.expression)
        self.entries.append(
            Entry(
                self._name(), shown, _ended(value, places), word, places, origin, facts, formula,
                number.expression,
            )
        )  # fmt: skip
        return signs.figure(len(self.entries) - 1, shown)

    def rounded(self, number: Traced) -> Decimal:
        """The number as it is printed by itself, without noting it."""
        _, value = self._scaled(number, None)
        return _half_up(value, self._places(number, value))

    def words(self, text: str, path: str, origin: Origin = "words") -> str:
        """Words of the dossier; the numbers in them are marked, too."""
        parts: list[str] = []
        last = 0
        text = signs.plain(text)
        for match in NUMBER.finditer(text):
            parts += (signs.disguised(text[last : match.start()]), self.literal(match[0], path, origin))
            last = match.end()
        return "".join(parts) + signs.disguised(text[last:])

    def literal(self, digits: str, path: str, origin: Origin) -> str:
        """A number that is printed as it stands in words or in a template."""
        self.entries.append(self.literal_entry(digits, path, origin))
        return signs.figure(len(self.entries) - 1, digits)

    def literal_entry(self, digits: str, path: str, origin: Origin) -> Entry:
        """The entry of such a number, not yet noted."""
        value = Decimal(digits.translate(_FULL_WIDTH).replace(",", ""))
        places = len(digits.translate(_FULL_WIDTH).partition(".")[2])
        return Entry(self._name(), digits, value, "", places, origin, (path,))

    def missing(self, absent: Gap) -> str:
        """A visible gap."""
        self.gaps.append(absent)
        return signs.gap(f"〔待补：{absent.words}〕")

    def insert(self, insert: Insert) -> str:
        """A place in the text for a table, form, chart or diagram."""
        return signs.insert(self.inserts.add(insert))

    def _name(self) -> str:
        return f"_jx{len(self.entries):05d}"

    def _scaled(self, number: Traced, unit: str | None) -> tuple[str, Fraction]:
        """The unit word and the value in that unit."""
        if number.kind == "money":
            scale = MoneyUnit(unit) if unit else self.money_unit
            return scale.value, number.value / 10**scale.exponent
        if number.kind == "percent":
            return "%", number.value
        return number.unit if unit is None else unit, number.value

    @staticmethod
    def _places(number: Traced, value: Fraction, *, bare: bool = False) -> int:
        if number.kind in ("money", "percent"):
            # in sentences 0万元, 占0%, 占100%; in columns, where the heading names the unit, 0.00
            plain_number = value == 0 or (number.kind == "percent" and value == 100)
            return 0 if plain_number and not bare else _until_seen(value)
        if number.kind == "count":
            return 0
        for places in range(_DECIMALS):
            if (value * 10**places).denominator == 1:
                return places
        return _DECIMALS


def number_text(value: Fraction) -> str:
    """A number without marks, for conditions and messages: 71, 92.81."""
    return plain(_half_up(value, _DECIMALS))


def _until_seen(value: Fraction) -> int:
    """Decimals of an amount: two, or as many as it takes to tell it from nothing (17元 is 0.0017万元)."""
    if not value or _half_up(value, _DECIMALS):
        return _DECIMALS
    exact = (places for places in range(_DECIMALS, _MORE) if (value * 10**places).denominator == 1)
    return next(exact, _MORE)


def _half_up(value: Fraction, places: int) -> Decimal:
    whole = abs(value.numerator) * 10**places * 2 // value.denominator
    rounded = Decimal((whole + 1) // 2).scaleb(-places)
    return -rounded if value < 0 and rounded else rounded


def _ended(value: Fraction, places: int) -> Decimal:
    """The exact value where it ends within some more decimals, otherwise cut there."""
    number = _half_up(value, places + _MORE)
    ends = 10 ** (places + _MORE) % value.denominator == 0
    return Decimal(plain(number)) if ends else number
