"""The bodies and accounts of the demo."""

from pathlib import Path
from typing import Final

import jixiao
from jixiao.core.dossier import Dossier
from jixiao.dossiers.discovery import read
from jixiao.pipeline.scoring import dossiers_in
from jixiao.web.actions import carry_out
from jixiao.web.demo import PASSWORD
from jixiao.web.organisations.actions.save_organisation import SaveOrganisation
from jixiao.web.organisations.models import Kind, Organisation
from jixiao.web.people.actions.give_role import GiveRole
from jixiao.web.people.actions.save_account import SaveAccount
from jixiao.web.people.first import first_account
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

LEADING: Final = "610902-hengkou-2023"
"""The department whose people have the accounts that are printed."""


def departments() -> dict[str, Dossier]:
    """The facts of each department by the name of its folder, the corrected ones where there are such.

    As published, most have gaps that keep their forms from being handed in; the invented ones stay out.
    """
    found = {}
    for path in dossiers_in(examples()):
        dossier = read(path)
        if not dossier.invented:  # a correction comes after what it corrects
            found[dossier.department.code, dossier.fiscal_year] = (path.parent.name, dossier)
    return dict(found.values())


def examples() -> Path:
    """The examples: in the package, or beside the source of an editable installation."""
    package = Path(jixiao.__file__).parent
    inside = package / "examples"
    return inside if inside.is_dir() else package.parents[1] / "examples"


def bodies(dossiers: dict[str, Dossier], hashed: str) -> tuple[Organisation, dict[str, Organisation]]:
    """The county with its bureau, and the departments by the name of their folder; administrators first.

    ``hashed`` is the hash of the password that all accounts share: it takes a third of a second to make.
    """
    county = Organisation(
        kind=Kind.JURISDICTION, code="999900", name="示范县（演示）", short_name="示范县", rulebook="cn"
    )
    county.full_clean()
    county.save()
    for username, role in (
        ("xitong", Role.SYSTEM_ADMINISTRATOR),
        ("anquan", Role.SECURITY_ADMINISTRATOR),
        ("shenji", Role.AUDIT_ADMINISTRATOR),
    ):
        first_account(username, role, county, PASSWORD, hashed)
    actor = User.objects.get(username="xitong")
    _body(actor, county, Kind.BUREAU, "999900-001", "示范县财政局", "县财政局")
    made = {}
    for number, (name, dossier) in enumerate(sorted(dossiers.items()), start=2):
        department = dossier.department
        made[name] = _body(
            actor, county, Kind.DEPARTMENT, f"999900-{number:03}", department.name,
            department.name.rpartition("市")[2], dossier.rulebook, number,
        )  # fmt: skip
    return county, made


def accounts(made: dict[str, Organisation], hashed: str) -> None:
    """One account a role, and a second performance officer: who decided does not review it.

    The reviewers of the other departments are numbered: ``jingban2``, ``shenhe2``, ``lingdao2`` and on.
    """
    bureau = Organisation.objects.get(code="999900-001")
    wanted = [
        *_reviewing(made[LEADING], ""),
        ("yewu", "业务股", bureau, Role.LINE_OFFICER),
        ("jixiao", "绩效股", bureau, Role.PERFORMANCE_OFFICER),
        ("jixiao2", "绩效股复核", bureau, Role.PERFORMANCE_OFFICER),
        ("pingjia", "评价员", bureau, Role.EVALUATOR),
        ("chayue", "审计局", bureau.parent, Role.AUDITOR),
    ]
    others = [body for name, body in sorted(made.items()) if name != LEADING]
    for number, body in enumerate(others, start=2):
        wanted += _reviewing(body, str(number))
    for username, name, body, role in wanted:
        _account(username, name, body, role, hashed)


def _reviewing(body: Organisation, number: str) -> list[tuple[str, str, Organisation, Role]]:
    """The people of a department through whose hands a form goes."""
    hands = (
        ("jingban", "经办人", Role.UNIT_CLERK),
        ("shenhe", "审核人", Role.UNIT_REVIEWER),
        ("lingdao", "负责人", Role.DEPARTMENT_LEAD),
    )
    return [(username + number, name, body, role) for username, name, role in hands]


def _body(  # noqa: PLR0913, PLR0917  # the columns of a body
    actor: User,
    above: Organisation,
    kind: Kind,
    code: str,
    name: str,
    short: str,
    rulebook: str = "",
    position: int = 1,
) -> Organisation:
    body = Organisation(
        parent=above, kind=kind, code=code, name=name, short_name=short, rulebook=rulebook, position=position
    )
    return carry_out(SaveOrganisation(body), actor)


def _account(username: str, name: str, body: Organisation, role: Role, hashed: str) -> User:
    user = carry_out(
        SaveAccount(User(username=username, full_name=name, organisation=body), PASSWORD, hashed=hashed),
        User.objects.get(username="xitong"),
    )
    user.must_change_password = False
    user.save()
    carry_out(GiveRole(user, body, role), User.objects.get(username="anquan"))
    return user
