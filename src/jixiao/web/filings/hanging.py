"""What the department's facts say about a row by its path: it would lead nowhere once the row is gone.

A path that leads nowhere keeps every form and report of the department from being read, not only its own.
"""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from jixiao.core.dossier.paths import LISTS_OF_PATHS
from jixiao.dossiers.lost_paths import lost_paths
from jixiao.web.actions import Refused
from jixiao.web.filings.mapping import data_of
from jixiao.web.filings.models import DepartmentYear

Place = tuple[str, int]
"""A list of `LISTS_OF_PATHS`, and the number of its member."""
_SHOWN: Final = 5


def lost(year: DepartmentYear) -> set[Place]:
    """The statements of the year whose paths lead nowhere as the rows are stored now."""
    if not year.pk or not any(_stated(year).values()):
        return set()
    return {(str(path[0]), int(path[1])) for path, _words in lost_paths(data_of(year))}


def refuse_lost(year: DepartmentYear, before: set[Place], name: str) -> None:
    """Refuse to have taken the row of this name out, where a statement led to it; ``before`` is `lost` then.

    Raises:
        Refused: what hangs on the row, in the words of those who stated it.
    """
    _refuse(year, lost(year) - before, name)


def refuse_named(year: DepartmentYear, path: tuple[str, ...], name: str) -> None:
    """Refuse to have taken the row out to which the path leads, or a statement below it.

    Raises:
        Refused: as `refuse_lost`.
    """
    found = {
        (list_, number)
        for list_, rows in _stated(year).items()
        for number, row in enumerate(rows)
        if tuple(str(row["fact"]).split(".")[: len(path)]) == path
    }
    _refuse(year, found, name)


def _refuse(year: DepartmentYear, places: set[Place], name: str) -> None:
    if not places:
        return
    gone = sorted(places)
    said = [_told(list_, _stated(year)[list_][number]) for list_, number in gone[:_SHOWN]]
    if len(gone) > _SHOWN:
        said.append(_("等 %(count)s 处") % {"count": len(gone)})
    raise Refused(
        _(
            "“%(name)s”不能删除，本部门的资料里还有针对它的内容：%(said)s。删掉以后这些内容就没有着落，全部门的表和报告都写不出来。"
            "请保留；确要删除的，先由提供资料的人在导入的资料里删去这些内容。"
        )
        % {"name": name, "said": "；".join(said)}
    )


def _stated(year: DepartmentYear) -> dict[str, list[Mapping[str, Any]]]:
    return {name: year.facts.get(name, []) for name in LISTS_OF_PATHS}


def _told(list_: str, row: Mapping[str, Any]) -> str:
    """The statement in words."""
    if list_ == "published":
        return _("%(place)s印的“%(value)s”") % {"place": row.get("place", ""), "value": row.get("value", "")}
    if list_ == "unresolved":
        return _("未定的事实：%(words)s") % {"words": str(row.get("reason", ""))[:60]}
    return _("单位说明：%(words)s") % {"words": str(row.get("statement", ""))[:60]}
