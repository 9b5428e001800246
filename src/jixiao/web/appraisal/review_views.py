"""The second look at an appraisal, and its publication."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jixiao.web.actions import carry_out
from jixiao.web.appraisal.actions.publish_appraisal import PublishAppraisal
from jixiao.web.appraisal.actions.reopen_appraisal import ReopenAppraisal
from jixiao.web.appraisal.actions.return_appraisal import ReturnAppraisal
from jixiao.web.appraisal.actions.submit_appraisal import SubmitAppraisal
from jixiao.web.appraisal.models import Appraisal, State
from jixiao.web.appraisal.moving import decided_by
from jixiao.web.appraisal.permissions import REVIEWS
from jixiao.web.numbers import revision
from jixiao.web.people.models import User
from jixiao.web.people.permissions import needs


@require_POST
@needs(REVIEWS)
def step(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Send to the review, give back, publish, or take the publication back."""
    visible = Appraisal.objects.visible_to(request.user).select_related("jurisdiction")
    found = get_object_or_404(visible, pk=pk)
    words, shown = request.POST.get("words", ""), revision(request.POST.get("revision"))
    actions = {
        "submit": lambda: SubmitAppraisal(found, shown),
        "return": lambda: ReturnAppraisal(found, words, shown),
        "publish": lambda: PublishAppraisal(found, words, shown),
        "reopen": lambda: ReopenAppraisal(found, words, shown),
    }
    try:
        carry_out(actions[verb](), request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, _("已办理。"))
    return redirect("appraisal:appraisal", pk=pk)


def steps_for(user: User, found: Appraisal, *, manages: bool) -> dict[str, bool]:
    """What the person may do with the appraisal now; ``own``: it waits for somebody else's review."""
    waits = found.state == State.REVIEWING and REVIEWS.test(user, found.jurisdiction)
    own = waits and user.pk in decided_by(found)
    return {
        "submit": manages and found.state == State.DECIDING,
        "review": waits and not own,
        "own": own,
        "reopen": manages and found.state == State.PUBLISHED,
    }
