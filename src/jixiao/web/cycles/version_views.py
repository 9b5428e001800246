"""The versions of a form, and what differs between two of them."""

import re
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jixiao.web.cycles.differing import Change, differences
from jixiao.web.cycles.permissions import READS
from jixiao.web.cycles.task_views import of
from jixiao.web.exporting import FORMATS, exported
from jixiao.web.numbers import whole
from jixiao.web.people.permissions import needs

_FILE = re.compile(r"\bfile-(\d{1,18})\b")  # as `filings.mapping` names an uploaded file


def _with_names(changes: list[Change]) -> list[Change]:
    """Uploaded files by their names instead of their codes."""
    from jixiao.web.filings.evidence import Evidence

    codes = {int(code) for one in changes for code in _FILE.findall(f"{one.before} {one.after}")}
    if not codes:
        return changes
    names = dict(Evidence.objects.filter(pk__in=codes).values_list("pk", "name"))

    def named(text: str) -> str:
        return _FILE.sub(lambda found: names.get(int(found[1]), found[0]), text)

    return [replace(one, before=named(one.before), after=named(one.after)) for one in changes]


@require_safe
@needs(READS)
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """Two versions beside each other: those that the address names, else the last two."""
    task = of(request, pk)
    known = {one.number: one for one in task.versions.select_related("by")}
    numbers = sorted(known)
    chosen = [whole(request.GET.get(name)) for name in ("old", "new")]
    old, new = (one if one in known else None for one in chosen)
    new = new or (numbers[-1] if numbers else None)
    old = old or max((one for one in numbers if new and one < new), default=None)
    changes = []
    if old and new:
        changes = differences(known[old].content, known[new].content, project=task.project_id is not None)
        changes = _with_names(changes)
    if (kind := request.GET.get("format")) in FORMATS:
        rows = [[one.words, one.before, one.after] for one in changes]
        heads = [
            _("项目"),
            *(_("第 %(number)s 版") % {"number": one} if one else _("原") for one in (old, new)),
        ]
        return exported(kind, f"{task}", heads, rows)
    context = {"task": task, "versions": list(known.values()), "old": old, "new": new, "changes": changes}
    return render(request, "cycles/versions.html", context)
