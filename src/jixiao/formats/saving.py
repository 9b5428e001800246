"""A file, or a folder of files, is written whole or not at all."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the target and rename, so that a reader finds the old file or the whole new one.

    Raises:
        OSError: the folder cannot be made or written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary = Path(name)
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths below the folder, which then holds these and nothing else.

    All of them are written beside it first. A folder that was there steps aside for the new one and comes
    back should that fail, so that a reader finds the old files or the new ones, never some of each. Only the
    current folder of the process is written file by file.

    Raises:
        OSError: the folder cannot be made, written to or renamed; what was there is as it was.
    """
    folder = folder.resolve()
    if folder.exists() and Path.cwd().is_relative_to(folder):  # somebody stands in it: it cannot step aside
        for name, data in files.items():
            write_whole(folder / name, data)
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name[:40]}.", suffix=".tmp", dir=folder.parent))
    new, old = beside / "new", beside / "old"
    try:
        new.mkdir()
        if folder.exists():
            new.chmod(folder.stat().st_mode & 0o777)
        for name, data in files.items():
            write_whole(new / name, data)
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
    finally:
        if old.exists() and not folder.exists():
            old.rename(folder)
        shutil.rmtree(beside, ignore_errors=True)


def _mask() -> int:
    """The process's file mask; asking for it means setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
