"""The workbook of a form: written from its rows; read back in a process of its own, whatever was sent."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from django.utils.translation import get_language

from jixiao.core.dossier import Dossier
from jixiao.dossiers.workbook import write_workbook
from jixiao.web.actions import Refused
from jixiao.web.filings.encoding import decoded
from jixiao.web.filings.subjects import dossier_for
from jixiao.web.rulebooks import usable_rules_of
from jixiao.web.worker_calls import answer_of

if TYPE_CHECKING:
    from jixiao.web.cycles.models import Task

_SHOWN: Final = 50  # faults of a refusal


def written(task: "Task") -> bytes:
    """The workbook with the facts of the form.

    Raises:
        DossierError: the facts do not fit together.
        UnwritableError: a text is longer than a cell can hold.
    """
    dossier = dossier_for(task)
    # The lists of its words are a help, not a need.
    return write_workbook(dossier, usable_rules_of(dossier.rulebook, dossier.fiscal_year))


@dataclass(frozen=True, slots=True)
class SentBack:
    """What an uploaded workbook says: its dossier, what of it was not understood, when it was taken out."""

    dossier: Dossier
    notices: tuple[str, ...] = ()
    made: datetime | None = None


def read_back(data: bytes, name: str) -> SentBack:
    """What an uploaded workbook says.

    Raises:
        Refused: every fault with its sheet and cell, or why the file cannot be read.
    """
    answer = answer_of("jixiao.web.filings.workbook_worker", data, name or "xlsx")
    if "faults" in answer:
        raise Refused(_told(answer["faults"]))
    dossier = Dossier.model_validate(decoded(answer["dossier"]), context={})
    return SentBack(dossier, tuple(_told(answer["notices"])), _moment(answer["made"]))


def _told(lines: list[list[str]]) -> list[str]:
    return [english if get_language() == "en" else chinese for chinese, english in lines[:_SHOWN]]


def _moment(words: str) -> datetime | None:
    """The moment; programs write it in UTC, whatever they say of its zone."""
    try:
        said = datetime.fromisoformat(words)
    except ValueError:
        return None
    return said if said.tzinfo else said.replace(tzinfo=UTC)
