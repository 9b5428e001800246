"""A form becomes final only when every one of its files has passed the secrecy review."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

from jixiao.web.filings.awaiting import REVIEWERS
from jixiao.web.filings.evidence import Evidence, SecrecyState
from jixiao.web.people.roles import Role

if TYPE_CHECKING:
    from jixiao.web.cycles.models import Task

SHOWN: Final = 5
"""Files that a sentence names."""


def open_files(tasks: Iterable["Task"]) -> dict[int, list[str]]:
    """By the form's number, why its files keep it from being final; in one query, sound forms not in it."""
    waiting: dict[int, list[str]] = defaultdict(list)
    refused: dict[int, list[str]] = defaultdict(list)
    found = Evidence.objects.filter(task__in=[task.pk for task in tasks], deleted=False)
    rows = found.exclude(secrecy=SecrecyState.PASSED).order_by("pk")
    for task, name, secrecy in rows.values_list("task", "name", "secrecy"):
        (waiting if secrecy == SecrecyState.PENDING else refused)[task].append(name)
    said: dict[int, list[str]] = defaultdict(list)
    for task, names in waiting.items():
        said[task].append(
            _(
                "有 %(count)s 个文件还没有保密审查，不能终审：%(files)s。"
                "请先在“佐证材料”中逐个审查；本单位的%(roles)s都可以审查，上传人本人除外。"
            )
            % {"count": len(names), "files": _named(names), "roles": _reviewers()}
        )
    for task, names in refused.items():
        said[task].append(
            _(
                "有 %(count)s 个文件未通过保密审查，不能终审：%(files)s。"
                "请退回，由填报人删除或更换后重新报送。"
            )
            % {"count": len(names), "files": _named(names)}
        )
    return dict(said)


def _named(names: list[str]) -> str:
    words = "、".join(names[:SHOWN])
    return _("%(files)s 等") % {"files": words} if len(names) > SHOWN else words


def _reviewers() -> str:
    """The roles that review secrecy, in words, in their order."""
    return "、".join(str(role.label) for role in Role if role in REVIEWERS)
