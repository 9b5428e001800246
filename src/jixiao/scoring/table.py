"""Ranks departments, and draws the sample for a re-check."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from jixiao.core.scoretable import Sample, ScoreTable, TableRow, Unread


def rank(rows: Iterable[TableRow], unread: Iterable[Unread] = ()) -> ScoreTable:
    """Best first; equal scores share a rank and the next ones are left out (1, 2, 2, 4)."""
    ordered = sorted(rows, key=_order)
    known = [(row.score, row) for row in ordered if row.score is not None]
    known.sort(key=lambda pair: pair[0], reverse=True)
    ranked: list[TableRow] = []
    for number, (score, row) in enumerate(known, start=1):
        tied = ranked[-1].rank if ranked and ranked[-1].score == score else number
        ranked.append(replace(row, rank=tied))
    return ScoreTable((*ranked, *(row for row in ordered if row.score is None)), tuple(unread))


def draw(rows: Sequence[TableRow], count: int, seed: str) -> Sample:
    """``count`` rows, or all where there are fewer.

    Each row's lot is the SHA-256 of seed, rulebook, year and department code joined by ``:`` in UTF-8;
    the smallest lots are drawn. So anyone can draw again, on any machine and in any language, and neither
    the order of the files nor their names matter.
    """
    return Sample(seed, tuple(sorted(rows, key=lambda row: lot(row, seed))[:count]))


def lot(row: TableRow, seed: str) -> str:
    """The row's lot."""
    parts = (seed, row.card.rulebook, str(row.card.year), row.code or row.card.department)
    return hashlib.sha256(":".join(parts).encode("utf-8")).hexdigest()


def _order(row: TableRow) -> tuple[str, int, str, str]:
    return row.card.rulebook, row.card.year, row.card.department, row.file
