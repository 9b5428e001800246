"""Counts one more, whichever process asks."""

import hashlib
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from jixiao.web.limits.models import Use


class TooOften(Exception):  # noqa: N818  # what somebody did, not an error of the program
    """A limit was reached; the middleware answers 429."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def spend(name: str, who: str) -> None:
    """One more use under a limit of ``settings.RATE_LIMITS``.

    Raises:
        TooOften: it is one too many.
    """
    rate = settings.RATE_LIMITS[name]
    if not rate.number:
        return
    used, seconds = count(name, who, rate.seconds)
    if used > rate.number:
        raise TooOften(seconds)


def count(what: str, who: str, seconds: int) -> tuple[int, int]:
    """One more use: how many there are in the window that the first began, and the seconds until it ends."""
    now = timezone.now()
    key = _key(what, who)
    open_ones = Use.objects.filter(pk=key, until__gt=now)
    if not open_ones.update(count=F("count") + 1):
        Use.objects.filter(until__lte=now).delete()
        try:
            with transaction.atomic():
                Use.objects.create(key=key, until=now + timedelta(seconds=seconds))
        except IntegrityError:  # somebody began the window meanwhile
            open_ones.update(count=F("count") + 1)
    use = Use.objects.filter(pk=key).first()
    return (use.count, _left(use, now)) if use else (1, seconds)


def peek(what: str, who: str) -> tuple[int, int]:
    """How many uses there are, without another, and the seconds until the window ends."""
    now = timezone.now()
    use = Use.objects.filter(pk=_key(what, who), until__gt=now).first()
    return (use.count, _left(use, now)) if use else (0, 0)


def first_time(what: str, who: str, seconds: int) -> bool:
    """Whether this was not done in the last ``seconds``; from now on it was."""
    return count(what, who, seconds)[0] == 1


def _key(what: str, who: str) -> str:
    """With the key of the installation: an address could be found again from its plain hash."""
    return hashlib.sha256(f"{settings.SECRET_KEY}:{what}:{who}".encode()).hexdigest()


def _left(use: Use, now: datetime) -> int:
    return max(1, int((use.until - now).total_seconds()) + 1)
