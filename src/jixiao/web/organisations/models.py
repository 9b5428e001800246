"""Bodies and their tree."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from tree_queries.models import TreeNode
from tree_queries.query import TreeQuerySet

from jixiao.web.organisations.walking import below, path_to

if TYPE_CHECKING:
    from jixiao.web.people.models import User


class Kind(models.TextChoices):
    """What a body is; the order is that of the tree."""

    JURISDICTION = "jurisdiction", _("地区")
    BUREAU = "bureau", _("财政部门")
    DEPARTMENT = "department", _("部门")
    UNIT = "unit", _("单位")


_BELOW = {
    None: {Kind.JURISDICTION},
    Kind.JURISDICTION: {Kind.JURISDICTION, Kind.BUREAU, Kind.DEPARTMENT},
    Kind.BUREAU: set(),
    Kind.DEPARTMENT: {Kind.UNIT},
    Kind.UNIT: {Kind.UNIT},
}


class Organisations(TreeQuerySet):
    """Bodies, scoped by who asks."""

    def visible_to(self, user: "User") -> "Organisations":
        """Those in the subtree of one of the user's roles; nothing for a stranger."""
        return self.filter(within(user, "pk"))

    def filing(self) -> "Organisations":
        """Departments and units: those that fill in forms."""
        return self.filter(kind__in=(Kind.DEPARTMENT, Kind.UNIT))

    def descendants(self, of: "Organisation | int", *, include_self: bool = False) -> "Organisations":
        """The bodies below this one."""
        number = of if isinstance(of, int) else of.pk
        found = self.filter(pk__in=below([number]))
        return found if include_self else found.exclude(pk=number)

    def ancestors(self, of: "Organisation | int", *, include_self: bool = False) -> "Organisations":
        """The bodies above this one, the top first."""
        number = of if isinstance(of, int) else of.pk
        if not include_self and isinstance(of, Organisation) and of.parent_id is None:
            return self.none()
        path, height = path_to(number)
        found = self.filter(pk__in=path).order_by(height.desc())
        return found if include_self else found.exclude(pk=number)


def within(user: "User", path: str, roles: Iterable[str] | None = None) -> Q:
    """The condition that the body at ``path`` lies in a subtree of one of the user's roles, or of these.

    Where that is every body there is, only that there is one: no row has to be looked for in the tree.
    """
    tops = user.scopes(roles)
    if not tops:
        return Q(pk__in=())
    if user.reaches_all(tops):
        return Q(**{f"{path}__isnull": False})
    return Q(**{f"{path}__in": user.reach(tops)})


class Organisation(TreeNode):
    """A jurisdiction, its finance bureau, a department or a unit.

    ``code`` is the budget unit's code or the division code; ``rulebook`` names the rules of the place and is
    inherited from above where blank.
    """

    kind = models.CharField(_("类别"), max_length=20, choices=Kind)
    code = models.CharField(_("代码"), max_length=60, unique=True)
    name = models.CharField(_("名称"), max_length=200)
    short_name = models.CharField(_("简称"), max_length=60, blank=True)
    rulebook = models.CharField(_("适用规则"), max_length=80, blank=True)
    active = models.BooleanField(_("在用"), default=True)
    position = models.PositiveIntegerField(_("次序"), default=0)
    revision = models.PositiveIntegerField(default=0)

    objects = Organisations.as_manager(with_tree_fields=False)

    class Meta:
        ordering = ("position", "code")
        verbose_name = _("组织")

    def __str__(self) -> str:
        return self.short_name or self.name

    def clean(self) -> None:
        """Refuse a place in the tree that makes no sense, such as a unit without a department."""
        above = self.parent.kind if self.parent else None
        if self.kind not in _BELOW[above]:
            raise ValidationError(
                {
                    "kind": _("%(kind)s不能设在%(above)s之下")
                    % {
                        "kind": Kind(self.kind).label if self.kind else "",
                        "above": Kind(above).label if above else _("根"),
                    }
                }
            )
        if self.pk and self.parent and self.parent.ancestors(include_self=True).filter(pk=self.pk).exists():
            raise ValidationError({"parent": _("不能移到自己的下级之下")})

    def rules(self) -> str:
        """The rulebook that applies: its own, else that of the nearest body above; ``cn`` at the end."""
        if self.rulebook:
            return self.rulebook
        for body in reversed(self.ancestors()):
            if body.rulebook:
                return str(body.rulebook)
        return "cn"

    def place(self) -> "Organisation":
        """The body itself: what permission is asked for."""
        return self

    def as_dict(self) -> dict[str, Any]:
        """For the audit log."""
        return {
            "code": self.code,
            "name": self.name,
            "kind": self.kind,
            "parent": self.parent.code if self.parent else None,
            "rulebook": self.rulebook,
            "active": self.active,
        }
