"""Paths of facts: ``projects.p13.outturn`` is the outturn of the project whose code is ``p13``.

Members of lists are found by their ``code``, else by ``name``, ``as_of``, ``section`` or ``what``, else by
number from 1.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from pydantic import BaseModel

LISTS_OF_PATHS = ("published", "unresolved", "discrepancies")
"""The lists of a dossier whose members name a fact by its path."""

_KEYS = ("code", "name", "as_of", "through_month", "section", "what", "label", "fact", "source", "kind")


def fact(model: BaseModel, path: str) -> object:
    """The value at a path.

    Raises:
        KeyError: no field or member of that name; the argument is the longest part that leads nowhere.
    """
    *_, (_, found) = _walk(model, path)
    return found


def canonical(model: BaseModel, path: str) -> str:
    """The path as `leaves` gives it: members of lists by name also where the path gives their number.

    Raises:
        KeyError: as `fact` does.
    """
    return ".".join(name for name, _ in _walk(model, path))


def leaves(model: BaseModel, prefix: str = "") -> Iterator[tuple[str, object]]:
    """Every stated value (not None) with its path, in the order of the fields."""
    for name in type(model).model_fields:
        yield from _below(getattr(model, name), f"{prefix}{name}")


def _below(value: object, path: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, BaseModel):
        yield from leaves(value, f"{path}.")
    elif isinstance(value, list | tuple):
        for key, member in zip(keys(value), value, strict=True):
            yield from _below(member, f"{path}.{key}")
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from _below(member, f"{path}.{key}")
    elif value is not None:
        yield path, value


def keys(members: Sequence[object]) -> list[str]:
    """The name of each member of a list: its own where no other has it, else its number from 1."""
    own = [_own(member) for member in members]
    times = Counter(own)
    return [
        key if key and "." not in key and times[key] == 1 else str(number)
        for number, key in enumerate(own, start=1)
    ]


def _own(member: object) -> str:
    for field in _KEYS:
        value = getattr(member, field, None)
        if value:
            return str(value)
    return ""


def _walk(model: BaseModel, path: str) -> Iterator[tuple[str, object]]:
    """The name and the value of every step."""
    found: object = model
    steps = path.split(".")
    for number, step in enumerate(steps, start=1):
        name, found = _step(found, step, ".".join(steps[:number]))
        yield name, found


def _step(found: object, step: str, walked: str) -> tuple[str, object]:
    if isinstance(found, BaseModel) and step in type(found).model_fields:
        return step, getattr(found, step)
    if isinstance(found, dict) and step in found:
        return step, found[step]
    if isinstance(found, list | tuple):
        names = keys(found)
        if step in names:
            return step, found[names.index(step)]
        if step.isdecimal() and 0 < int(step) <= len(found):
            return names[int(step) - 1], found[int(step) - 1]
    raise KeyError(walked)
