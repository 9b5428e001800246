"""What tests share: programs that a machine may lack."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "jixiao"

PROGRAMS = {
    "soffice": "LibreOffice (libreoffice-writer, libreoffice-calc)",
    "pdftotext": "Poppler (poppler-utils)",
    "pdftoppm": "Poppler (poppler-utils)",
}


def must_run_everything() -> bool:
    """Whether a skipped test is a failure: so in CI, which installs every program."""
    return os.environ.get("JIXIAO_REQUIRE") == "all"


def require(program: str) -> str:
    """The full path of a program, or a skip with a line that says what to install."""
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is missing: install {PROGRAMS.get(program, program)}")
    return path
