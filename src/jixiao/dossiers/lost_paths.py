"""Paths of facts that lead nowhere, in data as read, with the nearest path that leads somewhere.

Walked over the raw data, so that all of them are found together with faults of other kinds.
"""

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Any, get_args

from jixiao.core.dossier.paths import LISTS_OF_PATHS
from jixiao.core.toml_places import Path
from jixiao.dossiers.shape import fields, member_names, nearest, type_at
from jixiao.dossiers.wording import Words, listed


def lost_paths(data: Mapping[str, Any]) -> Iterator[tuple[Path, Words]]:
    """Where a path stands that leads nowhere, and what to say about it."""
    for name in LISTS_OF_PATHS:
        rows = data.get(name)
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            path = row.get("fact") if isinstance(row, Mapping) else None
            if isinstance(path, str):
                said = _lost(data, path.strip())
                if said:
                    yield (name, number, "fact"), said


def _lost(data: Mapping[str, Any], path: str) -> Words | None:
    found: object = data
    walked: Path = ()
    steps = path.split(".")
    for number, step in enumerate(steps):
        choices, following = _choices(found, walked, step)
        if following is None:
            return _words(path, steps[:number], step, choices, steps[number + 1 :])
        walked = (*walked, following)
        found = _member(found, following)
    return None


def _choices(found: object, walked: Path, step: str) -> tuple[list[str], str | int | None]:
    """What the path may go on with, and what it does go on with."""
    names = list(fields(walked))
    if names and found is None and NoneType in get_args(type_at(walked)):
        return [], None  # a part that is not stated at all
    if names:
        return names, step if step in names else None
    if isinstance(found, list):
        names = member_names(found)
        own = [member_names([member])[0] for member in found]  # a name that stands twice is another fault
        for known_as in (names, own):
            if step in known_as:
                return names, known_as.index(step)
        if step.isdecimal() and 0 < int(step) <= len(found):
            return names, int(step) - 1
        return names, None
    if isinstance(found, Mapping) and type_at(walked) is not None:
        return list(found), step if step in found else None
    return [], None


def _member(found: object, step: str | int) -> object:
    if isinstance(found, Mapping):
        return found.get(step)
    return found[step] if isinstance(found, list) and isinstance(step, int) else None


def _words(path: str, before: list[str], step: str, choices: list[str], after: list[str]) -> Words:
    message = f"事实“{path}”不存在：“{'.'.join([*before, step])}”没有对应的内容"
    message_en = f"there is no fact “{path}”: “{'.'.join([*before, step])}” leads nowhere"
    guess = nearest(step, choices)
    if guess:
        meant = ".".join([*before, guess, *after])
        return Words(message, message_en, f"可能是“{meant}”", f"perhaps “{meant}” is meant", path)
    if not choices:
        short = ".".join(before)
        return Words(
            message,
            message_en,
            f"“{short}”下面没有内容，写到“{short}”为止，或先补上它",
            f"nothing stands below “{short}”: end the path there, or enter what is missing",
            path,
        )
    place = ".".join(before)
    zh = f"“{place}”下面有：" if place else "第一段可以是："
    en = f"below “{place}” there are: " if place else "a path begins with one of: "
    return Words(message, message_en, zh + listed(choices, "、"), en + listed(choices, ", "), path)
