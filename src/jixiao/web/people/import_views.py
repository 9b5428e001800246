"""Many bodies and accounts, or roles, at once, from a workbook."""

from concurrent.futures import ThreadPoolExecutor

from django.contrib.auth.hashers import make_password
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jixiao.web.actions import Refused, carry_out
from jixiao.web.importing.judging import Fate, Judged, Lines
from jixiao.web.importing.pages import Given, Import, page
from jixiao.web.importing.table import Table
from jixiao.web.people.actions.import_county import ImportCounty, judged_county
from jixiao.web.people.actions.import_roles import ImportRoles
from jixiao.web.people.county_tables import accounts_table, bodies_table, managed
from jixiao.web.people.models import User
from jixiao.web.people.permissions import needs
from jixiao.web.people.role_table import RoleLines, roles_table

MOST_ACCOUNTS = 200
"""New accounts of one file: hashing a password takes some tenths of a second, and the browser waits."""


class CountyImport(Import):
    """Bodies and accounts."""

    def __init__(self, actor: User) -> None:
        self.name = "county"
        self.heading = _("批量新增组织和账号")
        self.back = reverse("organisations:tree")
        self.tables = (bodies_table(managed(actor)), accounts_table())
        self._actor = actor

    def judged(self, given: Given) -> dict[Table, list[Judged]]:
        """Every line of both tables."""
        bodies, accounts = judged_county(*self._lines(given), self._actor)
        if (new := sum(one.fate == Fate.NEW for one in accounts)) > MOST_ACCOUNTS:
            raise Refused(
                _("一次最多新增 %(most)s 个账号，工作簿里有 %(count)s 个。请分成几个工作簿。")
                % {"most": MOST_ACCOUNTS, "count": new}
            )
        return {
            table: rows for table, rows in zip(self.tables, (bodies, accounts), strict=True) if table in given
        }

    def take(self, given: Given) -> str:
        """Hash the passwords, make them all."""
        bodies, accounts = self._lines(given)
        new = [one.line for one in judged_county(bodies, accounts, self._actor)[1] if one.fate == Fate.NEW]
        with ThreadPoolExecutor() as pool:  # the hash itself runs outside the interpreter's lock
            hashes = dict(
                zip(
                    [line.row for line in new],
                    pool.map(make_password, [line.get("password") for line in new]),
                    strict=True,
                )
            )
        done = carry_out(ImportCounty(bodies, accounts, hashes), self._actor)
        return _("已新增 %(bodies)s 个组织、%(accounts)s 个账号。角色由安全管理员授予。") % {
            "bodies": len(done.bodies), "accounts": len(done.accounts),
        }  # fmt: skip

    def _lines(self, given: Given) -> tuple[Lines, Lines]:
        first, second = self.tables
        return given.get(first, Lines()), given.get(second, Lines())


class RoleImport(Import):
    """Roles."""

    def __init__(self, actor: User) -> None:
        self.name = "roles"
        self.heading = _("批量授予角色")
        self.back = reverse("people:accounts")
        self.tables = (roles_table(),)
        self._actor = actor

    def judged(self, given: Given) -> dict[Table, list[Judged]]:
        """Every line."""
        return {table: RoleLines(lines, self._actor).judged() for table, lines in given.items()}

    def take(self, given: Given) -> str:
        """Give them."""
        done = carry_out(ImportRoles(given[self.tables[0]]), self._actor)
        return _("已授予 %(count)s 个角色。") % {"count": len(done)}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ImportRoles.permission)
def import_roles(request: HttpRequest) -> HttpResponse:
    """An empty workbook out, a filled one in."""
    return page(request, RoleImport(request.user))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ImportCounty.permission)
def import_county(request: HttpRequest) -> HttpResponse:
    """An empty workbook out, a filled one in."""
    return page(request, CountyImport(request.user))
