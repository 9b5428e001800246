"""Check a version again, after the program or the rules of the place changed or the check failed."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.documents.models import State, Version
from jixiao.web.documents.permissions import UPLOAD, may_judge
from jixiao.web.documents.tasks import check_version
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class CheckAgain(Action[Version]):
    """A version whose check has ended."""

    version: Version

    permission = UPLOAD
    verb = "documents.check_again"

    def place(self) -> Organisation | None:
        """The body of the document."""
        return self.version.document.organisation

    def perform(self, actor: User) -> Version:
        """Put it into the queue."""
        if not may_judge(actor, self.version.document):
            raise PermissionDenied
        stored = Version.objects.select_for_update().get(pk=self.version.pk)
        if stored.busy:
            raise Refused(_("已在检查，请稍候。"))
        stored.state, stored.started_at, stored.finished_at = State.QUEUED, None, None
        stored.save(update_fields=["state", "started_at", "finished_at"])
        check_version.enqueue(stored.pk)
        return stored
