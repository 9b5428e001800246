"""Notes when a token was used, with at most one write a minute."""

from datetime import timedelta
from typing import Final

from django.utils import timezone

from jixiao.web.tokens.models import Token

EVERY: Final = timedelta(minutes=1)


def note_use(token: Token) -> None:
    """It is used now."""
    now = timezone.now()
    if token.used_at is None or now - token.used_at >= EVERY:
        Token.objects.filter(pk=token.pk).update(used_at=now)
