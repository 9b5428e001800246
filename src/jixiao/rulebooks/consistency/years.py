"""Rows of one topic cover every fiscal year once at most."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from jixiao.rulebooks.schema.rulebook import Row
from jixiao.rulebooks.stated import Problem, Stated

if TYPE_CHECKING:
    from jixiao.core.toml_places import Path

_FIRST: Final = 1950
_LAST: Final = 2100


def problems(stated: Stated) -> Iterator[Problem]:
    """Years that are none, rows that end before they begin, rows that overlap."""
    topics: dict[Path, list[tuple[Path, Row[Any]]]] = defaultdict(list)
    for path, row in stated.rows():
        wrong = [year for year in (row.from_year, row.until) if year and not _FIRST <= year <= _LAST]
        if wrong:
            yield Problem(
                (*path, "from" if wrong[0] == row.from_year else "until"),
                f"{wrong[0]} 不是年份。请写四位年份，如 2023。",
                f"{wrong[0]} is no year. Write four digits, such as 2023.",
            )
        elif row.until is not None and row.until < row.from_year:
            yield Problem(
                (*path, "until"),
                f"止年 until = {row.until} 早于起年 from = {row.from_year}。"
                f"请改正其中一个；一直有效就删去 until。",
                f"until = {row.until} is before from = {row.from_year}. Correct one of them;"
                f" leave until out where the row has no end.",
            )
        else:
            topics[path[:-1]].append((path, row))
    for rows in topics.values():
        for (_, one), (path, two) in combinations(rows, 2):
            common = _common(one, two)
            if common is not None:
                earlier, later = sorted((one, two), key=lambda row: row.from_year)
                until = later.from_year - 1
                yield Problem(
                    (*path, "from"),
                    f"{common} 年有两行规定（from = {one.from_year} 和 from = {two.from_year}）。"
                    + (
                        f"请给 from = {earlier.from_year} 的一行写上 until = {until}。"
                        if until >= earlier.from_year
                        else "请删去其中一行，或改正年份。"
                    ),
                    f"two rows cover {common} (from = {one.from_year} and from = {two.from_year}). "
                    + (
                        f"Write until = {until} in the row from {earlier.from_year}."
                        if until >= earlier.from_year
                        else "Remove one of them or correct its years."
                    ),
                )


def _common(one: Row[Any], two: Row[Any]) -> int | None:
    """The first year that both rows cover."""
    first = max(one.from_year, two.from_year)
    last = min(row.until if row.until is not None else _LAST for row in (one, two))
    return first if first <= last else None
