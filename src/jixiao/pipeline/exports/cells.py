"""The amounts of one recognised table: each cell of figures becomes a statement, or is told as not read."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from jixiao.claims.final_accounts.structure import AccountsTable as Found
from jixiao.claims.final_accounts.structure import Line, Slot
from jixiao.core.accounts_review import Notice, Origin
from jixiao.core.money import Money, MoneyUnit
from jixiao.core.place import Place
from jixiao.core.quantity import Quantity, Unit
from jixiao.dossiers.exports.expressions import Path
from jixiao.dossiers.exports.statements import Statement
from jixiao.pipeline.exports import wording

_SCALES = {10**unit.exponent: unit for unit in MoneyUnit}
_NOTHING = ("无", "不适用")
"""Words for having no amount, as good as a blank."""


@dataclass(slots=True)
class Cells:
    """Takes in cells of the table ``found``, which the rulebook calls ``title``.

    ``unit`` counts amounts of tables that tell none. ``unitless`` says that some amount has no unit at all;
    ``used`` are the rows of which a figure was read, by block and row.
    """

    file: str
    found: Found
    title: str
    unit: MoneyUnit | None = None
    statements: list[Statement] = field(default_factory=list)
    not_read: list[Notice] = field(default_factory=list)
    units: dict[str, None] = field(default_factory=dict)
    unitless: bool = False
    figures: int = 0
    used: set[tuple[int, int]] = field(default_factory=set)

    def state(self, line: Line, at: int, path: Path, expression: str, rows: str) -> bool:
        """Take in the amount of a cell; whether there is one."""
        slot = line.figures.get(at)
        self.count(line, slot)
        quantity = self._amount(slot)
        if quantity is None:
            return False
        unit = MoneyUnit(quantity.unit.word)
        self.units[unit.value] = None
        origin = Origin(self.file, self.title, quantity.place, quantity.text, unit.value)
        amount = Money(quantity.number, unit)
        self.statements.append(Statement(path, expression, rows, amount, quantity.meant, origin))
        return True

    def _amount(self, slot: Slot | None) -> Quantity | None:
        """The figure of a cell in a unit of money; None where it is none, a wrong unit noted."""
        quantity = slot.quantity() if slot is not None else None
        if quantity is None:
            return None
        if quantity.unit.kind == "yuan" and (own := _SCALES.get(int(quantity.unit.scale))) is not None:
            return _in(quantity, own)
        if quantity.unit.word and quantity.unit.word in quantity.text:
            told = (quantity.text, quantity.unit.word, self.file, quantity.place)
            self.not_read.append(wording.other_unit(*told))
            return None
        unit = self._declared_unit()  # a column of small amounts may have been taken for percentages
        self.unitless |= unit is None
        return None if unit is None else _in(quantity, unit)

    def _declared_unit(self) -> MoneyUnit | None:
        """The unit of the table's amounts, else that which the user gave."""
        for line in self.found.lines:
            for slot in line.figures.values():
                quantity = slot.quantity()
                if quantity is not None and quantity.unit.kind == "yuan":
                    return _SCALES.get(int(quantity.unit.scale))
        return self.unit

    def count(self, line: Line, slot: Slot | None) -> None:
        """Take note of a cell of figures: of a figure, or of words that are none."""
        if slot is None:
            return
        if slot.token is not None:
            self.figures += 1
            self.used.add((line.block.index, line.row))
        elif slot.state == "text" and slot.block is not None and slot.cell is not None:
            words = slot.cell.text.strip()
            if words not in _NOTHING:
                place = slot.block.place(0, len(slot.cell.text), slot.cell)
                self.not_read.append(wording.no_amount(words, self.file, place))

    def mark(self, line: Line, columns: dict[int, int]) -> None:
        """A sum: read and left to the checks, never stored."""
        for at in columns:
            self.count(line, line.figures.get(at))

    def has_amount(self, line: Line, columns: dict[int, int]) -> bool:
        """Whether the line has a figure in one of the columns."""
        return any(slot.token is not None for at in columns if (slot := line.figures.get(at)) is not None)


def _in(quantity: Quantity, unit: MoneyUnit) -> Quantity:
    return replace(quantity, unit=Unit("yuan", Decimal(10) ** unit.exponent, unit.value))


def label_of(line: Line) -> str:
    """The name of a line as printed."""
    return line.label.text.strip() if line.label is not None else line.name


def place_of(line: Line) -> Place:
    """Where a line is named."""
    length = len(line.label.text) if line.label is not None else 0
    return line.block.place(0, length, line.label)
