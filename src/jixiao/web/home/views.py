"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jixiao.web.cycles.permissions import READS
from jixiao.web.cycles.todo import counted, waiting
from jixiao.web.paging import first
from jixiao.web.people.permissions import ANYONE, needs

SHOWN = 20
"""Forms that the first page lists."""


@require_safe
@needs(ANYONE)
def home(request: HttpRequest) -> HttpResponse:
    """What waits for the person, the most urgent first, and the roles held."""
    user = request.user
    context = {"memberships": user.held(), "today": timezone.localdate()}
    if READS.test(user, None):
        context |= {"counts": counted(user), "waiting": first(waiting(user), SHOWN)}
    return render(request, "home/home.html", context)
