"""Other reports of the place within a report: ``{{ annex("evaluation", "附件1") }}``.

The annex begins a page with its mark and its title, and counts its headings anew. ``offered("evaluation")``
tells whether the place has such a report; ``reported(projects, kind)`` are the projects that have what a
report on one project needs.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jinja2 import pass_context
from jinja2.runtime import Context

from jixiao.core.document import Block
from jixiao.core.look import Look
from jixiao.reports.accounts.place import rules_of
from jixiao.reports.functions.forms import GIVEN, about
from jixiao.reports.inserts import Insert
from jixiao.reports.printing import Printer
from jixiao.reports.traced import Gap
from jixiao.reports.views import field
from jixiao.rulebooks.forms import Form, forms
from jixiao.rulebooks.papers import Paper, papers

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables


def functions(printer: Printer) -> "Callables":
    """``annex``, ``annexed_form``, ``offered`` and ``reported``."""

    @pass_context
    def offered(context: Context, kind: str) -> bool:
        return kind in _papers(context) or kind in _forms(context)

    @pass_context
    def annex(context: Context, kind: str, mark: str, subject: object = None) -> str:
        """The report of the kind, about ``subject`` where it is one per project."""
        from jixiao.reports.environment import rendered

        paper = _papers(context)[kind]
        given = {**context.get_all(), GIVEN: _forms(context)}
        if paper.per == "project":
            given |= about(kind, subject, given)
        title = rendered(paper.title, paper.file, paper.title_line, given, printer).strip()
        body = rendered(paper.body, paper.file, paper.body_line, given, printer)
        return f"{_begun(mark)}\n\n# {title} {{=}}\n\n{body}\n\n"

    @pass_context
    def annexed_form(context: Context, name: str, mark: str, subject: object = None) -> str:
        """The form of that name with its title, on pages of its own."""
        from jixiao.reports.forms.filling import filled

        found = _forms(context)[name]
        given = {**context.get_all(), GIVEN: _forms(context)}
        if found.layout.per == "project":
            given |= about(name, subject, given)
        insert = filled(found, given, printer, titled=True)
        first = Block(0, "paragraph", mark, look=Look("attachment", keep=True))
        return printer.insert(Insert((first, *insert.blocks), page=insert.page, fresh=True))

    @pass_context
    def reported(context: Context, projects: Iterable[object], kind: str) -> list[object]:
        paper = _papers(context).get(kind)
        if paper is None:
            return []
        return [one for one in projects if all(_states(one, name) for name in paper.head.needs)]

    def _begun(mark: str) -> str:
        block = Block(0, "paragraph", mark, look=Look("attachment", page="portrait", keep=True))
        return printer.insert(Insert((block,)))

    return {"annex": annex, "annexed_form": annexed_form, "offered": offered, "reported": reported}


def _papers(context: Context) -> dict[str, Paper]:
    rules = rules_of(context)
    return papers(rules.folders, rules.year)


def _forms(context: Context) -> dict[str, Form]:
    rules = rules_of(context)
    return dict(context.get(GIVEN) or forms(rules.folders, rules.year))


def _states(project: object, name: str) -> bool:
    value = field(project, name)
    return not isinstance(value, Gap) and (not hasattr(value, "__len__") or len(value) > 0)
