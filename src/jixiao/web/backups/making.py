"""Takes a backup of a running installation."""

import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import jixiao
from jixiao.core.errors import UserError
from jixiao.web.backups import sqlite
from jixiao.web.backups.archive import KEY, Writing, chunks_of, uploads_in
from jixiao.web.backups.manifest import Manifest
from jixiao.web.data_folder import DataFolder


@dataclass(frozen=True, slots=True)
class Made:
    """What a backup holds."""

    manifest: Manifest
    rows: int
    uploads: int
    size: int


def make(folder: DataFolder, path: Path, *, with_key: bool = False) -> Made:
    """Write the backup; the file appears when it is whole, readable by its owner alone.

    Raises:
        UserError: the file exists, or cannot be written.
    """
    if path.exists():
        raise UserError(
            "exists", f"{path} 已存在，请换一个文件名", f"{path} exists already; choose another name"
        )
    try:
        with _new(path) as archive:
            manifest = _filled(Writing(archive), folder, path.parent, with_key=with_key)
    except OSError as error:
        raise UserError(
            "not_written", f"{path} 写不了（{error.strerror}）", f"cannot write {path} ({error.strerror})"
        ) from error
    uploads = sum(member.name.startswith("uploads/") for member in manifest.members)
    return Made(manifest, sum(table.rows for table in manifest.tables), uploads, path.stat().st_size)


@contextmanager
def _new(path: Path) -> Iterator[zipfile.ZipFile]:
    """A new archive that takes its name when it is whole."""
    descriptor, part = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                yield archive
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def _filled(writing: Writing, folder: DataFolder, beside: Path, *, with_key: bool) -> Manifest:
    from django.db import connection

    about: dict = {"version": jixiao.__version__, "at": datetime.now(UTC).isoformat(timespec="seconds")}
    if connection.vendor == "sqlite":
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=beside) as space:
            copy = Path(space) / sqlite.NAME
            sqlite.copy(Path(connection.settings_dict["NAME"]), copy)
            sqlite.save(writing, copy)
            about["tables"] = sqlite.tables(copy)
            about["migrations"] = tuple(
                sqlite.rows(copy, "SELECT app, name FROM django_migrations ORDER BY id")
            )
            head = sqlite.rows(copy, "SELECT number, hash FROM audit_head")
    else:
        from jixiao.web.backups import postgresql

        with postgresql.one_moment() as cursor:
            about["tables"] = postgresql.save(writing, cursor)
            cursor.execute("SELECT app, name FROM django_migrations ORDER BY id")
            about["migrations"] = tuple(cursor.fetchall())
            cursor.execute("SELECT number, hash FROM audit_head")
            head = cursor.fetchall()
            about["sequences"] = postgresql.sequences(cursor)
    for name, upload in uploads_in(folder.uploads):  # after the database: see the README
        writing.add(name, chunks_of(upload), packed=False)
    if with_key:
        writing.add(KEY, [folder.secret_key().encode("utf-8")])
    manifest = Manifest(
        database=connection.vendor,
        head=head[0] if head else (0, "0" * 64),
        members=tuple(writing.members),
        demo=folder.is_demo,
        **about,
    )
    writing.close(manifest)
    return manifest
