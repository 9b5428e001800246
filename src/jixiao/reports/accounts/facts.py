"""The facts of a dossier that its final accounts make public."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from jixiao.core.digits import plain_digits
from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import canonical, leaves
from jixiao.core.dossier.values import Absent
from jixiao.core.ledger import Ledger
from jixiao.core.money import Money
from jixiao.core.open_data import FactKind, OpenFact
from jixiao.reports.labels import label

_PARTS: Final = ("accounts", "three_publics", "procurement", "assets")
"""Parts of the dossier that are the accounts; of all others only what the report prints is public."""
_SILENT: Final = "note"
"""Notes are for whoever keeps the dossier."""


def open_facts(dossier: Dossier, ledger: Ledger | None) -> Iterator[OpenFact]:
    """The facts in the order of the dossier: the accounts, and what else the report prints."""
    printed = {path for entry in ledger.entries for path in entry.facts} if ledger is not None else set()
    open_questions = {canonical(dossier, one.fact): one.reason for one in dossier.unresolved}
    for path, value in leaves(dossier):
        inner = path.partition(".")[0] in _PARTS and path.rpartition(".")[2] != _SILENT
        if value != "" and (inner or path in printed):
            kind, text = _told(value)
            absent = isinstance(value, Absent)
            yield OpenFact(
                path,
                label(path),
                kind,
                "stated" if not absent else "none" if value is Absent.NONE else "not_applicable",
                None if absent else text,
                open_questions.get(path, ""),
            )


def _told(value: object) -> tuple[FactKind, str]:
    if isinstance(value, Money):
        return "money", plain_digits(value.yuan)
    if isinstance(value, bool):
        return "truth", "true" if value else "false"
    if isinstance(value, int):
        return "number", str(value)
    if isinstance(value, Decimal):
        return "number", plain_digits(value)
    return "text", str(value)
