"""What is wrong with a dossier: each fault names file, place, value, reason and correction, zh and en."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Self

from jixiao.core.toml_places import Path


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Where in a file: a line of text (1-based; 0 where there is none), or a sheet with its cell."""

    line: int = 0
    sheet: str = ""
    cell: str = ""

    def told(self, language: str = "zh") -> str:
        """``第12行``, ``工作表“项目”C5``, or nothing."""
        chinese = language == "zh"
        if self.line:
            return f"第{self.line}行" if chinese else f"line {self.line}"
        if self.sheet and self.cell:
            return f"工作表“{self.sheet}”{self.cell}" if chinese else f"sheet “{self.sheet}”, {self.cell}"
        if self.sheet:
            return f"工作表“{self.sheet}”" if chinese else f"sheet “{self.sheet}”"
        return ""


Locator = Callable[[Path], Position]
"""From the path of a value in the data as read to where it stands in the file."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend.

    Attributes:
        file: the name of the file as the user knows it.
        position: where in it.
        value: what stands there, as text; empty where something is missing.
        message: what is wrong, Chinese; ``message_en`` the same in English.
        fix: how to mend it, Chinese; ``fix_en`` the same in English.
        fact: the path of the fact, such as ``projects.p13.outturn``; empty where it is none.
    """

    file: str
    position: Position
    message: str
    message_en: str
    fix: str
    fix_en: str
    value: str = ""
    fact: str = field(default="", kw_only=True)

    def told(self, language: str = "zh") -> str:
        """The whole fault as one line for the user."""
        place = self.position.told(language)
        if language == "zh":
            where = f"{self.file} {place}".rstrip()
            return f"{where}：{self.message}。改正：{self.fix}。"
        where = f"{self.file}, {place}" if place else self.file
        return f"{where}: {self.message_en}. To mend: {self.fix_en}."


class DossierError(Exception):
    """A dossier cannot be used; ``faults`` are all that was found, in the order of their places."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        found = dict.fromkeys(faults)
        self.faults = tuple(sorted(found, key=lambda fault: (fault.file, fault.position)))
        super().__init__("\n".join(fault.told() for fault in self.faults))

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Fault, ...]]]:
        """As made, so that it can come back from another process."""
        return type(self), (self.faults,)
