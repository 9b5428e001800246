"""Keep what the body writes about a demand."""

from dataclasses import dataclass

from jixiao.web.actions import Action
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.rectifications.models import IN_HAND, Demand
from jixiao.web.rectifications.moving import locked
from jixiao.web.rectifications.permissions import ANSWERS


@dataclass(frozen=True, slots=True)
class SaveResult(Action[Demand]):
    """Measures and result so far, not handed in yet; ``revision`` is what the page showed."""

    demand: Demand
    measures: str
    result: str
    revision: int

    permission = ANSWERS
    verb = "rectifications.save_result"

    def place(self) -> Organisation | None:
        """The body that has to put it right."""
        return self.demand.organisation

    def perform(self, actor: User) -> Demand:
        """Keep both texts, which may still be blank."""
        del actor
        now = locked(self.demand, self.revision, *IN_HAND)
        now.measures, now.result = self.measures.strip(), self.result.strip()
        now.revision += 1
        now.clean_fields(exclude={one.name for one in now._meta.fields} - {"measures", "result"})  # noqa: SLF001
        now.save()
        return now
