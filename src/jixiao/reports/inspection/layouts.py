"""What is wrong with a template or a form, told with file and line."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from jixiao.core.dossier import Dossier
from jixiao.core.scorecard import PublishedResult, Scorecard
from jixiao.core.toml_places import Path
from jixiao.reports.composing import facts
from jixiao.reports.faults import TemplateFault
from jixiao.reports.forms.rows import EACH
from jixiao.reports.inspection.types import UNKNOWN, member, roots
from jixiao.reports.inspection.walking import Scope, Walker, distinct, known_names
from jixiao.reports.printing import Printer
from jixiao.rulebooks.forms import Form
from jixiao.rulebooks.papers import Paper
from jixiao.rulebooks.passages import Passage
from jixiao.rulebooks.resolving import Rules
from jixiao.rulebooks.schema.form import FormCell, FormRow

_PROJECT: Final = ("project", "project_score")
_INSERTED: Final = re.compile(r"\{[{%#]")


def paper_faults(
    paper: Paper, rules: Rules, forms: Collection[str], passages: Mapping[str, Passage]
) -> Iterator[TemplateFault]:
    """The faults of a template; ``forms`` are the names of the forms that it may insert."""
    takes = {name: one.head.takes for name, one in passages.items()}
    for source, line in ((paper.title, paper.title_line), (paper.body, paper.body_line)):
        walker = Walker(forms, takes)
        walker.snippet(source, scope_of(rules, paper.per))
        for slip in distinct(walker.slips):
            yield TemplateFault(paper.file, line + slip.line - 1, slip.message, slip.message_en)


def passage_faults(
    passage: Passage, rules: Rules, forms: Collection[str], passages: Mapping[str, Passage]
) -> Iterator[TemplateFault]:
    """The faults of a passage, to which its template gives the names that its head says."""
    walker = Walker(forms, {name: one.head.takes for name, one in passages.items()})
    walker.snippet(
        passage.body, {**scope_of(rules, "department"), **dict.fromkeys(passage.head.takes, UNKNOWN)}
    )
    for slip in distinct(walker.slips):
        yield TemplateFault(passage.file, passage.body_line + slip.line - 1, slip.message, slip.message_en)


def form_faults(form: Form, rules: Rules) -> Iterator[TemplateFault]:
    """The faults of a form's snippets."""
    return _FormInspection(form).faults(scope_of(rules, form.layout.per))


def scope_of(rules: Rules, per: str) -> Scope:
    """Every name that a report gives, with its type where it is known."""
    blank = Dossier.model_validate(
        {
            "rulebook": rules.key,
            "fiscal_year": rules.year,
            "department": {"code": "x", "name": "x"},
            "projects": [{"code": "x", "name": "x"}],
        }
    )
    card = Scorecard(
        "x", rules.year, rules.key, None, None, None, None, PublishedResult(), (), (), (), (), ()
    )
    given = facts(blank, card, rules, Printer(blank.money_unit), project="x")
    scope = known_names(roots(), given)
    return scope if per == "project" else {name: one for name, one in scope.items() if name not in _PROJECT}


class _FormInspection:
    def __init__(self, form: Form) -> None:
        self._form = form
        self._found: list[TemplateFault] = []

    def faults(self, scope: Scope) -> Iterator[TemplateFault]:
        layout = self._form.layout
        self._snippet(layout.title, ("title",), scope)
        if layout.where:
            self._expression(layout.where, ("where",), scope)
        for name, expression in layout.let.items():
            scope[name] = self._expression(expression, ("let", name), scope)
        self._snippet(layout.subtitle, ("subtitle",), scope)
        for path, table in layout.each_table():
            self._snippet(table.caption, (*path, "caption"), scope)
            for number, row in enumerate(table.rows):
                self._row(row, (*path, "rows", number), dict(scope))
        for number, note in enumerate(layout.notes):
            self._snippet(note, ("notes", number), scope)
        yield from self._found

    def _row(self, row: FormRow, path: Path, scope: Scope) -> None:
        if row.when:
            self._expression(row.when, (*path, "when"), scope)
        self._cells(row.empty, (*path, "empty"), scope)
        for loop in row.each:
            match = EACH.fullmatch(loop)
            if match is None:
                zh = f"each 要写成“清单 as 名称”，如 project.indicators as line；现在是“{loop}”。"
                en = f"each is “list as name”, such as project.indicators as line; it is {loop!r}."
                self._found.append(TemplateFault(self._form.file, self._form.line((*path, "each")), zh, en))
                continue
            scope[match["name"]] = member(self._expression(match["list"], (*path, "each"), scope))
            scope["number"] = UNKNOWN
        if row.where:
            self._expression(row.where, (*path, "where"), scope)
        for name, expression in row.let.items():
            scope[name] = self._expression(expression, (*path, "let"), scope)
        self._cells(row.cells, (*path, "cells"), scope)

    def _cells(self, cells: Sequence[FormCell], path: Path, scope: Scope) -> None:
        for number, cell in enumerate(cells):
            self._snippet(cell.text, (*path, number), scope)

    def _snippet(self, source: str, path: Path, scope: Scope) -> None:
        if _INSERTED.search(source):
            walker = Walker()
            walker.snippet(source, dict(scope))
            self._tell(walker, path)

    def _expression(self, source: str, path: Path, scope: Scope) -> Any:  # noqa: ANN401  # a type, if known
        walker = Walker()
        kind = walker.expression(source, scope)
        self._tell(walker, path)
        return kind

    def _tell(self, walker: Walker, path: Path) -> None:
        line = self._form.line(path)
        for slip in distinct(walker.slips):
            self._found.append(
                TemplateFault(self._form.file, line + slip.line - 1, slip.message, slip.message_en)
            )
