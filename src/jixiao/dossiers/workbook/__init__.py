"""The Excel workbook of one dossier: the form that a clerk fills in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.core.dossier import Dossier
    from jixiao.rulebooks.resolving import Rules


def new_workbook(rules: Rules, year: int) -> bytes:
    """An empty workbook for a place and fiscal year, with the lines that the place prescribes."""
    from jixiao.dossiers.workbook.drafting import draft
    from jixiao.dossiers.workbook.writing.book import book

    return book(draft(rules, year), rules, draft=True)


def write_workbook(dossier: Dossier, rules: Rules | None = None) -> bytes:
    """The workbook that holds all facts of a dossier; ``rules`` give the words of drop-down lists.

    Raises:
        UnwritableError: a text is longer than the 32,767 characters of a cell.
    """
    from jixiao.dossiers.workbook.writing.book import book

    return book(dossier, rules)


def read_workbook(data: bytes, name: str) -> Dossier:
    """The dossier that a workbook states.

    Raises:
        DossierError: with all that is wrong with it, by sheet and cell.
    """
    from jixiao.dossiers.workbook.reading.reader import read

    return read(data, name).dossier
