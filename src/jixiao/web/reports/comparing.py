"""Which facts differ between a frozen report and today."""

from collections.abc import Iterator
from typing import Any, Final

from jixiao.core.dossier import Dossier
from jixiao.dossiers.toml import read_toml
from jixiao.web.filings.encoding import encoded
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.reports.models import Paper, unpacked

SHOWN: Final = 50
"""Differences that are kept for a page."""


def changes(year: DepartmentYear, now: Dossier, digest: str) -> dict[str, Any]:
    """By the digest of frozen facts: how many facts differ today, and the first of them with both values."""
    found = {}
    standing = Paper.objects.filter(year=year, lifted_at=None).exclude(frozen_at=None).exclude(digest=digest)
    for paper in standing.defer("page").order_by("pk"):
        if paper.digest not in found:
            rows = list(between(read_toml(unpacked(paper.facts), str(year)), now))
            found[paper.digest] = {"count": len(rows), "rows": rows[:SHOWN]}
    return found


def between(before: Dossier, after: Dossier) -> Iterator[tuple[str, str, str]]:
    """The path of each fact that differs, with its words before and after."""
    old, new = dict(_flat(encoded(before), "")), dict(_flat(encoded(after), ""))
    for path in sorted(old.keys() | new.keys()):
        if old.get(path, "") != new.get(path, ""):
            yield path, old.get(path, ""), new.get(path, "")


def _flat(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        if value.keys() == {"money", "unit"}:
            yield path, f"{value['money']} {value['unit']}"
        elif value.keys() == {"number"}:
            yield path, str(value["number"])
        elif value.keys() == {"pairs"}:
            yield from _flat(dict(value["pairs"]), path)
        else:
            for name, one in value.items():
                yield from _flat(one, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for number, one in enumerate(value, start=1):
            own = one.get("code", number) if isinstance(one, dict) else number
            yield from _flat(one, f"{path}.{own}")
    else:
        yield path, str(value)
