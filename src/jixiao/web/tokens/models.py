"""Tokens: what a program shows instead of a login."""

import hashlib
import secrets
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jixiao.web.organisations.models import within
from jixiao.web.people.roles import Role

if TYPE_CHECKING:
    from jixiao.web.people.models import User

_BEGINS: Final = "jx_"


def new_secret() -> str:
    """A secret of 256 random bits, to be shown once."""
    return _BEGINS + secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is kept of it. A secret that nobody can guess needs no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


class Tokens(models.QuerySet):
    """Tokens, scoped by who asks."""

    def visible_to(self, user: "User") -> "Tokens":
        """One's own, and those of the accounts that one administers."""
        return self.filter(Q(user=user.pk) | within(user, "user__organisation", {Role.SYSTEM_ADMINISTRATOR}))

    def alive(self) -> "Tokens":
        """Neither revoked nor expired."""
        return self.filter(revoked_at=None, until__gte=timezone.localdate())


class Token(models.Model):
    """A token of a person; it may do what the person may, through the API only.

    ``until`` is its last day. ``outside``: it was made in a login at the office's own directory, so that our
    password does not matter.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("账号"), on_delete=models.CASCADE, related_name="tokens"
    )
    name = models.CharField(_("用途"), max_length=60)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    until = models.DateField(_("有效至"))
    outside = models.BooleanField(default=False)
    made_at = models.DateTimeField(_("建立时间"), auto_now_add=True)
    used_at = models.DateTimeField(_("最近使用"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("撤销时间"), null=True, blank=True)

    objects = Tokens.as_manager()

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("接口令牌")

    def __str__(self) -> str:
        return self.name

    @property
    def expired(self) -> bool:
        """Whether its last day is over."""
        return self.until < timezone.localdate()

    @property
    def alive(self) -> bool:
        """Neither revoked nor expired."""
        return self.revoked_at is None and not self.expired
