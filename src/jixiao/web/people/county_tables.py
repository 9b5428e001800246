"""The bodies and accounts of a county as a workbook, and what becomes of its lines."""

from collections.abc import Iterable

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jixiao.web.actions import Refused
from jixiao.web.importing.bodies import Bodies
from jixiao.web.importing.judging import Fate, Judge, Judged, Line, Lines
from jixiao.web.importing.table import Column, Table, plain
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.models import User
from jixiao.web.people.passwords import RULES
from jixiao.web.people.roles import Role

_BODY = {"kind": "kind", "code": "code", "name": "name", "short_name": "short_name"}
_ACCOUNT = {"username": "username", "full_name": "full_name", "email": "email"}


def managed(actor: User) -> list[Organisation]:
    """The bodies below which the person may make others, and accounts at them."""
    tops = actor.scopes({Role.SYSTEM_ADMINISTRATOR})
    if not tops:
        return []
    return list(Organisation.objects.filter(pk__in=actor.reach(tops)).select_related("parent"))


def bodies_table(bodies: Iterable[Organisation]) -> Table:
    """The sheet of bodies; it offers the regions and departments to lie below."""
    tops = tuple(one.name for one in bodies if one.kind in {Kind.JURISDICTION, Kind.DEPARTMENT})
    return Table(
        gettext_lazy("组织"),
        (
            Column(
                "parent",
                gettext_lazy("上级"),
                gettext_lazy(
                    "上级的名称或代码：部门和财政部门填地区，单位填部门；本表里新增的上级要写在前面的行。"
                ),
                required=True,
                offered=tops,
            ),
            Column("kind", gettext_lazy("类别"), required=True, choices=dict(Kind.choices)),
            Column(
                "code",
                gettext_lazy("代码"),
                gettext_lazy("预算单位代码或行政区划代码，不重复。"),
                required=True,
            ),
            Column("name", gettext_lazy("名称"), required=True),
            Column("short_name", gettext_lazy("简称")),
        ),
    )


def accounts_table() -> Table:
    """The sheet of accounts."""
    return Table(
        gettext_lazy("账号"),
        (
            Column(
                "username",
                gettext_lazy("账号"),
                gettext_lazy("字母、数字和 @ . + - _，登录时使用。"),
                required=True,
            ),
            Column("full_name", gettext_lazy("姓名"), required=True),
            Column(
                "organisation",
                gettext_lazy("所在单位"),
                gettext_lazy("单位的名称或代码，可以是“组织”表里新增的。"),
                required=True,
            ),
            Column("email", gettext_lazy("电子邮箱")),
            Column("password", gettext_lazy("初始口令"), RULES, required=True),
        ),
    )


class BodyLines(Judge):
    """Judges bodies; a new one can be named by the lines after it, and by accounts (``known``)."""

    def __init__(self, table: Table, lines: Lines, bodies: list[Organisation]) -> None:
        super().__init__(table, lines)
        self.known = Bodies(bodies)
        self._reached = {one.code: one for one in bodies}
        codes = [line.get("code") for line in lines.lines]
        self._used = set(Organisation.objects.filter(code__in=codes).values_list("code", flat=True))
        self._seen: dict[str, Line] = {}

    def judged(self) -> list[Judged]:
        """Every line, in its order; ``made`` is a body that is not stored."""
        return [self._judge(line) for line in self.lines.lines]

    def _judge(self, line: Line) -> Judged:
        judged = self.begin(line, " · ".join(filter(None, map(line.get, ("parent", "kind", "code", "name")))))
        kind = self.table.column("kind").chosen(line.get("kind")) or ""
        body = Organisation(
            kind=kind, code=line.get("code"), name=line.get("name"), short_name=line.get("short_name"),
            position=line.row,
        )  # fmt: skip
        self.clean(judged, body, {name: at for name, at in _BODY.items() if line.get(at) and name != "kind"})
        if (first := self._seen.setdefault(body.code, line)) is not line and body.code:
            self.wrong(judged, "code", _("代码“%(code)s”与第 %(row)s 行重复。请删去一行，或改用别的代码。")
                       % {"code": body.code, "row": first.row})  # fmt: skip
        self._place(judged, body)
        if judged.fate == Fate.NEW:
            self._settle(judged, body)
        return judged

    def _place(self, judged: Judged, body: Organisation) -> None:
        if not (text := judged.line.get("parent")) or not body.kind:
            return
        try:
            body.parent = self.known.named(text)
            body.clean()
        except Refused as refused:
            self.wrong(judged, "parent", refused.messages[0])
        except ValidationError as error:
            self.wrong(judged, "kind", _("%(fault)s。请改正后重新上传。") % {"fault": error.messages[0]})

    def _settle(self, judged: Judged, body: Organisation) -> None:
        stored = self._reached.get(body.code)
        if stored is not None:
            judged.fate = Fate.THERE
            for name in ("name", "kind", "parent"):
                if getattr(stored, name) != getattr(body, name):
                    label = Organisation._meta.get_field(name).verbose_name  # noqa: SLF001  # Django's own
                    judged.told.append(
                        _differs(_("上级") if name == "parent" else label, getattr(stored, name))
                    )
        elif body.code in self._used:
            self.wrong(judged, "code", _("代码“%(code)s”已用于您管理范围之外的组织。请改用别的代码。")
                       % {"code": body.code})  # fmt: skip
        else:
            judged.made = body
            self.known.add(body)


class AccountLines(Judge):
    """Judges accounts; the first passwords by the rules of all passwords."""

    def __init__(self, table: Table, lines: Lines, known: Bodies, bodies: list[Organisation]) -> None:
        super().__init__(table, lines)
        self._known = known
        self._reached = {one.pk for one in bodies}
        self._there = {
            plain(one.username): one
            for one in User.objects.only("username", "full_name", "organisation_id").order_by()
        }
        self._seen: dict[str, Line] = {}

    def judged(self) -> list[Judged]:
        """Every line, in its order; ``made`` is an account that is not stored and has no password yet."""
        return [self._judge(line) for line in self.lines.lines]

    def _judge(self, line: Line) -> Judged:
        judged = self.begin(
            line, " · ".join(filter(None, map(line.get, ("username", "full_name", "organisation"))))
        )
        user = User(
            username=User.normalize_username(line.get("username")), full_name=line.get("full_name"),
            email=line.get("email"), must_change_password=True,
        )  # fmt: skip
        self.clean(judged, user, {name: at for name, at in _ACCOUNT.items() if line.get(at)})
        if text := line.get("organisation"):
            try:
                user.organisation = self._known.named(text)
            except Refused as refused:
                self.wrong(judged, "organisation", refused.messages[0])
        key = plain(user.username)
        if key and (first := self._seen.setdefault(key, line)) is not line:
            self.wrong(judged, "username", _("账号“%(name)s”与第 %(row)s 行重复。请删去一行或改名。")
                       % {"name": user.username, "row": first.row})  # fmt: skip
        stored = self._there.get(key)
        if stored is None:
            self._password(judged, user)
        if judged.fate == Fate.NEW and stored is None:
            judged.made = user
        elif judged.fate == Fate.NEW and stored is not None:
            self._already(judged, stored, user)
        return judged

    def _password(self, judged: Judged, user: User) -> None:
        password = judged.line.get("password")
        if not password or "password" in judged.line.unread:
            return
        try:
            validate_password(password, user)
        except ValidationError as error:
            for fault in error.messages:
                self.wrong(judged, "password", _("%(fault)s 请改正后重新上传。") % {"fault": fault})

    def _already(self, judged: Judged, stored: User, user: User) -> None:
        if stored.organisation_id not in self._reached:
            self.wrong(judged, "username", _("账号“%(name)s”已用于您管理范围之外的人。请改用别的账号。")
                       % {"name": user.username})  # fmt: skip
            return
        judged.fate = Fate.THERE
        if stored.full_name != user.full_name:
            judged.told.append(_differs(_("姓名"), stored.full_name))
        if stored.organisation_id != user.organisation.pk:
            judged.told.append(_("所在单位与已有的不同，不改动；要改请到“账号”里改。"))


def _differs(label: object, before: object) -> str:
    return _("%(field)s与已有的“%(before)s”不同，不改动；要改请到“组织”或“账号”里改。") % {
        "field": label, "before": before,
    }  # fmt: skip
