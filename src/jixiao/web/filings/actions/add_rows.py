"""Add rows to a form."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Task
from jixiao.web.cycles.moving import to_fill
from jixiao.web.cycles.permissions import FILLS
from jixiao.web.filings.following import follow, named
from jixiao.web.filings.main_task import MainTask
from jixiao.web.filings.models import Funding, Indicator
from jixiao.web.filings.rows import GROWING, Form
from jixiao.web.filings.subjects import stored
from jixiao.web.filings.typing_in import typed
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User

MOST = 500
"""Rows of one table of a form."""


@dataclass(frozen=True, slots=True)
class AddRows(Action[list[Any]]):
    """New rows at the end, with what was typed or pasted; all of them or none.

    ``once``: a row whose name is there already is passed over. ``keys``, one for each row or none at all, are
    given by the page: a row whose key is there already was sent before, and its answer got lost.
    """

    task: Task
    table: str
    rows: tuple[dict[str, str], ...]
    once: bool = False
    keys: tuple[str, ...] = ()

    permission = FILLS
    verb = "filings.add_rows"

    def place(self) -> Organisation | None:
        """The body that fills the form in."""
        return self.task.organisation

    def perform(self, actor: User) -> list[Any]:
        """Create them."""
        form = Form.of(to_fill(self.task, actor))
        table = form.sheet.table(self.table) if form else None
        if form is None or table is None or not table.grows:
            raise Refused(_("这张表不能增加行。"))
        stored(form.year)
        before = named(form.year)
        there: list[Any] = form.rows(table)
        sent = self._sent(form)
        if len(there) + len(self.rows) - len(sent) > MOST:
            raise Refused(_("一张表最多 %(most)s 行。") % {"most": MOST})
        codes = self._codes(form)
        made: list[Any] = []
        after = max((one.position for one in there), default=-1) + 1
        names = {getattr(one, "name", "") for one in there} if self.once else set()
        keys = self.keys or ("",) * len(self.rows)
        rows = [
            (words, key)
            for words, key in zip(self.rows, keys, strict=True)
            if key not in sent and not (self.once and words.get("name") in names)
        ]
        for number, (words, key) in enumerate(rows):
            row = self._new(form, after + number, codes)
            row.key = key
            faults = []
            for column in table.columns:
                if column.edited and words.get(column.name, "").strip():
                    try:
                        typed(row, column, words[column.name])
                    except ValidationError as refused:
                        faults.append(f"{column.words}：{' '.join(refused.messages)}")
            if faults:
                raise Refused(
                    [
                        _("第 %(row)s 行 %(fault)s") % {"row": len(there) + number + 1, "fault": one}
                        for one in faults
                    ]
                )
            row.save()
            made.append(row)
        follow(form.year, before)  # a second task of a name makes numbers of both
        return made

    def _sent(self, form: Form) -> set[str]:
        """Keys of these rows that arrived before, whatever became of the rows."""
        keys = [key for key in self.keys if key]
        if not keys:
            return set()
        model = GROWING[self.table]
        return set(model.with_removed.filter(key__in=keys, **form.owner()).values_list("key", flat=True))

    def _codes(self, form: Form) -> set[str]:
        """Codes that are taken, also by removed rows: they may come back."""
        if self.table != "indicators":
            return set()
        return set(Indicator.with_removed.filter(**form.owner()).values_list("code", flat=True))

    def _new(self, form: Form, position: int, codes: set[str]) -> Any:
        if self.table == "funding":
            return Funding(project=self.task.project, position=position)
        if self.table == "tasks":
            return MainTask(department_year=form.year, position=position)
        number = len(codes) + 1
        while f"i{number}" in codes:
            number += 1
        codes.add(f"i{number}")
        return Indicator(position=position, code=f"i{number}", **form.owner())

    def told(self, result: list[Any]) -> dict[str, Any]:
        """How many where."""
        return {"task": self.task.pk, "table": self.table, "rows": [row.pk for row in result]}
