"""What every step of a report on its way to the public shares, and what its page shows of it."""

from datetime import date
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.actions import Changed, Refused
from jixiao.web.people.models import User
from jixiao.web.reports.models import Paper, State
from jixiao.web.reports.permissions import PUBLISHES, REVIEWS_SECRECY, may_review_secrecy
from jixiao.web.reports.publication import PublicationState, PublicationStep

REVIEWABLE: Final = frozenset({
    PublicationState.PENDING, PublicationState.PASSED, PublicationState.REFUSED, PublicationState.WITHDRAWN,
})  # fmt: skip
"""What was published is withdrawn first; what was corrected or is void needs a new version."""


def locked(paper: Paper, after: int) -> Paper:
    """The frozen report with its ``publication``, locked; ``after`` is the last step that the page showed.

    Raises:
        Refused: it is a draft, or not written yet.
        Changed: somebody made a step meanwhile.
    """
    Paper.objects.select_for_update(of=("self",)).only("pk").get(pk=paper.pk)
    # Asked once the lock is held: what another one wrote meanwhile has to be seen.
    now = (
        Paper.objects.with_publication()
        .select_related("year__organisation")
        .defer("facts", "page")
        .get(pk=paper.pk)
    )
    if not now.frozen:
        raise Refused(_("这份报告还是草稿：终审通过、定稿之后才能公开。"))
    if now.state != State.READY:
        raise Refused(_("定稿还没有写成，看不到要公开的内容，请写成后再办。"))
    if _last(now) != after:
        raise Changed(_("他人刚办理过这份报告的公开，请看过后再定。"), now)
    return now


def step(paper: Paper, actor: User, state: PublicationState, **values: Any) -> PublicationStep:
    """Keep the next step."""
    return PublicationStep.objects.create(
        paper=paper, number=_last(paper) + 1, state=state, by=actor, **values
    )


def told_of(made: PublicationStep) -> dict[str, Any]:
    """What the log keeps of a step."""
    return {
        "paper": made.paper_id,
        "kind": made.paper.kind,
        "facts": made.paper.digest,
        "state": str(made.state),
        "day": made.day.isoformat() if made.day else "",
        "where": made.where,
        "words": made.words,
    }


def reviewed_on(paper: Paper) -> date | None:
    """The day on which the last review passed."""
    passed = PublicationStep.objects.filter(paper=paper, state=PublicationState.PASSED).last()
    return timezone.localdate(passed.at) if passed else None


def panel(user: User, paper: Paper) -> dict[str, Any]:
    """State, history and what the person may do now; nothing of a draft. ``paper`` has ``publication``."""
    if not paper.frozen:
        return {}
    steps = list(PublicationStep.objects.filter(paper=paper).select_related("by"))
    state = PublicationState(paper.publication)
    open_to_review = paper.state == State.READY and paper.lifted_at is None and state in REVIEWABLE
    reviews = open_to_review and REVIEWS_SECRECY.test(user, paper.year.organisation)
    fresh = reviews and may_review_secrecy(user, paper)
    publishes = PUBLISHES.test(user, paper.year.organisation)
    return {
        "publication": state,
        "steps": steps,
        "after": steps[-1].number if steps else 0,
        "may_review": fresh,
        "own": reviews and not fresh,
        "may_publish": publishes and state == PublicationState.PASSED and not paper.refused,
        "may_withdraw": publishes and state == PublicationState.PUBLISHED,
        "still_out": paper.lifted_at is not None and state == PublicationState.PUBLISHED,
    }


def _last(paper: Paper) -> int:
    last = PublicationStep.objects.filter(paper=paper).last()
    return last.number if last else 0
