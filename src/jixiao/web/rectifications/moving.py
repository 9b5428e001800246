"""What every step of a demand shares: locking it, refusing what is out of turn, keeping what was said."""

from typing import Final

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jixiao.web.actions import Changed, Refused
from jixiao.web.people.models import User
from jixiao.web.rectifications.models import Demand, State, Step
from jixiao.web.rectifications.permissions import issued

LONGEST_TERM: Final = 250
"""Working days that a demand or an extension may give: about a year."""


def locked(demand: Demand, revision: int, *states: State) -> Demand:
    """The demand as it is now, locked until the transaction ends.

    Raises:
        Changed: it was changed since the page was shown.
        Refused: it is in none of these states.
    """
    found = Demand.objects.select_for_update(of=("self",)).select_related("organisation")
    now = found.get(pk=demand.pk)
    if now.revision != revision:
        raise Changed(_("这份整改要求刚被他人办理或保存过，请核对页面上现在的内容后再办。"), now)
    if now.state not in states:
        state = {"state": now.get_state_display()}
        raise Refused(_("这份整改要求现在是“%(state)s”，不能这样办理。") % state)
    return now


def by_issuer(demand: Demand, actor: User) -> None:
    """Let only the office in that issued the demand.

    Raises:
        PermissionDenied: the person holds no role of that office at the body.
    """
    if not issued(actor, demand):
        raise PermissionDenied


def by_another(demand: Demand, actor: User) -> None:
    """Four eyes: whoever handed the result in does not judge it, whatever other roles the person holds.

    Raises:
        Refused: the person handed it in.
    """
    if demand.submitted_by_id == actor.pk:
        raise Refused(_("整改结果是您本人报送的，报送和验收不能是同一个人；请由发出方的其他人办理。"))


def said(words: str, refusal: str) -> str:
    """What was said, without blanks around it.

    Raises:
        Refused: nothing was, with this sentence.
    """
    if not words.strip():
        raise Refused({"words": refusal})
    return words.strip()[:2000]


def step(demand: Demand, actor: User, verb: str, after: State, words: str = "") -> Demand:
    """Put the demand into the next state and keep who did it."""
    demand.state = after
    demand.revision += 1
    demand.full_clean(exclude=("organisation", "task", "issuer", "issued_by", "submitted_by"))
    demand.save()
    Step.objects.create(demand=demand, by=actor, verb=verb, state=after, words=words)
    return demand
