"""Many files on all cores of one machine."""

from jixiao.batch.processes import map_reports

__all__ = ["map_reports"]
