"""The process that opens an uploaded workbook: bytes in, a dossier or the faults out, as JSON.

``python -P -m jixiao.web.filings.workbook_worker NAME``; bound as the guard's workers are, without Django.
"""

import sys

from jixiao.dossiers.faults import DossierError
from jixiao.dossiers.workbook.reading.reader import read
from jixiao.web.worker_process import serve


def answered(data: bytes) -> dict[str, object]:
    """The dossier, or each fault in both languages."""
    from jixiao.web.filings.encoding import encoded

    try:
        return {"dossier": encoded(read(data, sys.argv[1]).dossier)}
    except DossierError as error:
        return {"faults": [[fault.told("zh"), fault.told("en")] for fault in error.faults]}


if __name__ == "__main__":
    serve(answered)
