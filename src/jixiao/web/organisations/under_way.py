"""What is under way at a body: it would lie there unseen once the body is out of use."""

from jixiao.web.organisations.models import Organisation
from jixiao.web.organisations.walking import below


def open_forms(body: Organisation) -> int:
    """How many forms of the body and of those below it are not final, in years that are not closed."""
    from django.db.models import Sum

    from jixiao.web.cycles.models import CycleState, TaskState
    from jixiao.web.cycles.models.tallies import Tally

    counted = (
        Tally.objects.filter(organisation__in=below([body.pk]))
        .exclude(state=TaskState.FINAL)
        .exclude(stage__cycle__state=CycleState.CLOSED)
    )
    return int(counted.aggregate(all=Sum("forms"))["all"] or 0)
