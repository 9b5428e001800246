"""PDF by LibreOffice: written where it is installed, otherwise a sentence that says what to install."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.formats.making import report
from tests.support import require

from jixiao.core.errors import WriteError
from jixiao.formats import discovery, office


def test_the_writer_is_found() -> None:
    module = discovery.writer("pdf")
    assert module is not None
    assert hasattr(module, "write")
    assert "pdf" in discovery.writable()


def test_without_the_program_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    module = discovery.writer("pdf")
    assert module is not None
    monkeypatch.delenv(office.VARIABLE, raising=False)
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(WriteError) as caught:
        module.write(report())
    assert caught.value.code == "no_office"
    assert "LibreOffice" in caught.value.message
    assert office.VARIABLE in caught.value.message_en


def test_a_program_that_is_named_but_absent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(office.VARIABLE, str(tmp_path / "soffice"))
    with pytest.raises(WriteError) as caught:
        office.convert(b"", "docx", "pdf")
    assert str(tmp_path / "soffice") in caught.value.message


def program(folder: Path, code: str) -> str:
    """A program that does as the code says."""
    if sys.platform == "win32":
        pytest.skip("the stand-in for the office program is a script with #!")
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\n{code}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_a_program_that_fails_is_quoted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(office.VARIABLE, program(tmp_path, "print('broken\\n profile'); raise SystemExit(3)"))
    with pytest.raises(WriteError) as caught:
        office.convert(b"", "docx", "pdf")
    assert caught.value.code == "office_failed"
    assert "broken profile" in caught.value.message


def test_a_program_that_hangs_is_ended_with_what_it_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code = "import subprocess; subprocess.run(['tail', '-f', '/dev/null'])"
    monkeypatch.setenv(office.VARIABLE, program(tmp_path, code))
    monkeypatch.setattr(office, "SECONDS", 1)
    with pytest.raises(WriteError) as caught:
        office.convert(b"", "docx", "pdf")
    assert caught.value.code == "office_failed"


def test_the_pdf_has_the_words_of_the_report(tmp_path: Path) -> None:
    require("soffice")
    module = discovery.writer("pdf")
    assert module is not None
    data = module.write(report())
    assert data.startswith(b"%PDF")
    (tmp_path / "a.pdf").write_bytes(data)
    command = [require("pdftotext"), "-layout", str(tmp_path / "a.pdf"), "-"]
    shown = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    assert "部门整体支出绩效自评报告" in shown.replace("\n", "").replace(" ", "")
    assert "1,346.60" in shown
