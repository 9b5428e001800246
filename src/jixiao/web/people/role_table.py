"""Roles as a workbook, and what becomes of its lines."""

import re
from collections import defaultdict

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jixiao.web.actions import Refused
from jixiao.web.importing.bodies import Bodies
from jixiao.web.importing.judging import Fate, Judge, Judged, Line, Lines
from jixiao.web.importing.table import Column, Table, plain
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.giving import objection
from jixiao.web.people.models import Membership, User
from jixiao.web.people.roles import Role

_SIGNS = re.compile("[、,，;；]")


def roles_table() -> Table:
    """The sheet of roles: a line a role of a person at a body."""
    return Table(
        gettext_lazy("角色"),
        (
            Column("username", gettext_lazy("账号"), required=True),
            Column("role", gettext_lazy("角色"), required=True, choices=dict(Role.choices)),
            Column(
                "organisation",
                gettext_lazy("角色所在单位"),
                gettext_lazy("名称或代码；留空为账号的所在单位。"),
            ),
            Column(
                "portfolio",
                gettext_lazy("联系部门"),
                gettext_lazy("只用于财政业务股室：部门的名称或代码，用顿号分开；不填则联系全部部门。"),
            ),
        ),
    )


class RoleLines(Judge):
    """Judges roles by the rules of giving one; ``made`` is the membership and its portfolio, not stored."""

    def __init__(self, lines: Lines, actor: User) -> None:
        super().__init__(roles_table(), lines)
        self._actor = actor
        tops = actor.scopes({Role.SECURITY_ADMINISTRATOR})
        bodies = list(Organisation.objects.filter(pk__in=actor.reach(tops))) if tops else []
        self._bodies = Bodies(bodies)
        users = User.objects.filter(organisation__in=[one.pk for one in bodies]).select_related(
            "organisation"
        )
        self._users = {plain(one.username): one for one in users}
        given = Membership.objects.filter(user__in=[one.pk for one in self._users.values()])
        lasting = given.exclude(until__lt=timezone.localdate())  # an ended one is given anew
        self._there = set(lasting.values_list("user_id", "organisation_id", "role"))
        self._held: dict[int, set[str]] = defaultdict(set)
        for user, role in given.in_force().values_list("user_id", "role"):
            self._held[user].add(role)
        self._seen: dict[tuple[int, int, str], Line] = {}

    def judged(self) -> list[Judged]:
        """Every line, in its order; what an earlier line gives counts for the later ones."""
        return [self._judge(line) for line in self.lines.lines]

    def _judge(self, line: Line) -> Judged:
        words = filter(None, map(line.get, ("username", "role", "organisation", "portfolio")))
        judged = self.begin(line, " · ".join(words))
        user = self._users.get(plain(line.get("username")))
        if user is None and line.get("username"):
            self.wrong(judged, "username", _("没有账号“%(name)s”，或不在您的范围内。请核对账号。")
                       % {"name": line.get("username")})  # fmt: skip
        if user is not None and user.pk == self._actor.pk:
            self.wrong(judged, "username", _("不能给自己授予角色。"))
        body = self._named(judged, "organisation", line.get("organisation")) or (user and user.organisation)
        names = _SIGNS.split(line.get("portfolio"))
        portfolio = [self._named(judged, "portfolio", name.strip()) for name in names if name.strip()]
        for department in filter(None, portfolio):
            if department.kind != Kind.DEPARTMENT:
                self.wrong(judged, "portfolio", _("“%(name)s”不是部门。请改填部门。") % {"name": department})
        role = self.table.column("role").chosen(line.get("role"))
        if judged.fate != Fate.NEW or user is None or not body or role is None:
            return judged
        key = (user.pk, body.pk, role)
        if (first := self._seen.setdefault(key, line)) is not line:
            self.wrong(judged, "username", _("与第 %(row)s 行重复。请删去一行。") % {"row": first.row})
        elif key in self._there:
            judged.fate = Fate.THERE
        elif why := objection(role, body.kind, self._held[user.pk]):
            self.wrong(judged, "role", why)
        else:
            self._held[user.pk].add(role)
            judged.made = Membership(user=user, organisation=body, role=role), portfolio
        return judged

    def _named(self, judged: Judged, name: str, text: str) -> Organisation | None:
        if not text:
            return None
        try:
            return self._bodies.named(text)
        except Refused as refused:
            self.wrong(judged, name, refused.messages[0])
            return None
