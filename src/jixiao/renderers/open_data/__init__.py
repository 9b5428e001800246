"""The final accounts as open data: CSV tables, facts in JSON, and a Fiscal Data Package descriptor."""

from typing import Final

from jixiao.core.open_data import OpenData
from jixiao.renderers.open_data.archiving import packed, unpacked
from jixiao.renderers.open_data.files import files

DATA_FORMAT: Final = "zip"
"""The format of reports that is open data."""

__all__ = ["DATA_FORMAT", "archive", "files", "unpacked"]


def archive(package: OpenData) -> bytes:
    """All files of the package in one zip."""
    return packed(files(package))
