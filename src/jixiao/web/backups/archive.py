"""The zip of a backup: written with the hash of every member, read with distrust."""

import hashlib
import shutil
import stat
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Final

from jixiao.formats.archive import BROKEN, METHODS
from jixiao.web.backups.manifest import LIMIT, NAME, Manifest, Member, damaged

UPLOADS: Final = "uploads"
KEY: Final = "secret-key.txt"
_CHUNK: Final = 1024 * 1024
_ODD: Final = frozenset('<>:"|?*\\')
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
)


class Writing:
    """A backup that is being written; ``members`` grows."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.members: list[Member] = []
        self._archive = archive

    def add(self, name: str, chunks: Iterable[bytes], *, packed: bool = True) -> Member:
        """Write a member; what is a zip already is not packed again."""
        entry = _entry(name, zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED)
        digest, size = hashlib.sha256(), 0
        with self._archive.open(entry, "w", force_zip64=True) as stream:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                stream.write(chunk)
        member = Member(name, size, digest.hexdigest())
        self.members.append(member)
        return member

    def close(self, manifest: Manifest) -> None:
        """The manifest, which names every member."""
        self._archive.writestr(_entry(NAME, zipfile.ZIP_DEFLATED), manifest.text())


def _entry(name: str, kind: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)  # without a time: the manifest tells it
    entry.external_attr = (stat.S_IFREG | 0o600) << 16
    entry.compress_type = kind
    return entry


class Reading:
    """A backup that is being read; nothing in it is believed before it is checked."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.manifest = Manifest.read(self._small(NAME))
        self._check_names()

    def extract(self, member: Member, path: Path) -> None:
        """Write a member to a new file.

        Raises:
            UserError: its size or hash is not as the manifest says.
        """
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("xb") as file:
            for chunk in self.chunks(member):
                file.write(chunk)
        path.chmod(0o600)

    def chunks(self, member: Member) -> Iterator[bytes]:
        """The content; reading it to the end checks it, and never reads more than the manifest says."""
        digest, size = hashlib.sha256(), 0
        with self._opened(member.name) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > member.size:
                    raise damaged(member.name)
                digest.update(chunk)
                yield chunk
        if size != member.size or digest.hexdigest() != member.sha256:
            raise damaged(member.name)

    def _small(self, name: str) -> bytes:
        with self._opened(name) as stream:
            text = stream.read(LIMIT + 1)
        if len(text) > LIMIT:
            raise damaged(name)
        return text

    @contextmanager
    def _opened(self, name: str) -> Iterator[IO[bytes]]:
        try:
            if self._archive.getinfo(name).compress_type not in METHODS:
                raise damaged(name)
            with self._archive.open(name) as stream:
                yield stream
        except (KeyError, *BROKEN) as error:  # KeyError: no member of this name
            raise damaged(name) from error

    def _check_names(self) -> None:
        entries = self._archive.infolist()
        names = [entry.filename for entry in entries]
        folded = {name.casefold() for name in names}
        told = {member.name for member in self.manifest.members}
        if (
            len(folded) != len(names)
            or len(told) != len(self.manifest.members)
            or set(names) != told | {NAME}
        ):
            raise damaged(NAME)
        for entry in entries:
            kind = stat.S_IFMT(entry.external_attr >> 16)
            if not _is_safe(entry.filename) or (kind and kind != stat.S_IFREG):
                raise damaged(repr(entry.filename))


def _is_safe(name: str) -> bool:
    """A plain relative name that means the same file on every system, inside the folder it is written to."""
    parts = name.split("/")
    if parts[0] not in {NAME, KEY, UPLOADS, "database", "jixiao.sqlite3"} or len(name) > 400:
        return False
    return all(
        part not in {"", ".", ".."}
        and not part.endswith((".", " "))
        and part.partition(".")[0].lower() not in _DEVICES
        and not any(sign in _ODD or not sign.isprintable() for sign in part)
        for part in parts
    )


@contextmanager
def reading(path: Path) -> Iterator[Reading]:
    """Open a backup.

    Raises:
        UserError: it is none, is damaged, or was made to write outside its folder.
    """
    try:
        archive = zipfile.ZipFile(path)
    except BROKEN as error:
        raise damaged(path.name) from error
    with archive:
        yield Reading(archive)


def chunks_of(path: Path) -> Iterator[bytes]:
    """The content of a file."""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def uploads_in(folder: Path) -> Iterator[tuple[str, Path]]:
    """The uploads with their names in the backup; what is still being written starts with a dot."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not path.is_symlink() and not any(part.startswith(".") for part in parts):
            yield str(PurePosixPath(UPLOADS, *parts)), path


def room_for(path: Path, size: int) -> bool:
    """Whether so many bytes fit on the disk of the folder."""
    return shutil.disk_usage(path).free > size
