"""Reports released: written from a dossier, read back, checked, and refused where they contradict."""

from jixiao.core.errors import UserError
from jixiao.dossiers.faults import DossierError
from jixiao.pipeline.reporting.offering import Offer, RequestError
from jixiao.pipeline.reporting.office import Office, report_kinds, write_report
from jixiao.pipeline.reporting.released import Explained, Refusal, ReleasedReport
from jixiao.pipeline.scoring import faults as faults_of_data
from jixiao.reports.faults import TemplateFault
from jixiao.rulebooks.faults import RulebookError

__all__ = [
    "FAULTS",
    "Explained",
    "Offer",
    "Office",
    "Refusal",
    "ReleasedReport",
    "RequestError",
    "faults",
    "report_kinds",
    "write_report",
]

FAULTS = (DossierError, RulebookError, TemplateFault, RequestError, UserError)
"""What writing a report may raise, all of it told to users."""


def faults(error: Exception) -> tuple[tuple[str, str], ...]:
    """Every fault as a line for the user, Chinese and English."""
    if isinstance(error, DossierError | RulebookError):
        return faults_of_data(error)
    if isinstance(error, TemplateFault):
        return ((error.told("zh"), error.told("en")),)
    if isinstance(error, RequestError):
        return ((error.zh, error.en),)
    if isinstance(error, UserError):
        return ((error.message, error.message_en),)
    raise error
