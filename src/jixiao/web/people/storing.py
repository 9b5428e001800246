"""The hashes of passwords that an account had, so that none returns too soon."""

from django.conf import settings

from jixiao.web.people.models import FormerPassword, User


def remember(user: User) -> None:
    """Keep the hash of the password that was just set, and no more of them than are asked for."""
    FormerPassword.objects.create(user=user, password=user.password)
    kept = FormerPassword.objects.filter(user=user).order_by("-pk").values("pk")
    FormerPassword.objects.filter(user=user).exclude(
        pk__in=list(kept.values_list("pk", flat=True)[: settings.PASSWORDS_REMEMBERED])
    ).delete()
