"""jixiao (绩效): reads performance and budget reports and recomputes every relation in them."""

from jixiao.core.report import Report
from jixiao.pipeline import check_path as check

__all__ = ["Report", "check"]
__version__ = "0.1.0"
