"""The process that opens an uploaded workbook: bytes in, a dossier or the faults out, as JSON.

``python -P -m jixiao.web.filings.workbook_worker NAME``; bound as the guard's workers are, without Django.
"""

import json
import os
import sys
from typing import Final

from jixiao.core.collecting import uncollected
from jixiao.dossiers.faults import DossierError
from jixiao.dossiers.workbook.reading.reader import read
from jixiao.formats.guarded import bonds
from jixiao.formats.time_left import allow

MEMORY: Final = 2 * 2**30  # bytes
SECONDS: Final = 60


def main() -> None:
    """Read the standard input, answer, end."""
    from jixiao.web.filings.encoding import encoded

    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    data = sys.stdin.buffer.read()
    bonds.put_on(MEMORY)
    allow(SECONDS)
    try:
        with uncollected():
            answer: dict[str, object] = {"dossier": encoded(read(data, sys.argv[1]).dossier)}
    except DossierError as error:
        answer = {"faults": [[fault.told("zh"), fault.told("en")] for fault in error.faults]}
    answers.write(json.dumps(answer, ensure_ascii=False).encode())
    answers.close()


if __name__ == "__main__":
    main()
