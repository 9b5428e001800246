"""The forms that the program could not score: told on the pages whose sums lack them, and scored again."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jixiao.web.actions import carry_out
from jixiao.web.dashboards.actions.score_again import ScoreAgain
from jixiao.web.dashboards.choice import Choice
from jixiao.web.dashboards.models import FormScore
from jixiao.web.dashboards.permissions import SCORES_AGAIN
from jixiao.web.people.permissions import needs

if TYPE_CHECKING:
    from django.db.models import QuerySet

_SHOWN = 10


def unscored(choice: Choice) -> "QuerySet[FormScore]":
    """Those that the filters reach."""
    found = FormScore.objects.filter(choice.reach("organisation"), fiscal_year=choice.year).exclude(defect="")
    return found.select_related("task__stage", "organisation", "project").order_by("pk")


def told(choice: Choice) -> dict[str, Any] | None:
    """How many there are, the first, where the person may have them scored again; None where none are."""
    count = (found := unscored(choice)).count()
    if not count:
        return None
    return {
        "count": count,
        "rows": found[:_SHOWN],
        "again": reverse("dashboards:again") + "?" + choice.query() if SCORES_AGAIN.test(choice.user) else "",
    }


@require_POST
@needs(SCORES_AGAIN)
def again(request: HttpRequest) -> HttpResponse:
    """Have all of them scored again."""
    choice = Choice.of(request)
    found = list(unscored(choice))
    for one in found:
        carry_out(ScoreAgain(one), request.user)
    messages.success(request, _("已排队重新计算 %(count)s 份，稍后刷新本页。") % {"count": len(found)})
    return redirect(reverse("dashboards:overview") + "?" + choice.query())
