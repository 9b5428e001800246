"""The documents of a set: which belong together, and which are told apart, with the reason."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from jixiao.claims.across.binding import Bound, bind, subjects
from jixiao.claims.across.identity import Identity, identify, same_body
from jixiao.claims.reading.document import Reading, read_document
from jixiao.core.document import Document
from jixiao.core.frozen import frozen
from jixiao.core.set_report import LeftOut

_ROOM: Final = 10_000_000
"""Indexes for each document: more figures than any has."""


@frozen
class Member:
    """A document with what it says of itself and its figures, bound; ``previous`` is last year's."""

    file: str
    reading: Reading
    identity: Identity
    bounds: tuple[Bound, ...]
    previous: bool = False


@frozen
class Gathered:
    """The set: whose and of which year, its documents, those of its units, and those left out."""

    body: str
    year: int | None
    own: tuple[Member, ...]
    units: tuple[Member, ...]
    left_out: tuple[LeftOut, ...]


def gather(documents: Sequence[tuple[str, Document]], previous: Sequence[tuple[str, Document]]) -> Gathered:
    """Read every document and settle which of them are compared."""
    read = [(file, read_document(document), False) for file, document in documents]
    read += [(file, read_document(document), True) for file, document in previous]
    known = [(file, reading, identify(reading), before) for file, reading, before in read]
    year = _year([identity for _, _, identity, before in known if not before])
    known = [
        (file, reading, _of_year(one, year, before=before), before) for file, reading, one, before in known
    ]
    projects = frozenset().union(*(subjects(reading, identity) for _, reading, identity, _ in known))
    members = [
        Member(file, reading, identity, tuple(bind(reading, identity, file, at * _ROOM, projects)), before)
        for at, (file, reading, identity, before) in enumerate(known)
    ]
    current = [member for member in members if not member.previous]
    body = _body(current)
    own, units, left_out = [], [], []
    for member in members:
        reason = _reason(member, body, None if year is None else year - member.previous)
        if reason is None:
            own.append(member)
        elif _is_unit(member, current, body, year):
            units.append(member)
        else:
            left_out.append(LeftOut(member.file, *reason))
    return Gathered(body, year, tuple(own), tuple(units), tuple(left_out))


def _body(members: Sequence[Member]) -> str:
    """The body that most documents name; of two named as often the one named first, or that has units."""
    names = [member.identity.body for member in members if member.identity.body and not member.identity.level]
    names = names or [member.identity.body for member in members if member.identity.body]
    if not names:
        return ""
    times = {name: sum(same_body(name, other) for other in names) for name in names}
    told = {name: sum(_names(member, name, names) for member in members) for name in names}
    return max(names, key=lambda name: (told[name], times[name], len(name), -names.index(name)))


def _names(member: Member, name: str, names: Sequence[str]) -> int:
    """How many of the other bodies this body's document names: a department names its units."""
    if not member.identity.bodies or not same_body(member.identity.body, name):
        return 0
    text = member.reading.document.plain_text()
    return sum(not same_body(other, name) and other not in name and other in text for other in set(names))


def _of_year(identity: Identity, year: int | None, *, before: bool) -> Identity:
    """One that names no year is taken for the year of the set."""
    if identity.year is not None or year is None:
        return identity
    return replace(identity, year=year - before)


def _year(identities: Sequence[Identity]) -> int | None:
    told = Counter(identity.year for identity in identities if identity.year_told)
    guessed = Counter(identity.year for identity in identities if identity.year is not None)
    years = told or guessed
    return max(years, key=lambda year: (years[year], year or 0)) if years else None


def _reason(member: Member, body: str, year: int | None) -> tuple[str, str] | None:
    """Why a document is not compared; None where it is."""
    identity = member.identity
    if body and not identity.is_of(body):
        return (
            f"单位是“{identity.body}”，不是“{body}”",
            f"its body is {identity.body}, not {body}",
        )
    if identity.level:
        return f"只是{identity.level}的口径", "it tells of the department's own office only"
    if identity.year_told and year is not None and identity.year != year:
        return f"年度是{identity.year}年，不是{year}年", f"its year is {identity.year}, not {year}"
    return None


def _is_unit(member: Member, current: Sequence[Member], body: str, year: int | None) -> bool:
    """Whether it is of a unit that a document of the department names, or of its own office; of the year."""
    if member.previous or member.identity.year != year or not member.identity.body:
        return False
    if member.identity.level and same_body(member.identity.body, body):
        return True
    return any(
        member.identity.body in other.reading.document.plain_text()
        for other in current
        if other is not member and other.identity.bodies and same_body(other.identity.body, body)
    )
