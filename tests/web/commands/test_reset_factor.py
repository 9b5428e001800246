"""The second factor of a sole security administrator is taken away at the console: what it does, says and records."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from tests.web.installations import Installation, copied
from tests.web.support import County

from jixiao.web.actions import carry_out
from jixiao.web.audit.models import Event
from jixiao.web.audit.writing import CONSOLE
from jixiao.web.people.actions.unlock_account import UnlockAccount
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import Role

FACTOR = """
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from jixiao.web.people.models import User
for name in ("secadmin", "sysadmin"):
    user = User.objects.get(username=name)
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(user)
    session = SessionStore()
    session["_auth_user_id"] = user.pk
    session.save()
    UserSession.objects.create(user=user, session_key=session.session_key, ip="127.0.0.1")
"""
FACTORS = (
    "SELECT username FROM mfa_authenticator JOIN people_user ON people_user.id = user_id ORDER BY username"
)
LAST = "SELECT actor_id, actor_name, verb, outcome, details FROM audit_event ORDER BY number DESC LIMIT 1"


@pytest.fixture(scope="module")
def installed(set_up: Installation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """One that no test changes: whoever runs a part of them may run it in any order."""
    with copied(set_up, tmp_path_factory.mktemp("shared") / "data") as made:
        with made.start(FACTOR) as giving:
            assert giving.wait() == 0
        yield made


@pytest.fixture
def own(installed: Installation, tmp_path: Path) -> Iterator[Installation]:
    """One that a test may change."""
    with copied(installed, tmp_path / "data") as made:
        yield made


def reset(made: Installation, *arguments: str, answer: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "jixiao.cli", "reset-factor", *arguments],
        env=made.environment(), input=answer, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.parametrize(("answer", "status", "words"), [("n\n", 1, "什么也没有改"), ("", 130, "已中止")])
def test_nothing_happens_without_a_yes(installed: Installation, answer: str, status: int, words: str) -> None:
    before = installed.everything()
    told = reset(installed, "sysadmin", answer=answer)
    assert (told.returncode, words in told.stdout + told.stderr) == (status, True), told.stderr
    assert "系统管理员" in told.stdout
    assert "当面核对身份" in told.stdout
    assert installed.everything() == before


@pytest.mark.parametrize(
    ("account", "words"), [("nobody", "没有账号“nobody”"), ("auditadmin", "没有启用动态口令")]
)
def test_what_cannot_be_reset_is_told(installed: Installation, account: str, words: str) -> None:
    told = reset(installed, account, "--yes")
    assert (told.returncode, words in told.stderr, "Traceback" in told.stderr) == (2, True, False), (
        told.stderr
    )


@pytest.mark.parametrize(("arguments", "answer"), [(["secadmin"], "y\n"), (["sysadmin", "--yes"], "")])
def test_it_is_taken_away_and_written_down(own: Installation, arguments: list[str], answer: str) -> None:
    account = arguments[0]
    assert own.rows(FACTORS).count((account,)) == 2
    told = reset(own, *arguments, answer=answer)
    assert told.returncode == 0, told.stderr
    assert "已删除动态口令和备用码，结束所有登录" in told.stdout
    assert (account,) not in own.rows(FACTORS)
    sessions = f"SELECT count(*) FROM usersessions_usersession JOIN people_user ON people_user.id = user_id WHERE username = '{account}'"  # noqa: S608  # of this test
    assert own.rows(sessions) == [(0,)]
    (event,) = own.rows(LAST)
    assert event == (None, "(console)", "people.reset_factor", "done", f'{{"username": "{account}"}}')
    (must,) = own.rows(f"SELECT must_add_factor FROM people_user WHERE username = '{account}'")  # noqa: S608
    assert must[0]
    assert "未被改动" in own.run("audit", "verify").stdout
    assert reset(own, account, "--yes").returncode == 2  # there is none any more


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    told = reset(Installation(tmp_path), "secadmin", "--yes")
    assert (told.returncode, "请先运行 jixiao setup" in told.stderr) == (2, True)


def test_the_console_may_nothing_else(county: County) -> None:
    assert not any(holds(role).test(CONSOLE, county.top) for role in Role)
    with pytest.raises(PermissionDenied):
        carry_out(UnlockAccount(county.people["unit_clerk"]), CONSOLE)
    event = Event.objects.get()
    assert (event.actor, event.actor_name, event.outcome) == (None, "(console)", "denied")
