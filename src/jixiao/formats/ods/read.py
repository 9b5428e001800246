"""A spreadsheet to a Document: the texts that its cells showed when it was saved, sheet by sheet."""

from __future__ import annotations

from jixiao.formats.archive import Archive, open_archive
from jixiao.formats.grids.errors import check_sheets
from jixiao.formats.grids.grid import MAX_CELLS
from jixiao.formats.grids.verbs import reader
from jixiao.formats.grids.workbook import Sheet, given
from jixiao.formats.ods.sheets import read_content
from jixiao.formats.ole import encrypted


def open_sheets(data: bytes) -> tuple[list[Sheet], dict[str, str]]:
    """The sheets of a spreadsheet and what it calls its ranges.

    Raises:
        ReadError: it is damaged, encrypted, hostile or holds no sheet.
    """
    archive = open_archive(data)
    if _is_encrypted(archive):
        raise encrypted()
    content = read_content(archive.read("content.xml"), MAX_CELLS)
    check_sheets(len(content.sheets))
    return [Sheet(name, given(grid)) for name, grid in content.sheets], content.names


read = reader("ods", open_sheets)


def _is_encrypted(archive: Archive) -> bool:
    """Whether the list of parts tells how they are encrypted."""
    manifest = "META-INF/manifest.xml"
    return manifest in archive and b"encryption-data" in archive.read(manifest)
