"""Brings a backup back into an empty installation."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import jixiao
from jixiao.core.errors import UserError
from jixiao.web.backups import sqlite
from jixiao.web.backups.archive import KEY, UPLOADS, Reading, reading, room_for
from jixiao.web.backups.manifest import Manifest, newer
from jixiao.web.data_folder import DataFolder

_SPACE: Final = ".restoring"


def restore(folder: DataFolder, path: Path) -> Manifest:
    """Restore the backup; afterwards the database has the migrations that it had, the caller migrates on.

    Raises:
        UserError: the installation holds data, the backup is damaged, hostile, newer, or of another database.
    """
    with reading(path) as backup:
        manifest = backup.manifest
        _ask_version(manifest)
        _ask_empty(folder, backup)
        _bring_key(folder, backup)  # before Django makes one
        from jixiao.web.starting import start

        start()
        _ask_database(folder, manifest)
        with _space(folder, manifest) as space:
            _unpack_uploads(backup, space)
            if manifest.database == "sqlite":
                sqlite.unpack(backup, space / sqlite.NAME)
            else:
                _check_tables(backup)
            _bring_uploads(folder, space, manifest)
            if manifest.demo:
                folder.mark_demo()
            if manifest.database == "sqlite":
                _flush(space / sqlite.NAME)
                (space / sqlite.NAME).replace(folder.database)  # from here on it is restored
            else:
                from jixiao.web.backups import postgresql

                postgresql.load(backup)
    return manifest


def _ask_version(manifest: Manifest) -> None:
    if manifest.is_newer_than(jixiao.__version__):
        raise newer()


def _ask_empty(folder: DataFolder, backup: Reading) -> None:
    """Uploads that the backup has as well may lie there: a restore that died left them."""
    same = {member.name: member for member in backup.manifest.members}
    there = list(folder.uploads.rglob("*")) if folder.uploads.is_dir() else []
    own = all(
        path.is_dir()
        or ((name := f"{UPLOADS}/{path.relative_to(folder.uploads).as_posix()}") in same
            and path.stat().st_size == same[name].size)
        for path in there
    )  # fmt: skip
    if folder.database.exists() or not own or (folder.is_demo and not backup.manifest.demo):
        raise UserError(
            "not_empty",
            f"{folder.path} 中已有数据，不能覆盖。请用环境变量 JIXIAO_DATA 指定一个新的文件夹",
            f"{folder.path} holds data already, which is never overwritten; name a new folder in JIXIAO_DATA",
        )


def _ask_database(folder: DataFolder, manifest: Manifest) -> None:
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    from jixiao.web.starting import labels

    known = set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
    if {name for name in manifest.migrations if name[0] in labels()} - known:
        raise newer()
    if connection.vendor != manifest.database:
        raise UserError(
            "other_database",
            f"备份来自 {manifest.database}，而现在使用 {connection.vendor}（见 DATABASE_URL），两者不能互换",
            f"the backup is of {manifest.database}, this site uses {connection.vendor} (DATABASE_URL)",
        )
    if connection.vendor == "postgresql":
        from jixiao.web.backups import postgresql

        if not postgresql.is_empty():
            raise UserError(
                "not_empty",
                "DATABASE_URL 指定的数据库中已有表，不能覆盖。请新建一个空数据库",
                "the database of DATABASE_URL has tables already; create an empty one",
            )
    elif Path(connection.settings_dict["NAME"]) != folder.database:
        raise UserError(
            "other_database",
            "请不要设置 DATABASE_URL，SQLite 数据库恢复到数据文件夹中",
            "unset DATABASE_URL: an SQLite database is restored into the data folder",
        )


def _bring_key(folder: DataFolder, backup: Reading) -> None:
    member = next((one for one in backup.manifest.members if one.name == KEY), None)
    if member is None or (folder.path / KEY).exists():
        return
    folder.prepare()
    backup.extract(member, folder.path / KEY)


@contextmanager
def _space(folder: DataFolder, manifest: Manifest) -> Iterator[Path]:
    """A folder on the same disk, so that what lies in it can be moved at once."""
    space = folder.path / _SPACE
    shutil.rmtree(space, ignore_errors=True)
    size = sum(member.size for member in manifest.members)
    if not room_for(folder.path, size):
        raise UserError(
            "no_room",
            f"磁盘空间不够，恢复需要 {size // 2**20 + 1} MB",
            f"the disk is too full: {size // 2**20 + 1} MB are needed",
        )
    space.mkdir(mode=0o700)
    try:
        yield space
    finally:
        shutil.rmtree(space, ignore_errors=True)


def _unpack_uploads(backup: Reading, space: Path) -> None:
    for member in backup.manifest.members:
        if member.name.startswith(f"{UPLOADS}/"):
            backup.extract(member, space / member.name)
            _flush(space / member.name)


def _check_tables(backup: Reading) -> None:
    """Read them to the end before anything is written where the site would see it."""
    for member in backup.manifest.members:
        if member.name.startswith("database/"):
            for _ in backup.chunks(member):
                pass


def _bring_uploads(folder: DataFolder, space: Path, manifest: Manifest) -> None:
    for member in manifest.members:
        if member.name.startswith(f"{UPLOADS}/"):
            target = folder.path / member.name
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            (space / member.name).replace(target)


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
