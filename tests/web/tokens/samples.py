"""A token of the sample account."""

import datetime as dt

from django.utils import timezone
from tests.web.support import County

from jixiao.web.tokens.models import Token, digest


def make(county: County, number: int) -> None:
    """The row of this number; its secret is ``sample`` with the number."""
    until = timezone.localdate() + dt.timedelta(days=30)
    Token.objects.create(
        pk=number, user_id=number, name="Budget system", digest=digest(f"sample{number}"), until=until
    )
