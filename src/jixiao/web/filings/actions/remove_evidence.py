"""Take a file away from a form."""

from dataclasses import dataclass
from typing import Any

from jixiao.web.actions import Action
from jixiao.web.cycles.moving import to_fill
from jixiao.web.cycles.permissions import FILLS
from jixiao.web.filings.evidence import Evidence
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class RemoveEvidence(Action[Evidence]):
    """The wrong file was uploaded: it is marked, the bytes stay. Not once the form is handed in."""

    evidence: Evidence

    permission = FILLS
    verb = "filings.remove_evidence"

    def place(self) -> Organisation | None:
        """The body that fills the form in."""
        return self.evidence.task.organisation

    def perform(self, actor: User) -> Evidence:
        """Mark it."""
        to_fill(self.evidence.task, actor)
        now = Evidence.objects.select_for_update().get(pk=self.evidence.pk)
        now.deleted = True
        now.save()
        return now

    def told(self, result: Evidence) -> dict[str, Any]:
        """Which bytes."""
        return {"task": result.task_id, "sha256": result.sha256, "kind": result.kind}
