"""Accounts and the roles that they hold at bodies."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Expression, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jixiao.web.organisations.models import Kind, Organisation, Organisations, within
from jixiao.web.organisations.walking import above, reach
from jixiao.web.people.roles import Role


class Users(models.QuerySet):
    """Accounts, scoped by who asks."""

    def visible_to(self, user: "User") -> "Users":
        """Those of a body that the user sees."""
        return self.filter(within(user, "organisation"))


class UserManager(BaseUserManager.from_queryset(Users)):
    """Finds accounts; they are made by the action alone."""


class User(AbstractUser):
    """An account of a person; what it may do follows from its memberships.

    Django's own permissions, groups and superusers are not used: permission comes from roles alone.
    """

    first_name = None
    last_name = None
    email = models.EmailField(_("电子邮箱"), blank=True)
    full_name = models.CharField(_("姓名"), max_length=60)
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("所在单位"), on_delete=models.PROTECT, related_name="people"
    )
    must_change_password = models.BooleanField(_("须改口令"), default=True)
    must_add_factor = models.BooleanField(_("须设动态口令"), default=False)
    revision = models.PositiveIntegerField(default=0)
    password_changed_at = models.DateTimeField(_("口令修改时间"), null=True, blank=True)

    objects = UserManager()
    REQUIRED_FIELDS = ("full_name",)

    class Meta:
        ordering = ("username",)
        verbose_name = _("账号")

    def __str__(self) -> str:
        return f"{self.full_name}（{self.username}）"

    def clean(self) -> None:
        """No two accounts that differ in capitals alone: the login could not tell them apart."""
        super().clean()
        others = User.objects.exclude(pk=self.pk).exclude(username=self.username)
        if other := others.filter(username__iexact=self.username).first():
            raise ValidationError(
                {
                    "username": _("已有账号“%(name)s”，只有大小写不同，登录时分不开。请改名。")
                    % {"name": other.username}
                }
            )

    def set_password(self, raw_password: str | None, hashed: str = "") -> None:
        """As Django's; remembers when. ``hashed`` is its hash, where there is one already."""
        if hashed:
            self.password, self._password = hashed, raw_password
        else:
            super().set_password(raw_password)
        self.password_changed_at = timezone.now()

    def held(self) -> list["Membership"]:
        """The memberships in force, with their bodies; read once a request."""
        kept: list[Membership] | None = getattr(self, "_held", None)
        if kept is None:
            kept = list(self.memberships.in_force().select_related("organisation__parent"))
            models.prefetch_related_objects(
                [one for one in kept if one.role == Role.LINE_OFFICER], "portfolio"
            )
            self._held = kept
            self._know_body(kept)
        return kept

    def _know_body(self, held: "list[Membership]") -> None:
        """Most people hold a role at their own body: every page names it, and it has just been read."""
        own = next((one.organisation for one in held if one.organisation_id == self.organisation_id), None)
        if own is not None and "organisation" not in self._state.fields_cache:
            self.organisation = own

    def forget_roles(self) -> None:
        """Read the memberships again when they are next asked for."""
        for kept in ("_held", "_roots", "_reached"):
            self.__dict__.pop(kept, None)

    def reaches_all(self, tops: Iterable[Organisation]) -> bool:
        """Whether no body lies outside the subtrees of these; roots are read once a request, as roles are."""
        given = {top.pk for top in tops if top.parent_id is None}
        if not given:
            return False
        roots: set[int] | None = getattr(self, "_roots", None)
        if roots is None:
            roots = set(Organisation.objects.filter(parent=None).order_by().values_list("pk", flat=True))
            self._roots = roots
        return given >= roots

    def roles(self) -> set[str]:
        """The roles held anywhere."""
        return {membership.role for membership in self.held()}

    def scopes(self, roles: Iterable[str] | None = None) -> list[Organisation]:
        """The tops of the subtrees in which the person holds one of these roles, or any role."""
        wanted = None if roles is None else set(roles)
        tops = {
            top.pk: top
            for membership in self.held()
            if wanted is None or membership.role in wanted
            for top in membership.tops()
        }
        return list(tops.values())

    def reach(self, tops: Iterable[Organisation]) -> Expression:
        """The bodies of these subtrees, for ``__in``; walked to once a request."""
        wanted = frozenset(top.pk for top in tops)
        kept: dict[frozenset[int], Expression] = self.__dict__.setdefault("_reached", {})
        if wanted not in kept:
            kept[wanted] = reach(wanted)
        return kept[wanted]

    def holds(self, roles: Iterable[str], at: Organisation | None = None) -> bool:
        """Whether one of the roles is held at the body or above it; anywhere, where no body is named."""
        if at is None:
            return bool(self.roles() & set(roles))
        tops = {top.pk for top in self.scopes(roles)}
        return at.pk in tops or (bool(tops) and not tops.isdisjoint(above(at.pk)))

    def as_dict(self) -> dict[str, Any]:
        """For the audit log: no name, no address."""
        return {"username": self.username, "organisation": self.organisation.code, "active": self.is_active}


class FormerPassword(models.Model):
    """The hash of a password that an account had."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="former_passwords")
    password = models.CharField(max_length=128)

    def __str__(self) -> str:
        return f"{self.user_id}"


class Memberships(models.QuerySet):
    """Roles held."""

    def in_force(self) -> "Memberships":
        """Those not ended, at bodies in use."""
        return self.filter(Q(until=None) | Q(until__gte=timezone.localdate()), organisation__active=True)


class Membership(models.Model):
    """A role of a person at a body; it reaches the body's whole subtree.

    A role at a finance bureau reaches the jurisdiction above it; a line officer's only the departments of the
    portfolio, where one is named. An evaluator's reaches no body: what is assigned is all there is to see.
    """

    user = models.ForeignKey(
        User, verbose_name=_("账号"), on_delete=models.CASCADE, related_name="memberships"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("单位"), on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField(_("角色"), max_length=30, choices=Role)
    portfolio = models.ManyToManyField(Organisation, verbose_name=_("联系部门"), blank=True, related_name="+")
    until = models.DateField(_("有效至"), null=True, blank=True)

    objects = Memberships.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user", "organisation", "role"), name="one_role_once"),
        )
        verbose_name = _("角色")

    def __str__(self) -> str:
        return f"{self.organisation}：{self.get_role_display()}"

    def tops(self) -> list[Organisation]:
        """The tops of the subtrees that the role reaches."""
        if self.role == Role.EVALUATOR:
            return []
        if self.role == Role.LINE_OFFICER and (departments := list(self.portfolio.all())):
            return departments
        return [self.top()]

    def top(self) -> Organisation:
        """The body where the role is held; for a finance bureau, the jurisdiction above it."""
        if self.organisation.kind == Kind.BUREAU and self.organisation.parent:
            return self.organisation.parent
        return self.organisation


__all__ = ["Membership", "Organisations", "User"]
