"""What names something is not left empty."""

from collections.abc import Iterator
from typing import Final

from jixiao.rulebooks.schema.rulebook import Case, RulebookFile, Source
from jixiao.rulebooks.schema.topics import Band, Deadline, Dimension, FixedLeaf, Group, Level, Part
from jixiao.rulebooks.stated import Problem, Stated
from jixiao.rulebooks.words import explained

_NAMED: Final[tuple[tuple[type[Part], tuple[str, ...]], ...]] = (
    (RulebookFile, ("name",)),
    (Source, ("id", "title")),
    (Case, ("name",)),
    (Band, ("name",)),
    (Group, ("code", "name")),
    (FixedLeaf, ("code", "name")),
    (Level, ("name",)),
    (Dimension, ("name",)),
    (Deadline, ("what",)),
)


def problems(stated: Stated) -> Iterator[Problem]:
    """Names, codes and titles without a character."""
    for kind, keys in _NAMED:
        for path, part in stated.parts(kind):
            for key in keys:
                if not getattr(part, key).strip():
                    yield Problem(
                        (*path, key), f"{explained(key)}还没有填写。请补上。", f"{key} is empty. Fill it in."
                    )
