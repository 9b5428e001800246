"""Take a file away from a demand."""

from dataclasses import dataclass
from typing import Any

from jixiao.web.actions import Action
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.rectifications.actions.add_proof import in_hand
from jixiao.web.rectifications.models import Demand, Proof
from jixiao.web.rectifications.permissions import ANSWERS


@dataclass(frozen=True, slots=True)
class RemoveProof(Action[Proof]):
    """The wrong file was uploaded: it is marked, the bytes stay. Not once the result is handed in."""

    proof: Proof

    permission = ANSWERS
    verb = "rectifications.remove_proof"

    def place(self) -> Organisation | None:
        """The body that has to put it right."""
        return self.proof.demand.organisation

    def perform(self, actor: User) -> Proof:
        """Mark it."""
        del actor
        in_hand(Demand.objects.select_for_update().get(pk=self.proof.demand_id))
        now = Proof.objects.select_for_update().get(pk=self.proof.pk)
        now.deleted = True
        now.save()
        return now

    def told(self, result: Proof) -> dict[str, Any]:
        """Which bytes."""
        return {"demand": result.demand_id, "sha256": result.sha256}
