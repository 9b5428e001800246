"""Runs a command with ``DATABASE_URL`` of a PostgreSQL server: ``python tools/postgresql.py COMMAND...``.

The server is that of ``JIXIAO_TEST_POSTGRESQL``, else one of its own: made in a temporary folder, answering
on a socket in it alone, gone afterwards. Where the machine has no PostgreSQL the command is skipped with a
line; with ``JIXIAO_REQUIRE=all`` that is a failure. Without a command it says which server that would be: its
address, or the folder of the programs; nothing where there is none.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

GIVEN: Final = "JIXIAO_TEST_POSTGRESQL"
# A server for tests may forget everything at a power cut; it listens on no network.
SETTINGS: Final = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "listen_addresses=",
    "max_connections=60",
)


def main(command: list[str]) -> int:
    """Run it; returns its status."""
    given, programs = os.environ.get(GIVEN), found()
    if not command:
        sys.stdout.write(f"{given or programs or ''}\n")
        return 0
    if given:
        return _run(command, given)
    if programs is None:
        sys.stderr.write(f"SKIPPED: PostgreSQL is missing: install postgresql, or name a server in {GIVEN}\n")
        return 1 if os.environ.get("JIXIAO_REQUIRE") == "all" else 0
    with server(programs) as address:
        return _run(command, address)


def found() -> Path | None:
    """The folder of the server's programs; Debian keeps them out of PATH, one folder a version."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return versions[-1].parent if versions else None


@contextmanager
def server(programs: Path, settings: tuple[str, ...] = SETTINGS) -> Iterator[str]:
    """A server of our own; yields its address."""
    folder = Path(tempfile.mkdtemp(prefix="jixiao-postgresql-"))
    data = folder / "data"
    try:
        user = _other_user(folder)
        kind = ("--auth=trust", "--username=jixiao", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        _call(user, programs / "initdb", "--pgdata", data, *kind)
        options = " ".join(f"-c {one}" for one in (*settings, f"unix_socket_directories={folder}"))
        _call(
            user,
            programs / "pg_ctl",
            "start",
            "--wait",
            "--pgdata",
            data,
            "--log",
            folder / "log",
            "--options",
            options,
        )
        try:
            yield f"postgresql://jixiao@{quote(str(folder), safe='')}/postgres"
        finally:
            _call(user, programs / "pg_ctl", "stop", "--mode=immediate", "--pgdata", data)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _other_user(folder: Path) -> list[str]:
    """What comes before a command: PostgreSQL refuses to run as root, so there it runs as its own user."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres", "postgres")
    return ["runuser", "--user", "postgres", "--"]


def _call(user: list[str], *command: object) -> None:
    subprocess.run([*user, *map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd="/")


def _run(command: list[str], address: str) -> int:
    return subprocess.run(command, env={**os.environ, "DATABASE_URL": address}, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
