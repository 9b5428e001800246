"""Forms of the place within a report: ``{{ form("project_self_evaluation", project) }}``."""

import difflib
from typing import TYPE_CHECKING

from jinja2 import pass_context
from jinja2.runtime import Context

from jixiao.reports.printing import Printer
from jixiao.reports.traced import Unfit
from jixiao.reports.views import Rows, View, field

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

GIVEN = "_forms"
"""The name under which a report gives its templates the forms in force."""


def functions(printer: Printer) -> "Callables":
    """``form``: the form of that name, about ``subject`` where it is one per project."""

    @pass_context
    def form(
        context: Context,
        name: str,
        subject: object = None,
        *,
        caption: str = "",
        titled: bool = False,
        followed: bool = False,
    ) -> str:
        from jixiao.reports.forms.filling import filled

        known = context.get(GIVEN) or {}
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"，可能是“{near[0]}”" if near else f"；有：{'、'.join(known) or '无'}"
            raise Unfit(f"没有“{name}”这张表{hint}")
        found = known[name]
        given = dict(context.get_all())
        if found.layout.per == "project":
            given |= about(name, subject, given)
        return printer.insert(
            filled(found, given, printer, titled=titled, caption=caption, followed=followed)
        )

    return {"form": form}


def about(name: str, subject: object, given: dict[str, object]) -> dict[str, object]:
    """The project of the form and its score."""
    project = given.get("project") if subject is None else subject
    if not isinstance(project, View):
        raise Unfit(f'“{name}”是按项目填写的表，请写明项目，如 form("{name}", project)')
    scored = field(given["score"], "projects")
    assert isinstance(scored, Rows)  # noqa: S101  # as the scorecard has it
    return {"project": project, "project_score": scored[project.code]}
