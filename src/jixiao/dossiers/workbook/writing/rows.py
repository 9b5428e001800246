"""The facts of a dossier as the rows of a block."""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from jixiao.core.dossier import Dossier
from jixiao.dossiers.workbook.facts import in_words
from jixiao.dossiers.workbook.kinds import Sort, Step
from jixiao.dossiers.workbook.shapes import Block, Column, Role, Style

Row = tuple[object, ...]
"""The values of a line in the order of the columns; None in those that are computed."""


def lines_of(dossier: Dossier, block: Block) -> list[Row]:
    """The rows of a block as they are to be written, those of a form being its lines."""
    if block.style is Style.FORM:
        return [(column.heading, _at(dossier, column.field)) for column in block.columns[1:]]
    if block.style is Style.MATRIX:
        return [
            (line.label, *(_cell(_at(dossier, line.path), column) for column in block.columns[1:]))
            for line in block.lines
        ]
    return list(_table(dossier, block))


def references(members: Sequence[object]) -> list[str]:
    """How rows of other tables name the members of a list: by code or month, ``6#2`` for the second June."""
    found: list[str] = []
    for member in members:
        own = str(getattr(member, "code", None) or getattr(member, "through_month", None) or "")
        earlier = sum(one.partition("#")[0] == own for one in found)
        found.append(f"{own}#{earlier + 1}" if earlier else own)
    return found


def _table(dossier: Dossier, block: Block) -> Iterator[Row]:
    if block.lists:
        for name, label in block.lists.items():
            members = _at(_at(dossier, block.rows.removesuffix(".*")), name)
            for member in members if isinstance(members, tuple) else ():
                yield tuple(
                    label if column.role is Role.LIST else _cell(member, column) for column in block.columns
                )
        return
    for named, member, key in _members(dossier, block.steps, ()):
        row = tuple(
            named.get(column.field)
            if column.role is Role.KEY
            else in_words(dossier, str(_at(member, column.field)))
            if column.role is Role.WORDS
            else _cell(member, column, key)
            for column in block.columns
        )
        if block.satellite and not _adds(row, block):
            continue
        yield row


def _adds(row: Row, block: Block) -> bool:
    """Whether a row of a satellite says anything."""
    return any(
        column.role is Role.FIELD and stated is not None and stated != column.content.default
        for stated, column in zip(row, block.columns, strict=True)
    )


def _members(
    found: object, steps: Sequence[Step], walked: tuple[tuple[str, str], ...]
) -> Iterator[tuple[dict[str, str], object, str]]:
    """Every member with the names of its parents by their paths, and its key in a mapping."""
    step, rest = steps[0], steps[1:]
    below = getattr(found, step.name)
    path = f"{walked[-1][0]}.{step.name}" if walked else step.name
    if step.sort is Sort.MAP:
        for key, member in below.items():
            yield dict(walked), member, key
    elif step.sort is Sort.MANY:
        for name, member in zip(references(below), below, strict=True):
            here = (*walked, (path, name))
            if rest:
                yield from _members(member, rest, here)
            else:
                yield dict(here), member, ""
    elif below is not None:
        here = (*walked, (path, ""))
        if rest:
            yield from _members(below, rest, here)
        else:
            yield dict(here), below, ""


def _cell(member: object, column: Column, key: str = "") -> object:
    if column.role is not Role.FIELD:
        return None
    if column.field == "$item":
        return member
    return key if column.field == "$key" else _at(member, column.field)


def _at(found: object, path: str) -> object:
    for name in path.split("."):
        found = getattr(found, name) if isinstance(found, BaseModel) else None
    return found
