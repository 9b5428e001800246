"""Files of others checked by the rulebook of a place, too: ``jixiao check --rulebook``."""

import re
from functools import cache
from pathlib import Path
from typing import Final

from jixiao.core.document import Document
from jixiao.core.prescription import Headings
from jixiao.core.report import Report
from jixiao.formats.guarded import Guard
from jixiao.pipeline import prescribed
from jixiao.pipeline.checking import check_path
from jixiao.pipeline.sections import Prescribing, present
from jixiao.rulebooks.loading import load
from jixiao.rulebooks.resolving import Rulebook, Rules

_YEAR: Final = re.compile(r"\d{4}")


def check_path_by(
    path: str | Path, rulebook: str, guard: Guard | None = None, *, office: bool = False
) -> Report:
    """Check a file against what the place prescribes, too; fit for worker processes.

    Raises:
        RulebookError: the rulebook cannot be used.
    """
    return check_path(path, prescribing(rulebook), guard, office=office)


def prescribing(rulebook: str) -> Prescribing:
    """What tells the sections that the place prescribes for a document of a year.

    Raises:
        RulebookError: the rulebook cannot be used.
    """
    book = _loaded(rulebook)

    def headings(document: Document, year: str) -> Headings | None:
        return prescribed_for(document, book.rules(_year(year, book)))

    return headings


def prescribed_for(document: Document, rules: Rules) -> Headings | None:
    """The sections for the document: by its kind where its ledger tells, else those of which most are there.

    A document that has less than half of the sections of any kind is another kind of paper: None.
    """
    if document.ledger is not None:
        return prescribed.headings(rules, document.ledger.kind)
    best: Headings | None = None
    most = 0
    for kind in rules.sections:
        headings = prescribed.headings(rules, kind)
        if headings is None:
            continue
        count = present(document, headings)
        if count * 2 >= len(headings.required) and count > most:
            best, most = headings, count
    return best


@cache
def _loaded(rulebook: str) -> Rulebook:
    """One per process."""
    return load(rulebook)


def _year(printed: str, rulebook: Rulebook) -> int:
    """The document's year, else the last for which the rulebook states something."""
    found = _YEAR.search(printed)
    return int(found[0]) if found else rulebook.latest_year or 0
