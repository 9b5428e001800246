"""What every step of a decision shares."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Changed, Refused
from jixiao.web.decisions.models import Decision, DecisionStep, State
from jixiao.web.people.models import User

if TYPE_CHECKING:
    from decimal import Decimal


def locked(decision: Decision, revision: int, *states: State) -> Decision:
    """The decision as it is now, locked until the transaction ends.

    Raises:
        Changed: it was changed since the page was shown.
        Refused: it is in none of these states.
    """
    rows = Decision.objects.select_for_update(of=("self",))
    now = rows.select_related("organisation", "task", "project").get(pk=decision.pk)
    if now.revision != revision:
        raise Changed(_("他人刚办理过这项决定，请核对页面上现在的内容后再办。"), now)
    if now.state not in states:
        state = {"state": now.get_state_display()}
        raise Refused(_("这项决定现在是“%(state)s”，不能这样办理。") % state)
    return now


def step(decision: Decision, actor: User, state: State, words: str = "") -> Decision:
    """Put it into the state and keep who did it."""
    decision.state = state
    decision.revision += 1
    decision.save()
    DecisionStep.objects.create(decision=decision, by=actor, state=state, words=words)
    return decision


def told_of(decision: Decision) -> dict[str, Any]:
    """What the log keeps of a decision."""
    yuan: Decimal | None = decision.amount
    return {
        "task": decision.task_id,
        "grade": decision.grade,
        "follows": decision.follows,
        "words": decision.words,
        "reason": decision.reason,
        "amount": "" if yuan is None else f"{yuan:f}",
        "day": decision.day.isoformat(),
        "reference": decision.reference,
        "state": str(decision.state),
    }
