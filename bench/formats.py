"""Speed of reading each format against the fastest plain extraction of the same file, in the same process.

``python bench/formats.py [--rounds N] [--times N]`` takes the report of one example, as long as it is and
``--times`` over, writes or converts it into every format that can be made here (LibreOffice makes doc, rtf,
pdf, xls and ods), and prints pages per second and the ratio of time to what merely gets the text out of the
same bytes: pdfium for pdf, zip and lxml for docx and ofd, calamine for workbooks, the bare stream for doc,
selectolax for html, the standard library for the rest. A page is 700 characters.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import olefile
import pypdfium2
import python_calamine
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from jixiao.core.document import Document
from jixiao.core.errors import WriteError
from jixiao.formats import discovery
from jixiao.formats.office import convert
from jixiao.formats.txt.read import read_text

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "examples" / "430406-yanfeng-2023" / "report-as-published-figures.txt"
PAGE = 700
CONVERTED = {"doc": "docx", "rtf": "docx", "pdf": "docx", "xls": "xlsx", "ods": "xlsx"}
"""What LibreOffice makes of what."""


def document(times: int) -> Document:
    """The example's report, so many times one after the other."""
    one = read_text(SOURCE.read_text(encoding="utf-8"), "report.txt")
    blocks = [
        replace(block, index=turn * len(one.blocks) + block.index)
        for turn in range(times)
        for block in one.blocks
    ]
    return Document("report", "txt", tuple(blocks))


def made(report: Document) -> dict[str, bytes]:
    """The report in every format that can be made on this machine."""
    found = {"txt": report.plain_text().encode("utf-8")}
    for kind in ("docx", "html", "xlsx", "ofd"):
        writer = discovery.writer(kind)
        if writer is not None:
            found[kind] = writer.write(report)
    for kind, source in CONVERTED.items():
        try:
            found[kind] = convert(found[source], source, kind)
        except WriteError as error:
            print(f"{kind}: {error.message_en}")
    found["csv"] = table(report)
    found["md"] = "\n\n".join(block.text for block in report.blocks).encode("utf-8")
    return {kind: data for kind, data in found.items() if discovery.detect(data, f"report.{kind}") == kind}


def table(report: Document) -> bytes:
    """The report's blocks as rows of a csv file."""
    target = io.StringIO()
    writer = csv.writer(target)
    for number, block in enumerate(report.blocks, start=1):
        writer.writerow([number, block.text or "", *(cell.text for cell in block.cells)])
    return target.getvalue().encode("utf-8-sig")


def xml_text(data: bytes) -> int:
    """The text of every XML part of a zip archive."""
    length = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                length += sum(len(text) for text in etree.fromstring(archive.read(name)).itertext())
    return length


def pdf_text(data: bytes) -> int:
    """The text of every page."""
    pages = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_range()) for page in pages)


def sheet_text(data: bytes) -> int:
    """The values of every sheet."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)


def ole_text(data: bytes) -> int:
    """The main stream as if all of it were text."""
    with olefile.OleFileIO(io.BytesIO(data)) as file:
        return len(file.openstream("WordDocument").read().decode("utf-16-le", "replace"))


def page_text(data: bytes) -> int:
    """The text of a web page."""
    return len(LexborHTMLParser(data.decode("utf-8")).text())


def csv_text(data: bytes) -> int:
    """The cells of a csv file."""
    return sum(len(row) for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def plain_text(data: bytes) -> int:
    """The bytes as text."""
    return len(data.decode("utf-8", "replace"))


PEERS: dict[str, tuple[str, Callable[[bytes], int]]] = {
    "pdf": ("pdfium", pdf_text),
    "docx": ("zip + lxml", xml_text),
    "ofd": ("zip + lxml", xml_text),
    "xlsx": ("calamine", sheet_text),
    "xls": ("calamine", sheet_text),
    "ods": ("calamine", sheet_text),
    "doc": ("olefile", ole_text),
    "html": ("selectolax", page_text),
    "csv": ("csv", csv_text),
}
PLAIN = ("decode", plain_text)


def fastest(rounds: int, work: Callable[[], object]) -> float:
    """Seconds of the quickest of so many rounds."""
    best = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best


def main() -> None:
    """Print a line for each format and length."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--times", type=int, default=20)
    options = parser.parse_args()
    print(f"{'format':8}{'pages':>7}{'pages/s':>10}{'ratio':>8}  peer")
    for times in (1, options.times):
        report = document(times)
        pages = max(1, len(report.plain_text()) // PAGE)
        for kind, data in sorted(made(report).items()):
            name, peer = PEERS.get(kind, PLAIN)
            ours = fastest(options.rounds, lambda: discovery.read(data, f"report.{kind}"))  # noqa: B023  # called at once
            theirs = fastest(options.rounds, lambda: peer(data))  # noqa: B023  # called at once
            print(f"{kind:8}{pages:7}{pages / ours:10.0f}{ours / theirs:8.1f}  {name}")


if __name__ == "__main__":
    main()
