"""Reads the tables of the final accounts and the classification of a place, strictly.

Both are files beside ``rulebook.toml``. A place that states tables states all of them; its codes stand
beside those of its parents, a nearer one winning.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from jixiao.core import toml_places
from jixiao.core.classification import Code, EconomicCode, FunctionalCode
from jixiao.core.toml_places import line_of, places
from jixiao.core.toml_slips import slip
from jixiao.rulebooks import shape
from jixiao.rulebooks.accounts_faults import of_codes, of_tables
from jixiao.rulebooks.faults import Fault, RulebookError
from jixiao.rulebooks.schema.accounts import AccountsFile, AccountsTable, ClassificationFile, CodeRow, Term
from jixiao.rulebooks.schema.topics import Part
from jixiao.rulebooks.stated import Problem

TABLES: Final = "final_accounts.toml"
CODES: Final = "classification.toml"
Stated = TypeVar("Stated", bound=Part)


@dataclass(frozen=True, slots=True)
class Classification:
    """The codes in force in one place and fiscal year."""

    functional: dict[Code, CodeRow] = field(default_factory=dict)
    economic: dict[Code, CodeRow] = field(default_factory=dict)

    def row(self, code: Code | None) -> CodeRow | None:
        """What is known of a code; None where the place's list lacks it."""
        if isinstance(code, EconomicCode):
            return self.economic.get(code)
        return self.functional.get(code) if code is not None else None


@dataclass(frozen=True, slots=True)
class AccountsForms:
    """The tables in force with their files, in the order of the package."""

    tables: tuple[AccountsTable, ...]
    file: str
    lines: dict[toml_places.Path, int]
    places: tuple[int, ...]
    """Of each table: its place in the file, from 0."""

    def line(self, table: AccountsTable, *path: str | int) -> int:
        """The line in the file of a part of a table, 1-based."""
        place = self.places[self.tables.index(table)]
        return line_of(self.lines, ("tables", place, *path)) or 1


def tables(folders: tuple[Path, ...], year: int) -> AccountsForms | None:
    """The tables in force; ``folders`` are the place's own first, then its parents'.

    None where neither the place nor its parents state any for the year.

    Raises:
        RulebookError: a file cannot be used; every fault.
    """
    for folder in folders:
        if not (folder / TABLES).is_file():
            continue
        file, lines = _file_of(folder / TABLES, _stamp(folder / TABLES))
        here = sorted(
            ((number, table) for number, table in enumerate(file.tables) if table.covers(year)),
            key=lambda pair: pair[1].number,
        )
        if here:
            return AccountsForms(
                tuple(table for _, table in here),
                str(folder / TABLES),
                lines,
                tuple(number for number, _ in here),
            )
    return None


def terms(folders: tuple[Path, ...], year: int) -> tuple[Term, ...]:
    """The glossary in force, that of the nearest place that has one; ``folders`` as in `tables`.

    Raises:
        RulebookError: a file cannot be used; every fault.
    """
    for folder in folders:
        if (folder / TABLES).is_file():
            known = _file_of(folder / TABLES, _stamp(folder / TABLES))[0].terms
            here = tuple(term for term in known if term.covers(year))
            if here:
                return here
    return ()


def classification(folders: tuple[Path, ...], year: int) -> Classification:
    """The codes in force; ``folders`` as in `tables`.

    Raises:
        RulebookError: a file cannot be used; every fault.
    """
    known = Classification()
    for folder in reversed(folders):
        if (folder / CODES).is_file():
            found = _codes_of(folder / CODES, _stamp(folder / CODES))
            known.functional.update(
                {FunctionalCode.parse(row.code): row for row in found.functional if row.covers(year)}
            )
            known.economic.update(
                {EconomicCode.parse(row.code): row for row in found.economic if row.covers(year)}
            )
    return known


def stated_tables(folder: Path) -> tuple[AccountsTable, ...]:
    """All tables that one rulebook folder states, of whatever year, in the order of the file.

    Raises:
        RulebookError: the file cannot be used; every fault.
    """
    return _file_of(folder / TABLES, _stamp(folder / TABLES))[0].tables


def stated_sources(folder: Path) -> Iterator[str]:
    """The ids of the sources that the two files of a rulebook folder rest on.

    Raises:
        RulebookError: a file cannot be used; every fault.
    """
    if (folder / TABLES).is_file():
        file = _file_of(folder / TABLES, _stamp(folder / TABLES))[0]
        yield from (table.source for table in file.tables)
        yield from (term.source for term in file.terms)
    if (folder / CODES).is_file():
        known = _codes_of(folder / CODES, _stamp(folder / CODES))
        yield from (row.source for row in (*known.functional, *known.economic))


def stated_faults(folder: Path, source_ids: tuple[str, ...]) -> Iterator[Fault]:
    """What is wrong with the two files of one rulebook folder; ``source_ids`` are those of its rulebook."""
    if (folder / TABLES).is_file():
        yield from _faults(folder / TABLES, AccountsFile, lambda data: of_tables(data, source_ids))
    if (folder / CODES).is_file():
        yield from _faults(folder / CODES, ClassificationFile, lambda data: of_codes(data, source_ids))


def _faults(path: Path, kind: type[Stated], more: Callable[[Stated], Iterator[Problem]]) -> Iterator[Fault]:
    try:
        data, lines = _read(path, kind)
    except RulebookError as error:
        yield from error.faults
        return
    for one in more(data):
        yield Fault(str(path), line_of(lines, one.path) or 1, one.message, one.message_en)


def _stamp(path: Path) -> tuple[int, int]:
    """What changes when the file does: files are read once, and again after they were changed."""
    found = path.stat()
    return found.st_mtime_ns, found.st_size


@cache
def _file_of(path: Path, _stamp: tuple[int, int]) -> tuple[AccountsFile, dict[toml_places.Path, int]]:
    data, lines = _read(path, AccountsFile)
    _refuse(path, lines, of_tables(data))
    return data, lines


@cache
def _codes_of(path: Path, _stamp: tuple[int, int]) -> ClassificationFile:
    data, lines = _read(path, ClassificationFile)
    _refuse(path, lines, of_codes(data))
    return data


def _refuse(path: Path, lines: dict[toml_places.Path, int], problems: Iterator[Problem]) -> None:
    faults = [
        Fault(str(path), line_of(lines, one.path) or 1, one.message, one.message_en) for one in problems
    ]
    if faults:
        raise RulebookError(faults)


def _read(path: Path, kind: type[Stated]) -> tuple[Stated, dict[toml_places.Path, int]]:
    """The file as its schema has it, and the lines of its parts.

    Raises:
        RulebookError: it is no UTF-8, no TOML, or not of the schema; every fault.
    """
    file = str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        zh = "文件读不出来，或不是 UTF-8 编码。请在记事本里“另存为”，编码选 UTF-8。"
        raise RulebookError([Fault(file, 0, zh, "the file cannot be read as UTF-8. Save it so.")]) from error
    try:
        data: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        one = slip(text, str(error))
        zh, en = f"{one.message}：{one.fix}。", f"{one.message_en}: {one.fix_en}."
        raise RulebookError([Fault(file, one.line, zh, en)]) from error
    lines = places(text)
    try:
        return kind.model_validate(data), lines
    except ValidationError as error:
        raise RulebookError(
            Fault(file, line_of(lines, problem.path) or 1, problem.message, problem.message_en)
            for problem in shape.problems(error, data, kind)
        ) from error
