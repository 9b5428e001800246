"""The ledger of a report of ours: whether every printed number still stands, and the dossier of today."""

from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from hashlib import sha256
from pathlib import Path

from jixiao.core.digits import plain_digits
from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import fact, keys
from jixiao.core.dossier.values import Absent
from jixiao.core.errors import ReadError
from jixiao.core.ledger import Entry, Expression, Ledger, Term
from jixiao.core.ledger_formula import parsed, valued
from jixiao.core.money import Money, MoneyUnit
from jixiao.core.recorded import RecordedReport, Today, anchors, compare
from jixiao.core.scorecard import Scorecard
from jixiao.dossiers.discovery import read as read_dossier
from jixiao.dossiers.toml import write_toml
from jixiao.formats.guarded import of_process
from jixiao.pipeline.opening import content
from jixiao.pipeline.scoring import FAULTS as FAULTS_OF_DATA
from jixiao.pipeline.scoring import Scorer
from jixiao.pipeline.scoring import faults as faults_of_data

FAULTS = (*FAULTS_OF_DATA, ReadError)
"""What reading a ledger and comparing it may raise."""

_SCORE = "score."
_COUNT = ".count"
_MORE = 8
"""Decimals that the ledger keeps beyond the printed ones."""


def read_ledger(path: str | Path) -> RecordedReport:
    """The ledger of a file, opened in a worker process, with what became of each number.

    Raises:
        ReadError: the file cannot be read.
    """
    guard = of_process()
    document = guard.read(content(path, guard), str(path))
    return RecordedReport(
        str(path), document.ledger, anchored=len(anchors(document)), numbers=tuple(compare(document))
    )


def faults(error: Exception) -> tuple[tuple[str, str], ...]:
    """Every fault as a line for the user, Chinese and English."""
    if isinstance(error, ReadError):
        return ((error.message, error.message_en),)
    return faults_of_data(error) if isinstance(error, FAULTS_OF_DATA) else ()


def facts_digest(dossier: Dossier) -> str:
    """What identifies the facts of a dossier in a ledger: the SHA-256 of its canonical TOML."""
    return sha256(write_toml(dossier).encode("utf-8")).hexdigest()


def with_dossier(report: RecordedReport, path: str | Path) -> RecordedReport:
    """The report with what its numbers would be by the dossier of today.

    Raises:
        DossierError: the dossier cannot be used.
        RulebookError: scores were printed, and the rulebook of the dossier cannot be used.
    """
    dossier = read_dossier(Path(path))
    ledger = report.ledger
    if ledger is None:
        return report
    same_facts = ledger.facts_digest == facts_digest(dossier)
    if same_facts and not _scored(ledger):
        today = {entry.name: Today("same") for entry in ledger.entries}
    else:
        card = Scorer(ledger.rulebook).card(dossier) if _scored(ledger) else None
        facts = _Facts(dossier, card)
        today = {entry.name: facts.today(entry) for entry in ledger.entries}
    about = (dossier.department.name, dossier.fiscal_year)
    other = None if about == (ledger.department, ledger.year) else about
    return replace(report, today=today, same_facts=same_facts, dossier_of=other)


def _scored(ledger: Ledger) -> bool:
    return any(path.startswith(_SCORE) for entry in ledger.entries for path in entry.facts)


class _Facts:
    """The facts of today, by path."""

    def __init__(self, dossier: Dossier, card: Scorecard | None) -> None:
        self._dossier = dossier
        self._card = card
        self._value = cache(self._number)

    def today(self, entry: Entry) -> Today:
        """What would be printed today."""
        if entry.origin == "template" or entry.value is None or not entry.facts:
            return Today("uncompared")
        try:
            if entry.origin == "words":
                return Today("same" if entry.printed in str(self._fact(entry.facts[0])) else "other")
            number = valued(self._expression(entry), self._value)
        except (KeyError, ZeroDivisionError):
            return Today("gone")
        except (TypeError, ValueError):
            return Today("uncompared")
        if entry.unit in tuple(MoneyUnit):
            number /= 10 ** MoneyUnit(entry.unit).exponent
        if _half_up(number, entry.decimals + _MORE) == entry.value:
            return Today("same")
        digits = plain_digits(_half_up(number, entry.decimals))
        return Today("other", digits + (entry.unit if entry.printed.endswith(entry.unit) else ""))

    @staticmethod
    def _expression(entry: Entry) -> Expression:
        return parsed(entry.formula) if entry.formula else Term(entry.facts[0])

    def _number(self, path: str) -> Fraction:
        if path.endswith(_COUNT):
            members = self._fact(path.removesuffix(_COUNT))
            if isinstance(members, list | tuple):
                return Fraction(len(members))
        found = self._fact(path)
        if found is None or isinstance(found, Absent):
            raise KeyError(path)
        if isinstance(found, Money):
            return Fraction(found.yuan)
        if isinstance(found, bool) or not isinstance(found, int | Decimal | str):
            raise TypeError(path)
        return Fraction(found)

    def _fact(self, path: str) -> object:
        if not path.startswith(_SCORE):
            if path.partition(".")[0] not in type(self._dossier).model_fields:
                raise ValueError(path)  # the date of the report
            return fact(self._dossier, path)
        found: object = self._card
        for step in path.removeprefix(_SCORE).split("."):
            found = _below(found, step)
        return found


def _below(found: object, step: str) -> object:
    """The part of a scorecard of that name.

    Raises:
        KeyError: it has none.
    """
    if isinstance(found, list | tuple):
        names = keys(found)
        if step not in names:
            raise KeyError(step)
        return found[names.index(step)]
    if isinstance(found, dict):
        return found[step]
    named = is_dataclass(found) and step in {field.name for field in fields(found)}
    if not named and not isinstance(getattr(type(found), step, None), property):
        raise KeyError(step)
    return getattr(found, step)


def _half_up(number: Fraction, places: int) -> Decimal:
    scaled = abs(number) * 10**places
    rounded = Decimal((scaled.numerator * 2 // scaled.denominator + 1) // 2).scaleb(-places)
    return -rounded if number < 0 and rounded else rounded
