"""What the readers of blocks hand on: lines with their values and places, and what went wrong."""

from dataclasses import dataclass, field

from jixiao.core.money import MoneyUnit
from jixiao.dossiers.faults import Fault, Position
from jixiao.dossiers.workbook.shapes import Block, Column
from jixiao.dossiers.workbook.trouble import Trouble


@dataclass(slots=True)
class Record:
    """A line with its values by column heading; None where it says nothing."""

    block: Block
    position: Position
    values: dict[str, object] = field(default_factory=dict)
    positions: dict[str, Position] = field(default_factory=dict)


@dataclass(slots=True)
class Log:
    """Faults that forbid the reading, and notices that only have to be known."""

    file: str
    unit: MoneyUnit = MoneyUnit.TEN_THOUSAND
    faults: list[Fault] = field(default_factory=list)
    notices: list[Fault] = field(default_factory=list)

    def fault(self, position: Position, trouble: Trouble, value: str = "") -> None:
        """Something that must be mended."""
        self.faults.append(self._made(position, trouble, value))

    def notice(self, position: Position, trouble: Trouble, value: str = "") -> None:
        """Something that the user should know."""
        self.notices.append(self._made(position, trouble, value))

    def _made(self, position: Position, trouble: Trouble, value: str) -> Fault:
        return Fault(
            self.file,
            position,
            trouble.message,
            trouble.message_en,
            trouble.fix,
            trouble.fix_en,
            value,
        )


def missing(column: Column) -> Trouble:
    """A cell that must not be blank."""
    return Trouble(
        f"“{column.heading}”没有填写",
        f"“{column.heading}” is blank",
        "填上内容；这一行如果不要，把整行清空",
        "fill it in, or clear the whole row",
    )
