"""Word files as PDF, where LibreOffice is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120


def find_office() -> str | None:
    """The path of LibreOffice, or None."""
    return next((path for name in _PROGRAMS if (path := shutil.which(name)) is not None), None)


def to_pdf(data: bytes, *, comments: bool = False) -> bytes | None:
    """The file as PDF, on request with its comments as notes; None without LibreOffice or where it fails."""
    office = find_office()
    if office is None:
        return None
    with tempfile.TemporaryDirectory(prefix="jixiao-") as folder:
        source = Path(folder) / "document.docx"
        source.write_bytes(data)
        option = '{"ExportNotes":{"type":"boolean","value":"%s"}}' % ("true" if comments else "false")
        command = [
            office,
            f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",  # two at once need a profile each
            "--headless",
            "--convert-to",
            f"pdf:writer_pdf_Export:{option}",
            "--outdir",
            folder,
            str(source),
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603 - no shell
        except (subprocess.SubprocessError, OSError):
            return None
        target = source.with_suffix(".pdf")
        return target.read_bytes() if target.is_file() else None
