"""The two walks of the tree that every page takes: from bodies down, and from one body up.

tree_queries computes the path of every body of the installation for either; these touch what they return.
"""

from collections.abc import Iterable
from typing import Final

from django.db import connection
from django.db.models import BigIntegerField
from django.db.models.expressions import RawSQL

_DOWN = """
WITH RECURSIVE below(id) AS (
    SELECT id FROM organisations_organisation WHERE id IN ({signs})
    UNION
    SELECT one.id FROM organisations_organisation one JOIN below ON one.parent_id = below.id
) SELECT id FROM below
"""
_UP = """
WITH RECURSIVE above(id, parent_id, height) AS (
    SELECT id, parent_id, 0 FROM organisations_organisation WHERE id IN ({signs})
    UNION ALL
    SELECT one.id, one.parent_id, above.height + 1
    FROM organisations_organisation one JOIN above ON one.id = above.parent_id WHERE above.height < 100
)"""
MOST: Final = 1_000
"""Bodies that a condition lists one by one; a planner guesses badly how many a walk will find."""
_HEIGHT = "SELECT height FROM above WHERE above.id = organisations_organisation.id"


def below(tops: Iterable[int]) -> RawSQL:
    """The bodies in the subtrees of these, of which there is one at least, as a subquery for ``__in``."""
    numbers = sorted(set(tops))
    signs = ", ".join("%s" for _ in numbers)
    return RawSQL(_DOWN.format(signs=signs), numbers, BigIntegerField())  # noqa: S611  # the numbers are parameters


def reach(tops: Iterable[int]) -> RawSQL:
    """As `below`; the bodies themselves, walked to now, where they are not too many."""
    numbers = sorted(set(tops))
    signs = ", ".join("%s" for _ in numbers)
    with connection.cursor() as cursor:
        cursor.execute(f"{_DOWN.format(signs=signs)} LIMIT {MOST + 1}", numbers)
        found = sorted(row[0] for row in cursor.fetchall())
    return below(numbers) if len(found) > MOST else listed(found)


def listed(numbers: Iterable[int]) -> RawSQL:
    """These bodies for ``__in``, without a parameter for each."""
    words = ", ".join(str(int(one)) for one in numbers) or "NULL"
    return RawSQL(words, [], BigIntegerField())  # noqa: S611  # whole numbers


def above(*numbers: int) -> list[int]:
    """The bodies above these and they themselves, the highest first; empty where they are not stored."""
    if not numbers:
        return []
    with connection.cursor() as cursor:
        signs = ", ".join("%s" for _ in numbers)
        cursor.execute(f"{_UP.format(signs=signs)} SELECT id FROM above ORDER BY height DESC", numbers)  # noqa: S608
        return [row[0] for row in cursor.fetchall()]


def path_to(number: int) -> tuple[RawSQL, RawSQL]:
    """The body and those above it, as a subquery for ``__in``; how far each lies above it, to order by."""
    up = _UP.format(signs="%s")
    return (
        RawSQL(f"{up} SELECT id FROM above", [number], BigIntegerField()),  # noqa: S608, S611
        RawSQL(f"{up} {_HEIGHT}", [number], BigIntegerField()),  # noqa: S611
    )
