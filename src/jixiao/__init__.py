"""jixiao (绩效): recomputes every relation in performance and budget reports, and every score."""

from pathlib import Path

from jixiao.core.report import Report
from jixiao.core.scorecard import Scorecard

__all__ = ["Report", "Scorecard", "check", "score"]
__version__ = "0.1.0"


def check(path: str | Path) -> Report:
    """Check a file; an unreadable one yields a report with ``error`` set."""
    from jixiao.pipeline import check_path  # help and the parent of workers do without

    return check_path(path)


def score(path: str | Path, rulebook: str | None = None) -> Scorecard:
    """Score a dossier: a folder with ``dossier.toml``, a .toml file, or a workbook.

    Raises:
        DossierError, RulebookError: every fault of the dossier or of the rulebook.
    """
    from jixiao.pipeline.scoring import score_path  # brings pydantic along, which checking does without

    return score_path(path, rulebook)
