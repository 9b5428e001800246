"""Have a form scored again that the program could not score."""

from dataclasses import dataclass

from jixiao.web.actions import Action
from jixiao.web.dashboards.models import FormScore
from jixiao.web.dashboards.permissions import SCORES_AGAIN
from jixiao.web.dashboards.tasks import score_form
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class ScoreAgain(Action[FormScore]):
    """The score of a form that was handed in."""

    score: FormScore

    permission = SCORES_AGAIN
    verb = "dashboards.score_again"

    def place(self) -> Organisation | None:
        """The body of the form."""
        return self.score.organisation

    def perform(self, actor: User) -> FormScore:
        """Put it into the queue."""
        del actor
        score_form.enqueue(self.score.task_id)
        return self.score
