"""Score a dossier, or all dossiers of a folder."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.core.dossier import Dossier
from jixiao.core.scorecard import Notice, Scorecard
from jixiao.core.scoretable import ScoreTable, TableRow, Unread
from jixiao.dossiers.consistency import inconsistencies
from jixiao.dossiers.discovery import NAME, read
from jixiao.dossiers.faults import DossierError
from jixiao.rulebooks.faults import RulebookError
from jixiao.rulebooks.folders import FILE
from jixiao.rulebooks.loading import load
from jixiao.scoring.card import score
from jixiao.scoring.table import draw, rank

if TYPE_CHECKING:
    from jixiao.rulebooks.resolving import Rulebook

FAULTS = (DossierError, RulebookError)
"""What scoring a path may raise."""


def score_path(path: str | Path, rulebook: str | None = None) -> Scorecard:
    """The scorecard of a dossier: a folder with ``dossier.toml``, a .toml file, or a workbook.

    ``rulebook`` replaces the one that the dossier names: a key, a division code, or a folder.

    Raises:
        DossierError: the dossier cannot be used; every fault.
        RulebookError: the rulebook cannot be used; every fault.
    """
    return Scorer(rulebook).card(read(Path(path)))


class Scorer:
    """Scores many dossiers; each rulebook is read once."""

    def __init__(self, rulebook: str | None = None) -> None:
        self._rulebook = rulebook
        self._loaded: dict[str, Rulebook] = {}

    def card(self, dossier: Dossier) -> Scorecard:
        """The scorecard, with a notice of every total of the dossier that is not the sum of its parts.

        Raises:
            RulebookError: the rulebook cannot be used.
        """
        card = score(dossier, self.rulebook(dossier).rules(dossier.fiscal_year))
        told = tuple(
            Notice("档案", one.message, one.message_en, "" if _within_project(one.facts) else "department")
            for one in inconsistencies(dossier)
        )
        return replace(card, notices=(*card.notices, *told)) if told else card

    def rulebook(self, dossier: Dossier) -> "Rulebook":
        """The rulebook that the dossier is scored by.

        Raises:
            RulebookError: it cannot be used.
        """
        name = self._rulebook or dossier.rulebook
        if name not in self._loaded:
            self._loaded[name] = load(name)
        return self._loaded[name]

    def row(self, path: Path) -> TableRow | Unread:
        """The row of a score table; faults are collected, never raised."""
        try:
            dossier = read(path)
            return TableRow(str(path), dossier.department.code, self.card(dossier))
        except FAULTS as error:
            return Unread(str(path), faults(error))


def _within_project(facts: tuple[str, ...]) -> bool:
    return all(one.startswith("projects.") for one in facts)


def dossiers_in(folder: Path) -> list[Path]:
    """Every dossier below a folder, sorted: .toml files that are no rulebooks, and workbooks.

    Hidden files and the lock files that office programs leave are passed over.
    """
    found: list[Path] = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = [name for name in sorted(names) if not name.startswith((".", "~$"))]
        if NAME in here:  # a workbook beside it was written from it, or it from the workbook
            here = [NAME]
        found += [Path(root) / name for name in here if _may_be_dossier(name)]
    return sorted(found)


def score_table(
    results: Iterable[TableRow | Unread], sample: int | None = None, seed: str = ""
) -> ScoreTable:
    """Rank the rows; with ``sample``, draw that many for a re-check by the seed."""
    rows: list[TableRow] = []
    unread: list[Unread] = []
    for result in results:
        if isinstance(result, TableRow):
            rows.append(result)
        else:
            unread.append(result)
    ranking = rank(rows, unread)
    if sample is None:
        return ranking
    return ScoreTable(ranking.rows, ranking.unread, draw(ranking.rows, sample, seed))


def faults(error: DossierError | RulebookError) -> tuple[tuple[str, str], ...]:
    """Every fault as a line for the user, Chinese and English."""
    if isinstance(error, DossierError):
        return tuple((fault.told("zh"), fault.told("en")) for fault in error.faults)
    return tuple(
        (f"{fault.place}：{fault.message}", f"{fault.place}: {fault.message_en}") for fault in error.faults
    )


def _may_be_dossier(name: str) -> bool:
    ending = Path(name).suffix.lower()
    return ending == ".xlsx" or (ending == ".toml" and name != FILE)
