"""A restore writes nothing from a backup that is damaged, hostile, newer or of another database."""

import json
import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.web.installations import VENDOR, Installation, copied, installation

Entries = dict[str, bytes]
_DATABASE = "jixiao.sqlite3" if VENDOR == "sqlite" else "database/people_user.copy"


@pytest.fixture(scope="module")
def kept(set_up: Installation, tmp_path_factory: pytest.TempPathFactory) -> Entries:
    """The members of a sound backup."""
    folder = tmp_path_factory.mktemp("sound")
    with copied(set_up, folder / "own") as made:
        (made.folder / "uploads" / "a").write_bytes(b"content")
        assert made.run("backup", "-o", str(folder / "kept.zip")).returncode == 0
    with zipfile.ZipFile(folder / "kept.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Installation]:
    with installation(tmp_path / "copy") as made:
        yield made


def manifest(**changes: object) -> Callable[[Entries], Entries]:
    def change(entries: Entries) -> Entries:
        told = json.loads(entries["manifest.json"])
        return {**entries, "manifest.json": json.dumps({**told, **changes}).encode()}

    return change


def renamed(name: str) -> Callable[[Entries], Entries]:
    """The upload under another name, in the archive and in the manifest alike."""

    def change(entries: Entries) -> Entries:
        told = entries["manifest.json"].replace(b'"uploads/a"', json.dumps(name).encode())
        return {name: entries["uploads/a"], **{one: entries[one] for one in entries if one != "uploads/a"},
                "manifest.json": told}  # fmt: skip

    return change


def bigger(entries: Entries) -> Entries:
    return {**entries, "uploads/a": b"content" * 1000}


def altered(entries: Entries) -> Entries:
    return {**entries, "uploads/a": b"Content"}


def altered_database(entries: Entries) -> Entries:
    return {**entries, _DATABASE: entries[_DATABASE].replace(b"sysadmin", b"xysadmin")}


def without(name: str) -> Callable[[Entries], Entries]:
    return lambda entries: {one: content for one, content in entries.items() if one != name}


HOSTILE = {
    "a path out of the folder": renamed("uploads/../../escaped"),
    "an absolute path": renamed("/tmp/escaped"),  # noqa: S108  # never written
    "a backslash": renamed("uploads\\..\\..\\escaped"),
    "a drive": renamed("C:/escaped"),
    "a device": renamed("uploads/nul.txt"),
    "another file of the folder": renamed("this-is-a-demo.txt"),
    "the log of the database": renamed("jixiao.sqlite3-wal"),
    "two names that are one on Windows": renamed("JIXIAO.SQLITE3"),
    "a file that the manifest does not name": lambda entries: {**entries, "uploads/b": b"x"},
    "a file more than the archive has": without("uploads/a"),
    "no manifest": without("manifest.json"),
    "more content than told": bigger,
    "other content": altered,
    "other content of the database": altered_database,
    "no list of tables": manifest(tables=None),
    "a manifest that is no table": lambda entries: {**entries, "manifest.json": b"[" * 100_000},
    "a negative size": manifest(members=[{"name": "uploads/a", "size": -1, "sha256": "0" * 64}]),
}


@pytest.mark.parametrize("harm", HOSTILE.values(), ids=HOSTILE.keys())
def test_damaged_or_hostile(
    kept: Entries, empty: Installation, tmp_path: Path, harm: Callable[[Entries], Entries]
) -> None:
    refused(empty, write(tmp_path, harm(kept)), "备份文件不完整或被改动过")
    assert not list(tmp_path.rglob("*escaped*"))


def test_a_link(kept: Entries, empty: Installation, tmp_path: Path) -> None:
    path = tmp_path / "kept.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in kept.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = ((stat.S_IFLNK if name == "uploads/a" else stat.S_IFREG) | 0o600) << 16
            archive.writestr(entry, content)
    refused(empty, path, "备份文件不完整或被改动过")


@pytest.mark.parametrize("length", [0, 100, -100])
def test_cut_off(kept: Entries, empty: Installation, tmp_path: Path, length: int) -> None:
    path = write(tmp_path, kept)
    path.write_bytes(path.read_bytes()[:length])
    refused(empty, path, "备份文件不完整或被改动过")


@pytest.mark.parametrize("name", ["manifest.json", "uploads/a", "the database"])
def test_one_byte_of_packed_data(kept: Entries, empty: Installation, tmp_path: Path, name: str) -> None:
    member = _DATABASE if name == "the database" else name
    path = write(tmp_path, kept, zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo(member).header_offset + zipfile.sizeFileHeader + len(member.encode())
    data = bytearray(path.read_bytes())
    data[start] |= 0b110  # a block of the kind that deflate reserves, at which inflating stops
    path.write_bytes(data)
    refused(empty, path, f"备份文件不完整或被改动过（{member}）")


@pytest.mark.parametrize(
    "changes",
    [{"version": "99.0"}, {"format": 2}, {"migrations": [["people", "0999_of_the_future"]]}],
    ids=["version", "format", "migration"],
)
def test_newer(kept: Entries, empty: Installation, tmp_path: Path, changes: dict[str, Any]) -> None:
    refused(empty, write(tmp_path, manifest(**changes)(kept)), "更新版本的程序")


def test_of_another_database(kept: Entries, empty: Installation, tmp_path: Path) -> None:
    other = "postgresql" if VENDOR == "sqlite" else "sqlite"
    refused(empty, write(tmp_path, manifest(database=other)(kept)), "不能互换")


def test_a_folder_with_data_is_left_alone(kept: Entries, empty: Installation, tmp_path: Path) -> None:
    path = write(tmp_path, kept)
    (empty.folder / "uploads").mkdir(parents=True)
    (empty.folder / "uploads" / "own").write_text("own", encoding="utf-8")
    told = empty.run("restore", str(path))
    assert (told.returncode, "已有数据" in told.stderr) == (2, True)
    (empty.folder / "uploads" / "own").rename(
        empty.folder / "uploads" / "a"
    )  # of the backup's name, not its size
    assert empty.run("restore", str(path)).returncode == 2
    assert (empty.folder / "uploads" / "a").read_text(encoding="utf-8") == "own"


def test_a_restore_that_died_is_run_again(kept: Entries, empty: Installation, tmp_path: Path) -> None:
    path = write(tmp_path, kept)
    (empty.folder / ".restoring").mkdir(parents=True)
    (empty.folder / ".restoring" / "jixiao.sqlite3").write_bytes(b"half")
    (empty.folder / "uploads").mkdir()
    (empty.folder / "uploads" / "a").write_bytes(b"content")
    told = empty.run("restore", str(path))
    assert told.returncode == 0, told.stderr


def write(folder: Path, entries: Entries, packing: int = zipfile.ZIP_STORED) -> Path:
    path = folder / "altered.zip"
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def refused(made: Installation, path: Path, words: str) -> None:
    """Says why, and leaves neither a database nor an upload; a sound backup is taken afterwards."""
    told = made.run("restore", str(path))
    assert (told.returncode, words in told.stderr) == (2, True), told.stderr
    left = [one for one in made.folder.rglob("*") if one.is_file()] if made.folder.exists() else []
    assert {one.name for one in left} <= {"secret-key.txt"}
    if made.address:
        assert made.rows("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(0,)]
