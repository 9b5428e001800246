"""A workbook is a zip archive with parts in the folder ``xl``."""

from jixiao.core.errors import ReadError

EXTENSIONS = (".xlsx", ".xlsm")


def recognise(data: bytes, name: str) -> bool:
    """Whether the bytes are a workbook; one that cannot be opened is nobody's, and discovery says why."""
    del name
    if not data.startswith(b"PK"):
        return False
    from jixiao.formats.archive import open_archive

    try:
        names = open_archive(data).names()
    except ReadError:
        return False
    return any(part.startswith("xl/workbook") for part in names)
