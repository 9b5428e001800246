"""What a rulebook file states, as the consistency checks see it: every part with its path in the TOML."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from typing import Any, TypeVar

from pydantic import BaseModel

from jixiao.core.toml_places import Path
from jixiao.rulebooks.schema.rulebook import Row, RulebookFile

Wanted = TypeVar("Wanted", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not fit, and how to mend it; the path tells the line."""

    path: Path
    message: str
    message_en: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A file of which members with faults in their shape are left out, so that the others can be checked.

    Attributes:
        file: the rest.
        source_ids: of all sources, also of those left out.
        left_out: paths of list members that ``file`` lacks.
    """

    file: RulebookFile
    source_ids: tuple[str, ...]
    left_out: frozenset[Path] = field(default_factory=frozenset)

    def parts(self, kind: type[Wanted]) -> Iterator[tuple[Path, Wanted]]:
        """Every part of the kind, at any depth, in order."""
        for path, part in self._walk((), self.file):
            if isinstance(part, kind):
                yield path, part

    def rows(self) -> Iterator[tuple[Path, Row[Any]]]:
        """Every row of every topic."""
        yield from self.parts(Row)

    def _walk(self, path: Path, value: object) -> Iterator[tuple[Path, BaseModel]]:
        if isinstance(value, BaseModel):
            yield path, value
            for name, info in type(value).model_fields.items():
                yield from self._walk((*path, info.alias or name), getattr(value, name))
        elif isinstance(value, dict):
            for key, member in value.items():
                yield from self._walk((*path, str(key)), member)
        elif isinstance(value, (tuple, list)):
            numbers = (number for number in count() if (*path, number) not in self.left_out)
            for number, member in zip(numbers, value, strict=False):
                yield from self._walk((*path, number), member)


def plain(number: Decimal | int) -> str:
    """A number as people write it: 90, not 9E+1."""
    return f"{Decimal(number):f}"
