"""What other processes do in an installation: ``python scripts.py prepare|import|look ARGUMENTS``."""

import json
import sys
from typing import Any

from jixiao.web.starting import start

start()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402  # Django is set up
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.db.models import Count  # noqa: E402

from jixiao.web.actions import carry_out  # noqa: E402
from jixiao.web.audit.models import Event  # noqa: E402
from jixiao.web.cycles.models import Task, TaskState  # noqa: E402
from jixiao.web.filings.actions.import_dossier import ImportDossier  # noqa: E402
from jixiao.web.filings.mapping import dossier_of  # noqa: E402
from jixiao.web.filings.models import DepartmentYear, Indicator, Project  # noqa: E402
from jixiao.web.filings.reviewing import review  # noqa: E402
from jixiao.web.filings.rows import Form  # noqa: E402
from jixiao.web.people.models import User  # noqa: E402


def tell(*words: str) -> None:
    """A line for whoever started this."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


CLERK, IMPORTER = "jingban", "jingban4"  # of the demo's departments with many forms


def prepare() -> None:
    """Two sessions of a clerk, a form to save in and one to hand in, and the department that is imported."""
    clerk = User.objects.get(username=CLERK)
    own = Task.objects.filter(
        organisation=clerk.organisation, state__in=(TaskState.DRAFT, TaskState.RETURNED),
        stage__kind="self_evaluation", project__isnull=False,
    ).order_by("pk")  # fmt: skip
    moved = next(one for one in own if not review(Form.of(one)).errors)
    saved = own.annotate(rows=Count("project__indicators")).filter(rows__gte=3).exclude(pk=moved.pk)[0]
    rows = list(saved.project.indicators.values_list("pk", "actual", "reason"))
    sessions = [session_of(clerk) for _ in range(2)]
    found = {
        "sessions": sessions,
        "saved": saved.pk,
        "moved": moved.pk,
        "rows": rows,
        "stood": standing(moved),
    }
    tell(json.dumps(found))


def session_of(user: User) -> str:
    """The key of a session in which the person has logged in."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def standing(task: Task) -> dict[str, Any]:
    """How the form stands, and how it came to."""
    events = Event.objects.filter(subject=f"cycles.task:{task.pk}", outcome="done").order_by("number")
    return {
        "state": task.state,
        "moves": list(task.moves.order_by("pk").values_list("verb", "before", "after")),
        "versions": task.versions.count(),
        "revision": task.revision,
        "events": list(events.values_list("verb", flat=True)),
    }


def bring_in() -> None:
    """Bring the facts of another department in, at each line of the input, with another name for every project."""
    clerk = User.objects.get(username=IMPORTER)
    year = DepartmentYear.objects.get(organisation=clerk.organisation)
    dossier = dossier_of(year)
    for number, _line in enumerate(sys.stdin):
        name = f"{sys.argv[2]}-{number}"
        projects = tuple(one.model_copy(update={"nature": name}) for one in dossier.projects)
        tell("sent", name)
        carry_out(ImportDossier(year.organisation, dossier.model_copy(update={"projects": projects})), clerk)
        tell("done", name)


def look() -> None:
    """What is stored, as JSON."""
    other = DepartmentYear.objects.get(organisation=User.objects.get(username=IMPORTER).organisation)
    saves = [
        json.loads(details)
        for details in Event.objects.filter(verb="filings.save_cells")
        .order_by("number")
        .values_list("details", flat=True)
    ]
    project = Task.objects.get(pk=sys.argv[2]).project_id
    found = {
        "rows": list(Indicator.objects.filter(project=project).values_list("pk", "actual", "reason")),
        "told": [cell for save in saves if save["task"] == int(sys.argv[2]) for cell in save["cells"]],
        "imported": list(
            Project.objects.filter(organisation=other.organisation, deleted=False).values_list(
                "nature", flat=True
            )
        ),
        "imports": Event.objects.filter(verb=ImportDossier.verb, actor__username=IMPORTER).count(),
        "stands": standing(Task.objects.get(pk=sys.argv[3])),
    }
    tell(json.dumps(found))


{"prepare": prepare, "import": bring_in, "look": look}[sys.argv[1]]()
