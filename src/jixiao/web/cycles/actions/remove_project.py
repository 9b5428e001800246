"""Take a project out that was added by mistake."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Task
from jixiao.web.cycles.permissions import OPENS
from jixiao.web.cycles.undoing import take_back
from jixiao.web.filings.hanging import lost, refuse_lost
from jixiao.web.filings.models import Project
from jixiao.web.filings.subjects import year_of
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class RemoveProject(Action[Project]):
    """The performance officer takes out a project of which no form was ever handed in, and says why.

    It is marked, its forms go; not where the department's facts state something of it by its path.
    ``confirmed``: what is the forms' own may go with them.
    """

    project: Project
    words: str
    confirmed: bool = False

    permission = OPENS
    verb = "cycles.remove_project"

    def place(self) -> Organisation | None:
        """The body that carries it out."""
        return self.project.organisation

    def perform(self, actor: User) -> Project:
        """Mark it and take its forms back."""
        del actor
        if not self.words.strip():
            raise Refused({"words": _("删除项目须写明原因。")})
        now = Project.objects.select_for_update(of=("self",)).get(pk=self.project.pk)
        if now.deleted:
            raise Refused(_("这个项目已经删除。"))
        forms = Task.objects.select_for_update(of=("self",)).filter(project=now)
        take_back(forms.select_related("stage__cycle", "organisation", "project"), confirmed=self.confirmed)
        year = year_of(now.organisation, now.fiscal_year)
        before = lost(year)
        now.deleted = True
        now.revision += 1
        now.save(update_fields=["deleted", "revision"])
        refuse_lost(year, before, now.name)
        return now

    def told(self, result: Project) -> dict[str, Any]:
        """Which project, and why."""
        return {"code": result.code, "year": result.fiscal_year, "words": self.words.strip()}
