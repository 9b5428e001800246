"""What actions and logins keep beside accounts: hashes of former passwords, encrypted second factors."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import connections, transaction

from jixiao.web.people.encryption import (
    changed,
    decrypted,
    encrypted,
    is_current,
    is_readable,
    secrets_of,
)
from jixiao.web.people.models import FormerPassword, User


def remember(user: User) -> None:
    """Keep the hash of the password that was just set, and no more of them than are asked for."""
    FormerPassword.objects.create(user=user, password=user.password)
    kept = FormerPassword.objects.filter(user=user).order_by("-pk").values("pk")
    FormerPassword.objects.filter(user=user).exclude(
        pk__in=list(kept.values_list("pk", flat=True)[: settings.PASSWORDS_REMEMBERED])
    ).delete()


def encrypt_anew(using: str = "default", **_: Any) -> None:
    """After the secret of the installation was changed: encrypt with the new one what can still be read."""
    if not settings.SECRET_KEY_FALLBACKS:
        return
    if Authenticator._meta.db_table not in connections[using].introspection.table_names():  # noqa: SLF001  # Django's own
        return
    with transaction.atomic(using=using):
        for row in Authenticator.objects.using(using).select_for_update().order_by("pk"):
            secrets = secrets_of(row.data)
            if all(map(is_current, secrets)) or not all(map(is_readable, secrets)):
                continue
            row.data = changed(row.data, lambda text: encrypted(decrypted(text)))
            row.save(update_fields=["data"])


def accounts_with_unreadable_factors() -> list[str]:
    """The names of the accounts whose second factor an installation with another secret encrypted."""
    rows = Authenticator.objects.select_related("user").order_by("user__username")
    found = (row.user.username for row in rows if not all(map(is_readable, secrets_of(row.data))))
    return list(dict.fromkeys(found))


def remember_first(users: list[User]) -> None:
    """Keep the hashes of the first passwords of new accounts, as `remember` does of one."""
    if settings.PASSWORDS_REMEMBERED:
        FormerPassword.objects.bulk_create(
            (FormerPassword(user=user, password=user.password) for user in users), batch_size=200
        )
