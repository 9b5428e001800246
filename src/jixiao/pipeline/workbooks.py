"""The Excel workbook of a dossier: made empty, written from a dossier, read back."""

from dataclasses import dataclass
from pathlib import Path

from jixiao.dossiers.discovery import read as read_dossier
from jixiao.dossiers.faults import DossierError, Fault
from jixiao.dossiers.toml import write_toml
from jixiao.dossiers.workbook import new_workbook as new
from jixiao.dossiers.workbook import write_workbook
from jixiao.dossiers.workbook.reading.reader import read
from jixiao.dossiers.workbook.writing.cells import UnwritableError
from jixiao.rulebooks.faults import RulebookError
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.resolving import Rulebook, Rules

__all__ = ["FAULTS", "ReadWorkbook", "UnwritableError", "new_workbook", "read_workbook", "written_workbook"]

FAULTS = (DossierError,)
"""What reading raises."""


@dataclass(frozen=True, slots=True)
class ReadWorkbook:
    """A workbook as the text of a dossier, and what the user should know about the reading."""

    toml: str
    notices: tuple[Fault, ...]


def new_workbook(rulebook: Rulebook, year: int) -> bytes:
    """An empty workbook."""
    return new(rulebook.rules(year), year)


def read_workbook(data: bytes, name: str) -> ReadWorkbook:
    """The dossier in a workbook.

    Raises:
        DossierError: every fault.
    """
    found = read(data, name)
    return ReadWorkbook(write_toml(found.dossier), found.notices)


def written_workbook(path: Path) -> bytes:
    """The workbook of a dossier at a path, with the words of its rulebook where that can be loaded.

    Raises:
        DossierError: the dossier cannot be read.
        UnwritableError: a text is longer than a cell can hold.
    """
    dossier = read_dossier(path)
    rules: Rules | None
    try:
        rules = load(dossier.rulebook).rules(dossier.fiscal_year)
    except RulebookError:
        rules = None  # the lists of its words are a help, not a need
    return write_workbook(dossier, rules)
