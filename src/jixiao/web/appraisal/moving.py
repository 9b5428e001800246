"""What every step of an appraisal shares: locking it, refusing what is out of turn, keeping what was done."""

from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Changed, Refused
from jixiao.web.appraisal.models import Appraisal, Mark, State, Step
from jixiao.web.people.models import User


def locked(appraisal: Appraisal, revision: int | None, *states: State) -> Appraisal:
    """The appraisal as it is now, locked until the transaction ends.

    Raises:
        Changed: it was changed since the page was shown.
        Refused: it is in none of these states.
    """
    row = (
        Appraisal.objects.select_for_update(of=("self",)).select_related("jurisdiction").get(pk=appraisal.pk)
    )
    if revision is not None and row.revision != revision:
        raise Changed(_("他人刚改过，请刷新后再改。"), row)
    if row.state not in states:
        raise Refused(_("这次考核现在是“%(state)s”，不能这样办理。") % {"state": row.get_state_display()})
    return row


def step(
    row: Appraisal, actor: User, verb: str, after: State, words: str = "", ranking: Any = ()
) -> Appraisal:
    """Put the appraisal into the next state and keep who did it."""
    row.state = after
    row.revision += 1
    row.save()
    Step.objects.create(appraisal=row, by=actor, verb=verb, words=words, ranking=list(ranking))
    return row


def decided_by(row: Appraisal) -> set[int]:
    """The accounts that decided a mark or sent the marks to the review: none of them reviews."""
    marks = Mark.objects.filter(category__appraisal=row).exclude(by=None).values_list("by_id", flat=True)
    last = row.steps.filter(verb="submit").first()
    return {*marks.distinct().order_by(), *([last.by_id] if last else [])}


def second(row: Appraisal, actor: User) -> None:
    """Refuse a review by somebody who decided.

    Raises:
        Refused: the person decided a mark or sent the marks to the review.
    """
    if actor.pk in decided_by(row):
        raise Refused(_("您参加了评定，须由另一个人复审。"))
