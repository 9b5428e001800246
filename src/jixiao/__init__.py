"""jixiao (绩效): recomputes every relation in performance and budget reports, and every score."""

from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.core.report import Report
from jixiao.core.scorecard import Scorecard

if TYPE_CHECKING:
    from jixiao.pipeline.reporting import ReleasedReport

__all__ = ["Report", "Scorecard", "check", "score", "write_report"]
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


def write_report(  # noqa: PLR0913  # the choices of a report
    path: str | Path,
    kind: str,
    output: str | Path,
    *,
    rulebook: str | None = None,
    project: str | None = None,
    draft: bool = False,
    date: str = "",
) -> "ReleasedReport":
    """Write a report from a dossier to a file whose ending is its format (docx, html, ofd, pdf, xlsx).

    Nothing is written where the result has ``refusals``, unless ``draft`` asks for a file with a watermark.

    Raises:
        DossierError, RulebookError, TemplateFault, RequestError: every fault of the data, of the rulebook, of
            a template or of what was asked for.
        WriteError: the format cannot be written on this machine.
        OSError: the file cannot be written.
    """
    from jixiao.formats.saving import write_whole
    from jixiao.pipeline.reporting import write_report as written

    target = Path(output)
    report = written(
        path,
        kind,
        target.suffix.lower().removeprefix("."),
        rulebook=rulebook,
        project=project,
        draft=draft,
        date=date,
    )
    if not report.refused:
        write_whole(target, report.data)
    return report
