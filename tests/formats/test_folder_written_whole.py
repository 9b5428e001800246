"""A folder is written whole: what cannot be written leaves the old files as they were, and nothing beside them."""

from pathlib import Path

import pytest

from jixiao.formats.saving import write_folder


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_new_folder_and_its_successor(tmp_path: Path) -> None:
    folder = tmp_path / "years" / "2024"
    write_folder(folder, {"a.csv": b"1", "tables/b.csv": b"2"})
    assert held(folder) == {"a.csv": b"1", "tables/b.csv": b"2"}
    write_folder(folder, {"a.csv": b"3", "c.csv": b""})
    assert held(tmp_path) == {"years/2024/a.csv": b"3", "years/2024/c.csv": b""}


@pytest.mark.parametrize("wrong", ["a.csv/below.csv", "x" * 300 + ".csv"])
def test_what_cannot_be_written_changes_nothing(tmp_path: Path, wrong: str) -> None:
    folder = tmp_path / "2024"
    write_folder(folder, {"a.csv": b"old"})
    with pytest.raises(OSError, match=r"Errno|WinError"):
        write_folder(folder, {"a.csv": b"new", wrong: b"new"})
    assert held(tmp_path) == {"2024/a.csv": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["2024"]


def test_a_folder_that_was_never_there_does_not_appear(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"Errno|WinError"):
        write_folder(tmp_path / "2024", {"a.csv": b"new", "a.csv/below.csv": b"new"})
    assert list(tmp_path.iterdir()) == []


def test_where_a_file_stands_nothing_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "2024").write_bytes(b"mine")
    with pytest.raises(OSError, match=r"Errno|WinError"):
        write_folder(tmp_path / "2024" / "below", {"a.csv": b"new"})
    assert held(tmp_path) == {"2024": b"mine"}


def test_the_current_folder_is_written_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.txt").write_bytes(b"mine")
    monkeypatch.chdir(tmp_path)
    write_folder(Path(), {"a.csv": b"1"})
    assert held(tmp_path) == {"a.csv": b"1", "mine.txt": b"mine"}
