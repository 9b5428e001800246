"""What tests share: programs that a machine may lack."""

import os
import shutil
from pathlib import Path

import pytest

from jixiao.formats.scanned.installed import missing

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "jixiao"

PATIENCE = 300_000
"""Milliseconds after which what a browser should show is given up: a busy machine is slow, not wrong."""

PROGRAMS = {
    "soffice": "LibreOffice (libreoffice-writer, libreoffice-calc)",
    "chromium": "Chromium (chromium)",
    "pdftotext": "Poppler (poppler-utils)",
    "pdftoppm": "Poppler (poppler-utils)",
}


def must_run_everything() -> bool:
    """Whether a skipped test is a failure: so in CI, which installs every program."""
    return os.environ.get("JIXIAO_REQUIRE") == "all"


NO_OCR = "the extra ocr is not installed: pip install 'jixiao[ocr]'"
"""The reason of skips that are allowed everywhere: the extra is no part of the installation for development."""


def require_ocr() -> None:
    """Skip, with a line, where text in pictures cannot be recognised."""
    if missing() is not None:
        pytest.skip(NO_OCR)


def require(program: str) -> str:
    """The full path of a program, or a skip with a line that says what to install."""
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is missing: install {PROGRAMS.get(program, program)}")
    return path
