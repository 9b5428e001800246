"""The log, for the audit administrator."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_POST, require_safe

from jixiao.web.audit.models import Event
from jixiao.web.audit.verifying import verify
from jixiao.web.organisations.models import within
from jixiao.web.people.permissions import holds, needs
from jixiao.web.people.roles import Role

SEE = holds(Role.AUDIT_ADMINISTRATOR)
PAGE = 100


@require_safe
@needs(SEE)
def log(request: HttpRequest) -> HttpResponse:
    """Entries about the bodies that the person sees, and those about none; newest first."""
    from django.db.models import Q

    found = Event.objects.filter(within(request.user, "place") | Q(place=None)).select_related(
        "actor", "place"
    )
    chosen = {
        key: request.GET.get(key, "").strip() for key in ("account", "verb", "since", "until", "outcome")
    }
    if chosen["account"]:
        found = found.filter(actor_name=chosen["account"])
    if chosen["verb"]:
        found = found.filter(verb=chosen["verb"])
    if chosen["outcome"]:
        found = found.filter(outcome=chosen["outcome"])
    if _day(chosen["since"]):
        found = found.filter(at__gte=chosen["since"])
    if _day(chosen["until"]):
        found = found.filter(at__lt=chosen["until"] + "U")  # after every time of that day
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    verbs = Event.objects.order_by("verb").values_list("verb", flat=True).distinct()
    return render(request, "audit/log.html", {"page": page, "chosen": chosen, "verbs": verbs})


@require_POST
@needs(SEE)
def check(request: HttpRequest) -> HttpResponse:
    """Recompute the chain and show whether it holds."""
    return render(request, "audit/verdict.html", {"verdict": verify()})


def _day(words: str) -> bool:
    try:
        return parse_date(words) is not None
    except ValueError:
        return False
