"""A version: the marked document with its findings beside it, or how far its check is."""

from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from jixiao.web.documents.copies import can_annotate
from jixiao.web.documents.models import CheckRun, State, Version
from jixiao.web.documents.permissions import REVIEW_SECRECY, SEE, may_judge
from jixiao.web.documents.showing import SEVERITY_WORDS, STATE_WORDS, overview
from jixiao.web.documents.views.reaching import opened, version_of
from jixiao.web.people.permissions import needs

_FRAME: Final = (
    "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; "
    "sandbox allow-same-origin"
)
"""Of the frame of a document: our own style and nothing else; without ``allow-scripts`` nothing can run."""


@require_safe
@needs(SEE)
def document(request: HttpRequest, pk: int, number: int | None = None) -> HttpResponse:
    """A version, the last where none is named."""
    version = version_of(request, pk, number)
    judging = may_judge(request.user, version.document)
    given = {"version": version, "document": version.document, **_about(request, version, judging=judging)}
    if version.document.sealed:
        return render(request, "documents/sealed.html", given)
    if version.state == State.CHECKED:
        return render(
            request, "documents/document.html", given | findings_context(request, version, judging=judging)
        )
    return render(request, "documents/pending.html", given | _queue(version))


@require_safe
@needs(SEE)
def status(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """How far the check is; when it has ended, the page is to be loaded again."""
    version = version_of(request, pk, number)
    if version.busy and not version.document.sealed:
        given = {"version": version, "document": version.document, **_queue(version)}
        return render(request, "documents/progress.html", given)
    response = HttpResponse(status=204)
    response["HX-Redirect"] = reverse("documents:version", args=[pk, number])
    return response


@require_safe
@needs(SEE)
def findings(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The findings as chosen, beside the document."""
    version = opened(version_of(request, pk, number))
    judging = may_judge(request.user, version.document)
    given = {
        "version": version,
        "document": version.document,
        **findings_context(request, version, judging=judging),
    }
    return render(request, "documents/findings.html", given)


@require_safe
@needs(SEE)
@xframe_options_sameorigin
def sheet(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The document with its marks, for a frame: whatever it holds, nothing in it runs, loads or sends."""
    version = opened(version_of(request, pk, number))
    run = CheckRun.objects.filter(version=version).first()
    if run is None:
        raise Http404
    response = render(request, "documents/sheet.html", {"version": version, "page": run.page})
    response["Content-Security-Policy"] = _FRAME
    return response


def findings_context(request: HttpRequest, version: Version, *, judging: bool) -> dict:
    """What the list of findings is made of; verdicts are given in the last version."""
    asked = _asked(request)
    severities = [one for one in asked.getlist("severity") if one in SEVERITY_WORDS]
    states = [one for one in asked.getlist("state") if one in STATE_WORDS or one == "new"]
    judging = judging and version.pk == version.document.latest_id
    whole = overview(version, may_judge=judging)
    return {
        "overview": whole,
        "shown": whole.chosen(severities, states),
        "choices": _choices(whole, severities, states),
        "filtered": bool(severities or states),
        "may_judge": judging,
        "share": _share(version),
    }


def _asked(request: HttpRequest) -> QueryDict:
    """What is chosen: in the address, or, where a part of the page is fetched, in that of the page."""
    current = request.htmx.current_url if request.htmx and request.method == "POST" else None
    return QueryDict(urlsplit(current).query) if current else request.GET


def _share(version: Version) -> str:
    """Per cent of the numbers with a partner that were checked, for the drawing."""
    base = version.numbers - version.alone
    return f"{100 * version.checked // base}" if base > 0 else "0"


def _choices(whole, severities: list[str], states: list[str]) -> list[dict]:
    groups = [("severity", SEVERITY_WORDS, severities), ("state", STATE_WORDS, states)]
    found = [
        {"name": name, "value": value, "words": words, "count": whole.count(value), "on": value in chosen}
        for name, all_words, chosen in groups
        for value, words in all_words.items()
    ]
    if whole.previous is not None:
        new = {"name": "state", "value": "new", "words": _("本版新增"), "count": whole.count("new")}
        found.append(new | {"on": "new" in states})
    return [one for one in found if one["count"] or one["on"]]


def _about(request: HttpRequest, version: Version, *, judging: bool) -> dict:
    document_ = version.document
    versions = list(document_.versions.select_related("uploaded_by").order_by("-number"))
    return {
        "versions": versions,
        "newest": versions[0].number if versions else 0,
        "may_upload": judging and not document_.sealed,
        "may_review": REVIEW_SECRECY.test(request.user, document_.organisation),
        "limit": settings.UPLOAD_LIMIT,
        "other_body": _other_body(version),
        "own": version.uploaded_by_id == request.user.pk,
        "can_annotate": can_annotate(version),
    }


def _other_body(version: Version) -> str:
    """The body that the file names, where it is plainly not the one it was handed in for."""
    said, name = version.body, version.document.organisation.name
    return "" if not said or said in name or name in said else said


def _queue(version: Version) -> dict:
    if version.state != State.QUEUED:
        return {"ahead": 0}
    return {"ahead": Version.objects.filter(state=State.QUEUED, pk__lt=version.pk).count()}
