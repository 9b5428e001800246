"""Paths of facts in the words of the workbook: ``projects.p13.outturn`` is “会议费”执行数."""

from functools import cache

from pydantic import BaseModel

from jixiao.core.dossier import Dossier
from jixiao.core.dossier.paths import keys
from jixiao.dossiers.workbook.kinds import Sort, walk
from jixiao.dossiers.workbook.layouts import layout, places_of
from jixiao.dossiers.workbook.shapes import Block, Role, Style


def in_words(dossier: Dossier, path: str) -> str:
    """What the path means, for reading only; empty where it leads nowhere."""
    found: object = dossier
    place, names = "", []
    rest = path.split(".")
    try:
        while rest:
            name = rest.pop(0)
            place = f"{place}.{name}".lstrip(".")
            sort = _sort(found, name)
            found = getattr(found, name)
            if sort in {Sort.MANY, Sort.MAP} and rest:
                place += "[]"
                found, word = _member(found, rest.pop(0))
                names.append(f"“{word}”")
    except (KeyError, AttributeError, IndexError, ValueError):
        return ""
    return "".join(names) + _words().get(place.removesuffix("[]"), "")


def _sort(found: object, name: str) -> Sort | None:
    """Where a field leads; None for one that is a value."""
    if not isinstance(found, BaseModel):
        return None
    try:
        return walk(name, type(found))[0].sort
    except KeyError:
        return None


def _member(members: object, key: str) -> tuple[object, str]:
    """A member of a list or mapping, and what people call it."""
    if isinstance(members, dict):
        return members[key], key
    if not isinstance(members, list | tuple):
        raise KeyError(key)
    known = keys(members)
    number = known.index(key) if key in known else int(key) - 1
    member = members[number]
    return member, str(getattr(member, "name", "") or key)


@cache
def _words() -> dict[str, str]:
    """The words for every place of the dossier."""
    found: dict[str, str] = {}
    for sheet in layout():
        for block in sheet.blocks:
            found |= {
                place.removesuffix("[]"): words
                for place, words in zip(places_of(block), _told(block), strict=True)
            }
    return found


def _told(block: Block) -> list[str]:
    """The words for the places of a block, in the same order."""
    headings = [
        column.heading for column in block.columns if column.role is Role.FIELD and column.field != "$key"
    ]
    if block.style is Style.MATRIX:
        return [f"{line.label}{heading}" for line in block.lines for heading in headings]
    return [f"{label}{heading}" for label in block.lists.values() or [""] for heading in headings]
