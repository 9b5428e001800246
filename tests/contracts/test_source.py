"""Conventions of the source: read from the files, so that a new file is covered by existing."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.support import PACKAGE, ROOT

LONGEST_FILE = 400
EXACT_PACKAGES = ("core", "claims", "solving", "checks", "scoring")
FOLDERS = ("src", "tests", "tools", "bench")

# The place among the arguments, counted from 0, of an encoding given without its name.
ENCODING_POSITION = {"read_text": 0, "write_text": 1, "open": 3, "Path.open": 2}
TEXT_MODE = re.compile(r"[rwxabt+]{1,3}")

FILES = sorted(
    path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts
)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def is_described(path: Path, text: str, module: ast.Module) -> Iterator[str]:
    del text
    # Django writes migrations, and they are not read but applied.
    written = path.parent.name != "migrations" or path.stem == "__init__"
    if written and not ast.get_docstring(module):
        yield f"{named(path)}:1: begin the module with a docstring"


def is_short(path: Path, text: str, module: ast.Module) -> Iterator[str]:
    del module
    lines = len(text.splitlines())
    if lines > LONGEST_FILE:
        yield f"{named(path)} has {lines} lines, at most {LONGEST_FILE}: split it by concept"


def names_encodings(path: Path, text: str, module: ast.Module) -> Iterator[str]:
    del text
    if wrong := list(unnamed_encodings(module)):
        yield f"{named(path)}, lines {wrong}: name the encoding, Windows has another default"


def does_not_sleep(path: Path, text: str, module: ast.Module) -> Iterator[str]:
    """In tests."""
    del text
    if ROOT / "tests" not in path.parents:
        return
    if wrong := [
        node.lineno
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and _name(node.func) in {"sleep", "wait_for_timeout"}
    ]:
        yield f"{named(path)}, lines {wrong}: wait for what happens, with a deadline, not for a time"


def has_no_floats(path: Path, text: str, module: ast.Module) -> Iterator[str]:
    """Where verdicts are computed."""
    del text
    if PACKAGE not in path.parents or path.relative_to(PACKAGE).parts[0] not in EXACT_PACKAGES:
        return
    if wrong := [
        node.lineno
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and type(node.value) is float
    ]:
        yield f"{named(path)}, lines {wrong}: write Decimal(…), no float takes part in a verdict"


Convention = Callable[[Path, str, ast.Module], Iterator[str]]
CONVENTIONS: dict[str, Convention] = {
    one.__name__: one for one in (is_described, is_short, names_encodings, does_not_sleep, has_no_floats)
}


# The least text that breaks each; it is parsed, never run.
BROKEN = {
    "is_described": "pass",
    "is_short": "\n" * (LONGEST_FILE + 1),
    "names_encodings": "open('file')",
    "does_not_sleep": "page.wait_for_timeout(1)",
    "has_no_floats": "0.5",
}


@pytest.mark.parametrize("convention", CONVENTIONS)
def test_every_convention_knows_a_fault(convention: str) -> None:
    text = BROKEN[convention]
    places = (ROOT / "tests" / "file.py", PACKAGE / "core" / "file.py")
    assert [told for path in places for told in CONVENTIONS[convention](path, text, ast.parse(text))]


@cache
def faults() -> dict[str, list[str]]:
    """What is wrong by convention: a test a file would take longer to begin and end than to read it."""
    found: dict[str, list[str]] = {name: [] for name in CONVENTIONS}
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        module = ast.parse(text, filename=str(path))
        for name, keeps in CONVENTIONS.items():
            found[name] += keeps(path, text, module)
    return found


@pytest.mark.parametrize("convention", CONVENTIONS)
def test_every_file_keeps_the_convention(convention: str) -> None:
    assert len(FILES) > 1000
    assert faults()[convention] == []


@pytest.mark.parametrize(
    "code",
    [
        "open('x')",
        "path.read_text()",
        "path.write_text('x')",
        "path.open()",
        "open('x', 'w')",
        "open('x', mode='a')",
    ],
)
def test_an_unnamed_encoding_is_noticed(code: str) -> None:
    assert list(unnamed_encodings(ast.parse(code))) == [1]


@pytest.mark.parametrize(
    "code",
    [
        "open('x', encoding='utf-8')",
        "open('x', 'rb')",
        "path.open('wb')",
        "path.read_text('utf-8')",
        "path.read_text(encoding='gb18030')",
        "zipfile.ZipFile(x).open('part')",
        "self._archive.open(entry)",
        "open(*arguments)",
    ],
)
def test_a_named_or_needless_encoding_passes(code: str) -> None:
    assert not list(unnamed_encodings(ast.parse(code)))


def unnamed_encodings(module: ast.Module) -> Iterator[int]:
    """The lines that open text without saying in which encoding."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and _opens_text(node) and not _names_encoding(node):
            yield node.lineno


def _opens_text(call: ast.Call) -> bool:
    name = _opener(call)
    if name in {"read_text", "write_text"}:
        return True
    if name not in {"open", "Path.open"}:
        return False
    position = 1 if name == "open" else 0
    modes = [keyword.value for keyword in call.keywords if keyword.arg == "mode"] + call.args[
        position : position + 1
    ]
    return not any(isinstance(mode, ast.Constant) and "b" in str(mode.value) for mode in modes)


def _opener(call: ast.Call) -> str:
    """Which of the functions of ENCODING_POSITION is called; any other name, or none, is not of interest."""
    function = call.func
    if isinstance(function, ast.Name):
        return function.id
    if not isinstance(function, ast.Attribute):
        return ""
    if function.attr != "open":
        return function.attr
    # `path.open("w")` begins with a mode; what begins with anything else opens a part of an archive, or a page.
    first = call.args[0] if call.args else None
    is_mode = isinstance(first, ast.Constant) and TEXT_MODE.fullmatch(str(first.value))
    return "Path.open" if first is None or is_mode else ""


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _names_encoding(call: ast.Call) -> bool:
    if any(keyword.arg in {"encoding", None} for keyword in call.keywords):
        return True
    if any(isinstance(argument, ast.Starred) for argument in call.args):
        return True
    return len(call.args) > ENCODING_POSITION[_opener(call)]
