"""Make a token of one's own."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.coming_first import comes_first
from jixiao.web.people.models import User
from jixiao.web.tokens.models import Token, digest, new_secret
from jixiao.web.tokens.permissions import HAS

MOST: Final = 5
"""Tokens of a person that are alive."""
LONGEST: Final = 365
"""Days that a token may live."""


@dataclass(frozen=True, slots=True)
class Made:
    """The token, and its secret, which nobody can find out again."""

    token: Token
    secret: str


@dataclass(frozen=True, slots=True)
class MakeToken(Action[Made]):
    """For a program named so, until this day inclusively; ``outside`` as in `Token`."""

    name: str
    until: date
    outside: bool = False

    permission = HAS
    verb = "tokens.make"

    def place(self) -> Organisation | None:
        """It is the person's own, wherever the roles are held."""
        return None

    def perform(self, actor: User) -> Made:
        """Keep the hash of a new secret."""
        if first := comes_first(actor, outside=self.outside):
            raise Refused(first[1])
        name = self.name.strip()
        if not name:
            raise Refused({"name": _("请写明哪个程序使用，如“预算系统”。")})
        if len(name) > 60:
            raise Refused({"name": _("用途最多 60 字。")})
        today = timezone.localdate()
        if not today <= self.until <= today + timedelta(days=LONGEST):
            raise Refused({"until": _("有效期从今天起，最长 %(days)s 天，请改日期。") % {"days": LONGEST}})
        User.objects.select_for_update().get(pk=actor.pk)  # two at once would both be the fifth
        if Token.objects.filter(user=actor).alive().count() >= MOST:
            raise Refused(_("每人最多有 %(most)s 个有效的接口令牌，请先撤销不用的。") % {"most": MOST})
        secret = new_secret()
        token = Token(user=actor, name=name, digest=digest(secret), until=self.until, outside=self.outside)
        token.save()
        return Made(token, secret)

    def subject(self, result: Made) -> Token:
        """The token."""
        return result.token

    def told(self, result: Made) -> dict[str, Any]:
        """Until when: not what, and not what it is called."""
        return {"until": result.token.until.isoformat()}
