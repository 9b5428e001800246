"""Lines of TOML text: where each key stands, which tomllib does not tell.

Used by the loaders of rulebooks and dossiers, so that an error names the line that an official has to mend.
"""

import re
from collections import defaultdict
from typing import Final

Path = tuple[str | int, ...]
"""From the root of the parsed data to a value: keys, and numbers of array members from 0."""

_KEY: Final = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_DOTTED: Final = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER: Final = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]\]?\s*(?:#.*)?")
_ASSIGNMENT: Final = re.compile(rf"\s*({_DOTTED})\s*=\s*(.*)", re.DOTALL)
_PART: Final = re.compile(_KEY)
_STRING: Final = re.compile(
    r'"""(?:[^\\]|\\.)*?"""' + r"|'''.*?'''" + r'|"(?:[^"\\\n]|\\.)*"' + r"|'[^'\n]*'|#[^\n]*", re.DOTALL
)


def line_of(places: dict[Path, int], path: Path) -> int | None:
    """The line of a value, else of the first thing in it, else of the nearest thing around it."""
    for length in range(len(path), 0, -1):
        if path[:length] in places:
            return places[path[:length]]
        inside = [line for place, line in places.items() if place[:length] == path[:length]]
        if inside:
            return min(inside)
    return None


def places(text: str) -> dict[Path, int]:
    """The line (1-based) of every table, array member and key that stands on a line of its own.

    ``text`` must have been accepted by tomllib. Members of an inline array stand at the line they begin on.
    """
    found: dict[Path, int] = {}
    counts: dict[Path, int] = defaultdict(int)
    table: Path = ()
    lines = text.replace("\r\n", "\n").split("\n")  # as TOML counts; splitlines also cuts at U+2028
    number = 0
    while number < len(lines):
        header = _HEADER.fullmatch(lines[number])
        if header:
            table = _opened(header[1] == "[[", _parts(header[2]), counts)
            found.setdefault(table, number + 1)
            number += 1
            continue
        assignment = _ASSIGNMENT.match(lines[number])
        if assignment is None:
            number += 1
            continue
        path = (*table, *_parts(assignment[1]))
        found.setdefault(path, number + 1)
        last = number
        value = assignment[2]
        while not _complete(value) and last + 1 < len(lines):
            last += 1
            value += "\n" + lines[last]
        _members(found, path, value, number + 1)
        number = last + 1
    return found


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _opened(is_array: bool, parts: tuple[str, ...], counts: dict[Path, int]) -> Path:  # noqa: FBT001  # one of two brackets
    """The path that a table header opens; a header below an array means its last member."""
    path: Path = ()
    for part in parts[:-1]:
        path = (*path, part)
        if counts[path]:
            path = (*path, counts[path] - 1)
    path = (*path, parts[-1])
    if is_array:
        counts[path] += 1
        return (*path, counts[path] - 1)
    return path


def _complete(value: str) -> bool:
    """Whether brackets and long strings that the value opens are closed."""
    bare = _STRING.sub("", value)
    return '"""' not in bare and "'''" not in bare and _depth(bare) <= 0


def _depth(bare: str) -> int:
    return sum(bare.count(mark) for mark in "[{") - sum(bare.count(mark) for mark in "]}")


def _masked(match: re.Match[str]) -> str:
    """A sign for a string, nothing for a comment; lines are kept."""
    return "" if match[0].startswith("#") else "s" + "\n" * match[0].count("\n")


def _members(found: dict[Path, int], path: Path, value: str, line: int) -> None:
    """Members of an array written over several lines."""
    if not value.lstrip().startswith("["):
        return
    bare = _STRING.sub(_masked, value)
    depth, member, waiting = 0, -1, False
    for sign in bare:
        if depth == 1 and waiting and sign not in " \t\r\n,]":
            member += 1
            found.setdefault((*path, member), line)
            waiting = False
        if sign in "[{":
            depth += 1
            waiting = waiting or depth == 1
        elif sign in "]}":
            depth -= 1
        elif sign == "," and depth == 1:
            waiting = True
        elif sign == "\n":
            line += 1
