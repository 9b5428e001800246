"""Put a file with a demand."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.documents.storage import shown_name
from jixiao.web.filings.admitting import admitted
from jixiao.web.filings.evidence import kept
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.rectifications.models import IN_HAND, Demand, Proof
from jixiao.web.rectifications.permissions import ANSWERS


@dataclass(frozen=True, slots=True)
class AddProof(Action[Proof]):
    """A file that proves what was done; nothing without the declaration that it is not classified."""

    demand: Demand
    name: str
    data: bytes
    declared: bool

    permission = ANSWERS
    verb = "rectifications.add_proof"

    def __post_init__(self) -> None:
        """A name is only a name: no folders, no control signs, none that turn the direction of writing."""
        object.__setattr__(self, "name", shown_name(self.name))

    def place(self) -> Organisation | None:
        """The body that has to put it right."""
        return self.demand.organisation

    def perform(self, actor: User) -> Proof:
        """Keep it, while the demand lies with the body."""
        now = Demand.objects.select_for_update().get(pk=self.demand.pk)
        in_hand(now)
        admitted(self.name, self.data, declared=self.declared)
        return Proof.objects.create(
            demand=now, name=self.name[-200:], sha256=kept(self.data), size=len(self.data), by=actor
        )

    def told(self, result: Proof) -> dict[str, Any]:
        """Which bytes."""
        return {"demand": result.demand_id, "sha256": result.sha256, "size": result.size}


def in_hand(demand: Demand) -> None:
    """Refuse to change the files of what was handed in.

    Raises:
        Refused: the demand does not lie with the body.
    """
    if demand.state not in IN_HAND:
        state = {"state": demand.get_state_display()}
        raise Refused(_("这份整改要求现在是“%(state)s”，佐证文件不能再增减。") % state)
