"""Finding a dossier at a path, and what is said where there is none."""

from pathlib import Path

import pytest
from tests.dossiers.support import HEAD

from jixiao.dossiers import discovery
from jixiao.dossiers.discovery import read
from jixiao.dossiers.faults import DossierError
from jixiao.dossiers.toml import read_toml
from jixiao.dossiers.workbook import write_workbook


def refusal(path: Path) -> tuple[str, int, str, str]:
    with pytest.raises(DossierError) as caught:
        read(path)
    (fault,) = caught.value.faults
    assert fault.message_en
    assert fault.fix_en
    return fault.file, fault.position.line, fault.message, fault.fix


def test_a_file_or_its_folder(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "other.xlsx").touch()
    assert read(tmp_path) == read(tmp_path / "dossier.toml")


def test_the_only_workbook_of_a_folder(tmp_path: Path) -> None:
    dossier = read_toml(HEAD, "dossier.toml")
    (tmp_path / "office.xlsx").write_bytes(write_workbook(dossier))
    (tmp_path / "~$office.xlsx").touch()
    assert read(tmp_path) == dossier


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8"])
def test_notepad_writes_a_mark_of_byte_order(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "office.TOML"
    path.write_text(HEAD, encoding=encoding, newline="\r\n")
    assert read(path).department.name == "某办公室"


def test_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(HEAD.encode("gb18030"))
    assert refusal(path) == (str(path), 5, "文件的编码不是 UTF-8", "在记事本里“另存为”，编码选 UTF-8")


def test_faults_name_the_file(tmp_path: Path) -> None:
    (tmp_path / "dossier.toml").write_text(HEAD + "x = 1\n", encoding="utf-8")
    file, line, _, _ = refusal(tmp_path)
    assert (file, line) == (str(tmp_path / "dossier.toml"), 6)


def test_a_folder_without_a_dossier(tmp_path: Path) -> None:
    (tmp_path / "~$office.xlsx").touch()
    assert "没有 dossier.toml" in refusal(tmp_path)[2]


def test_a_folder_with_two_workbooks(tmp_path: Path) -> None:
    for name in ("b.xlsx", "a.XLSX"):
        (tmp_path / name).touch()
    assert "2个工作簿：a.XLSX、b.xlsx" in refusal(tmp_path)[2]


def test_no_such_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.toml")[2] == "没有这个文件"


def test_another_kind_of_file(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.touch()
    assert refusal(path)[2] == "不是绩效档案"


def test_a_file_beyond_all_measure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "MAX_FILE_BYTES", 4)
    path = tmp_path / "a.toml"
    path.write_text(HEAD, encoding="utf-8")
    assert "超过" in refusal(path)[2]


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.mkdir()
    assert "没有 dossier.toml" in refusal(path)[2]
