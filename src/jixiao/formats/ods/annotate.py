"""Findings as comments in a copy of the shown values, which is an xlsx: nothing here writes this format."""

from jixiao.formats.grids.verbs import COPY_EXTENSION as EXTENSION
from jixiao.formats.grids.verbs import copier
from jixiao.formats.ods.read import open_sheets

__all__ = ["EXTENSION", "annotate"]

annotate = copier(open_sheets)
