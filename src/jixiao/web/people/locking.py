"""Which accounts are locked after wrong passwords, as axes counts: a name from one address, for a while."""

from collections.abc import Collection

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.utils import timezone


def counted_under(name: str) -> str:
    """One spelling for all that log in the same account: the login takes capitals for small letters."""
    return name.strip().lower()


def locked(usernames: Collection[str]) -> set[str]:
    """Those of these accounts that are locked now, in one query."""
    cool_off = get_cool_off()
    counted = {name: counted_under(name) for name in usernames}
    found = AccessAttempt.objects.filter(username__in=counted.values())
    if cool_off is not None:
        found = found.filter(attempt_time__gte=timezone.now() - cool_off)
    failures = found.order_by().values("username", "ip_address").annotate(all=Sum("failures_since_start"))
    over = set(failures.filter(all__gte=settings.AXES_FAILURE_LIMIT).values_list("username", flat=True))
    return {name for name, spelling in counted.items() if spelling in over}
