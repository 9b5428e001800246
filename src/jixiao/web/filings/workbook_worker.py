"""The process that opens an uploaded workbook: bytes in, a dossier or the faults out, as JSON.

``python -P -m jixiao.web.filings.workbook_worker NAME``; bound as the guard's workers are, without Django.
"""

import re
import sys
from typing import Final

from jixiao.dossiers.faults import DossierError
from jixiao.dossiers.workbook.reading.reader import read
from jixiao.web.worker_process import serve

_CORE: Final = "docProps/core.xml"
_CREATED: Final = re.compile(rb"<dcterms:created[^>]*>([^<]{1,40})<")


def answered(data: bytes) -> dict[str, object]:
    """The dossier, or each fault in both languages."""
    from jixiao.web.filings.encoding import encoded

    try:
        found = read(data, sys.argv[1])
        return {
            "dossier": encoded(found.dossier),
            "notices": [[one.told("zh"), one.told("en")] for one in found.notices],
            "made": _made(data),
        }
    except DossierError as error:
        return {"faults": [[fault.told("zh"), fault.told("en")] for fault in error.faults]}


def _made(data: bytes) -> str:
    """When the workbook was first made, as it says itself; office programs keep that when they save it."""
    from jixiao.formats.archive import open_archive

    archive = open_archive(data)
    said = _CREATED.search(archive.read(_CORE)) if _CORE in archive else None
    return said[1].decode("ascii", "replace") if said else ""


if __name__ == "__main__":
    serve(answered)
