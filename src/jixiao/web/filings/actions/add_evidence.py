"""Put a file with a form."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jixiao.dossiers.faults import DossierError
from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.cycles.moving import locked
from jixiao.web.cycles.permissions import FILLS, may_fill
from jixiao.web.documents.storage import shown_name
from jixiao.web.filings.admitting import admitted
from jixiao.web.filings.evidence import Evidence, EvidenceKind, kept
from jixiao.web.filings.models import Indicator
from jixiao.web.filings.proving import digest
from jixiao.web.filings.rows import Form
from jixiao.web.filings.subjects import dossier_for
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class AddEvidence(Action[Evidence]):
    """A proof or the sealed scan; nothing without the declaration that it is not classified.

    ``what`` is the file of the rulebook that it is meant to be; blank for any other.
    """

    task: Task
    name: str
    data: bytes
    kind: str
    indicator: int | None
    declared: bool
    what: str = ""

    permission = FILLS
    verb = "filings.add_evidence"

    def __post_init__(self) -> None:
        """A name is only a name: no folders, no control signs, none that turn the direction of writing."""
        object.__setattr__(self, "name", shown_name(self.name))

    def place(self) -> Organisation | None:
        """The body that fills the form in."""
        return self.task.organisation

    def perform(self, actor: User) -> Evidence:
        """Keep it."""
        states = (
            TaskState.DRAFT,
            TaskState.RETURNED,
            TaskState.PENDING,
        )  # a scan comes after the form is printed
        task = locked(self.task, None, *states)
        if not may_fill(actor, task):
            raise PermissionDenied
        admitted(self.name, self.data, declared=self.declared)
        if self.kind not in EvidenceKind.values:
            raise Refused(_("只能上传%(kinds)s。") % {"kinds": "、".join(map(str, EvidenceKind.labels))})
        sealed = self.kind == EvidenceKind.SEALED
        return Evidence.objects.create(
            task=task, indicator=None if sealed else self._line(task), kind=self.kind, name=self.name[-200:],
            what="" if sealed else self.what[:200], digest=_said(task) if sealed else "",
            sha256=kept(self.data), size=len(self.data), by=actor,
        )  # fmt: skip

    def _line(self, task: Task) -> Indicator | None:
        """The line that it proves.

        Raises:
            Refused: the form has no such line.
        """
        if self.indicator is None:
            return None
        form = Form.of(task)
        lines = form.rows_of("indicators") or form.rows_of("progress") if form else []
        found = [getattr(one, "indicator", one) for one in lines]
        for one in found:
            if one.pk == self.indicator:
                return one
        raise Refused(_("这份表里没有这个指标。"))

    def told(self, result: Evidence) -> dict[str, Any]:
        """Which bytes."""
        return {"task": self.task.pk, "sha256": result.sha256, "size": result.size, "kind": result.kind}


def _said(task: Task) -> str:
    """What the form says now; blank where its facts do not fit together."""
    try:
        return digest(task, dossier_for(task))
    except DossierError:
        return ""
