"""Revoke a token."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.tokens.models import Token
from jixiao.web.tokens.permissions import HAS, REVOKES


@dataclass(frozen=True, slots=True)
class RevokeToken(Action[Token]):
    """One's own, or that of an account that one administers; it is refused from the next request on."""

    token: Token

    permission = HAS
    verb = "tokens.revoke"

    def place(self) -> Organisation | None:
        """`perform` asks for the body of another's account: one's own roles may be held elsewhere."""
        return None

    def perform(self, actor: User) -> Token:
        """Mark it."""
        token = Token.objects.select_for_update(of=("self",)).select_related("user").get(pk=self.token.pk)
        if token.user_id != actor.pk and not REVOKES.test(actor, token.user.organisation):
            raise PermissionDenied
        if not token.alive:
            raise Refused(_("这个令牌已经失效，无需撤销。"))
        token.revoked_at = timezone.now()
        token.save(update_fields=["revoked_at"])
        return token

    def told(self, result: Token) -> dict[str, Any]:
        """Whose."""
        return {"username": result.user.username}
