"""Take back a form that was sent out by mistake."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Changed, Refused
from jixiao.web.cycles.models import Task
from jixiao.web.cycles.permissions import OPENS
from jixiao.web.cycles.undoing import take_back
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class RecallTask(Action[dict[str, Any]]):
    """The performance officer takes back a form never handed in, and says why; sending out brings it again.

    ``confirmed``: what is the form's own may go with it (`undoing.take_back`).
    """

    task: Task
    words: str
    revision: int | None = None
    confirmed: bool = False

    permission = OPENS
    verb = "cycles.recall_task"

    def place(self) -> Organisation | None:
        """The body that would have filled it in."""
        return self.task.organisation

    def perform(self, actor: User) -> dict[str, Any]:
        """Remove it."""
        del actor
        if not self.words.strip():
            raise Refused({"words": _("撤销下达须写明原因。")})
        found = Task.objects.select_for_update(of=("self",)).select_related("stage__cycle", "organisation")
        now = found.get(pk=self.task.pk)
        if self.revision is not None and now.revision != self.revision:
            raise Changed(_("这份表刚被他人办理过，请刷新后再办。"), now)
        return take_back([now], confirmed=self.confirmed)[0]

    def told(self, result: dict[str, Any]) -> dict[str, Any]:
        """Which form, and why."""
        return {**result, "words": self.words.strip()}
