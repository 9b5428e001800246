"""Conventions of the source: read from the files, so that a new file is covered by existing."""

import ast
import re
from collections.abc import Iterator
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


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


# Django writes migrations, and they are not read but applied.
WRITTEN = [path for path in FILES if path.parent.name != "migrations" or path.stem == "__init__"]
each_file = pytest.mark.parametrize("path", FILES, ids=named)


@pytest.mark.parametrize("path", WRITTEN, ids=named)
def test_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree(path)), f"{named(path)}:1: begin the module with a docstring"


@each_file
def test_file_is_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE, (
        f"{named(path)} has {lines} lines, at most {LONGEST_FILE}: split it by concept"
    )


@each_file
def test_encodings_are_named(path: Path) -> None:
    wrong = list(unnamed_encodings(tree(path)))
    assert not wrong, f"{named(path)}, lines {wrong}: name the encoding, Windows has another default"


@pytest.mark.parametrize("path", [path for path in FILES if ROOT / "tests" in path.parents], ids=named)
def test_no_test_sleeps(path: Path) -> None:
    wrong = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and _name(node.func) in {"sleep", "wait_for_timeout"}
    ]
    assert not wrong, f"{named(path)}, lines {wrong}: wait for what happens, with a deadline, not for a time"


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in FILES
        if PACKAGE in path.parents and path.relative_to(PACKAGE).parts[0] in EXACT_PACKAGES
    ],
    ids=named,
)
def test_arithmetic_has_no_floats(path: Path) -> None:
    wrong = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and type(node.value) is float
    ]
    assert not wrong, f"{named(path)}, lines {wrong}: write Decimal(…), no float takes part in a verdict"


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
