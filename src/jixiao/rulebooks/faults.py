"""What is wrong with a rulebook: each fault names file, line and correction, in Chinese and English."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing to mend.

    Attributes:
        file: path of the file, or the name that was asked for where there is no file.
        line: 1-based line; 0 where the fault has none.
        message: what is wrong and how to mend it, Chinese.
        message_en: the same in English.
    """

    file: str
    line: int
    message: str
    message_en: str

    @property
    def place(self) -> str:
        """``file:line``, as editors open it."""
        return f"{self.file}:{self.line}" if self.line else self.file


class RulebookError(Exception):
    """A rulebook cannot be used; ``faults`` are all that was found, in the order of the lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(f"{fault.place}: {fault.message}" for fault in self.faults))
