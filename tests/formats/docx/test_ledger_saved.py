"""Ledger and anchors outlive the office programs that save the file."""

import io
import subprocess
from pathlib import Path

import docx
from tests.formats.docx.building import cell, paragraph, run, table
from tests.formats.docx.ledgers import anchored, end, entry, figure, file, ledger, start
from tests.support import require

from jixiao.formats.docx.read import read

BODY = (
    paragraph(run("支出") + figure("_jx00001", "866.74万元") + run("。"))
    + table(cell("支出") + cell(paragraph(figure("_jx00002", "9.50", 2))))
    + paragraph(run("率") + start("_jx00003", 3) + run("97") + run(".27%", "<w:b/>") + end(3))
)
FIGURES = [("_jx00001", "866.74万元"), ("_jx00002", "9.50"), ("_jx00003", "97.27%")]
FILE = file(BODY, ledger("".join(entry(*figure) for figure in FIGURES)))


def test_python_docx_keeps_them() -> None:
    word = docx.Document(io.BytesIO(FILE))
    word.add_paragraph("后来添的一段。")
    buffer = io.BytesIO()
    word.save(buffer)
    saved = read(buffer.getvalue(), "a.docx")
    assert saved.ledger == read(FILE, "a.docx").ledger
    assert anchored(saved) == FIGURES


def test_libreoffice_keeps_them(tmp_path: Path) -> None:
    (tmp_path / "in.docx").write_bytes(FILE)
    command = [
        require("soffice"),
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(tmp_path / "out"),
        str(tmp_path / "in.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True)
    saved = read((tmp_path / "out" / "in.docx").read_bytes(), "a.docx")
    assert saved.ledger == read(FILE, "a.docx").ledger
    assert anchored(saved) == FIGURES
