"""jixiao (绩效): reads performance and budget reports and recomputes every relation in them."""

from pathlib import Path

from jixiao.core.report import Report

__all__ = ["Report", "check"]
__version__ = "0.1.0"


def check(path: str | Path) -> Report:
    """Check a file; an unreadable one yields a report with ``error`` set."""
    from jixiao.pipeline import check_path  # help and the parent of workers do without

    return check_path(path)
