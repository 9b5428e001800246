"""The workbook through an office program: opened, saved by it, printed, and read back."""

import subprocess
from pathlib import Path

from tests.dossiers.workbook.making import EXAMPLES, Edited, dossier, example
from tests.support import require

from jixiao.core.dossier import Dossier
from jixiao.dossiers.toml import write_toml
from jixiao.dossiers.workbook import write_workbook
from jixiao.dossiers.workbook.reading.reader import Reading, read

HENGKOU = next(path for path in EXAMPLES if "hengkou" in path.parent.name)


def converted(folder: Path, data: bytes, kind: str) -> bytes:
    """What LibreOffice makes of a workbook."""
    (folder / "in").mkdir()
    (folder / "in" / "填报.xlsx").write_bytes(data)
    command = [
        require("soffice"),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder / "out"),
        str(folder / "in" / "填报.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return (folder / "out" / f"填报.{kind}").read_bytes()


def through(folder: Path, made: Dossier) -> Reading:
    return read(converted(folder, write_workbook(made), "xlsx"), "填报.xlsx")


def test_nothing_is_lost_when_an_office_program_saves_the_workbook(tmp_path: Path) -> None:
    made = example(HENGKOU)
    found = through(tmp_path, made)
    assert write_toml(found.dossier) == write_toml(made)
    assert found.notices == ()


def test_an_edited_cell_is_read_and_its_sums_are_computed_anew(tmp_path: Path) -> None:
    edited = Edited()
    edited.sheet("项目")[edited.at("项目", "执行数", 2)] = 60.5
    found = read(converted(tmp_path, edited.data(), "xlsx"), "填报.xlsx")
    assert str(found.dossier.project("p01").outturn) == "60.50万元"  # as its format shows it
    assert found.notices == ()


def test_odd_texts_and_numbers_survive_as_well(tmp_path: Path) -> None:
    made = dossier(
        """
[[notes]]
section = "=1+1"
text = "第一行\\n  第二行，_x0041_，“引号”"
[[facts]]
name = "  00123"
value = "1-2"
number = 0.1000
[[facts]]
name = "合计"
value = "'/"
number = 12345678901234567.89
"""
    )
    assert write_toml(through(tmp_path, made).dossier) == write_toml(made)


def test_it_can_be_printed(tmp_path: Path) -> None:
    assert converted(tmp_path, write_workbook(example(HENGKOU)), "pdf").startswith(b"%PDF")
