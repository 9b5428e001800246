"""What a backup keeps comes back: every table, every file, the audit log, also while others write."""

import hashlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.web.installations import Installation, copied, installation

WRITER = """
import sys
from itertools import count
from jixiao.web.actions import carry_out
from jixiao.web.organisations.actions.save_organisation import SaveOrganisation
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
actor, top = User.objects.get(username="sysadmin"), Organisation.objects.get(parent=None)
for number in count():  # until it is killed, however long the backups take
    code = f"{sys.argv[1]}-{number}"
    body = Organisation(parent=top, kind="department", code=code, name="Body " + code)
    carry_out(SaveOrganisation(body), actor)
    if number < 3:  # nobody reads more, and a full pipe would stop it
        print(code, flush=True)
"""

FACTOR = """
from allauth.mfa.totp.internal.auth import TOTP
from jixiao.web.people.models import User
TOTP.activate(User.objects.get(username="secadmin"), "JBSWY3DPEHPK3PXP")
"""
READ = """
import sys
from django.conf import settings
settings.SECRET_KEY_FALLBACKS = sys.argv[1:]
from jixiao.web.starting import migrate
migrate()
from allauth.mfa.models import Authenticator
from jixiao.web.people.encryption import decrypted
print(decrypted(Authenticator.objects.get().data["secret"]))
"""


@pytest.fixture
def installed(set_up: Installation, tmp_path: Path) -> Iterator[Installation]:
    """An installation with three accounts and files that were handed in."""
    with copied(set_up, tmp_path / "own") as made:
        for content in (b"", b"report", bytes(range(256)) * 9000):
            name = hashlib.sha256(content).hexdigest()
            path = made.folder / "uploads" / "documents" / name[:2] / name
            path.parent.mkdir(parents=True)
            path.write_bytes(content)
        (made.folder / "uploads" / "documents" / ".upload-half").write_bytes(b"ha")
        yield made


def uploads(made: Installation) -> dict[str, bytes]:
    top = made.folder / "uploads"
    files = (path for path in top.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {str(path.relative_to(top)): path.read_bytes() for path in files}


def test_every_table_and_file_comes_back(installed: Installation, tmp_path: Path) -> None:
    told = installed.run("backup", "-o", str(tmp_path / "kept.zip"))
    assert told.returncode == 0, told.stderr
    assert "上传的文件 3 个" in told.stdout
    with installation(tmp_path / "copy") as copy:
        told = copy.run("restore", str(tmp_path / "kept.zip"))
        assert (told.returncode, "共 3 条" in told.stdout) == (0, True), told.stderr
        assert copy.everything() == installed.everything()
        assert uploads(copy) == uploads(installed)
        assert len(uploads(copy)) == 3
        assert (copy.folder / "secret-key.txt").read_text(encoding="utf-8") != (
            installed.folder / "secret-key.txt"
        ).read_text(encoding="utf-8")
        assert not (copy.folder / ".restoring").exists()
        after = copy.start(WRITER, "after")  # the next number of every sequence is free
        assert after.stdout is not None
        assert after.stdout.readline() == "after-0\n"
        after.kill()
        after.communicate()
        again = copy.run("restore", str(tmp_path / "kept.zip"))
        assert (again.returncode, "不能覆盖" in again.stderr) == (2, True)


def test_a_backup_while_others_write_is_of_one_moment(installed: Installation, tmp_path: Path) -> None:
    writers = [installed.start(WRITER, f"w{number}") for number in range(3)]
    try:
        acknowledged = [_line(writer) for writer in writers for _ in range(3)]
        for number in range(2):
            told = installed.run("backup", "-o", str(tmp_path / f"{number}.zip"))
            assert told.returncode == 0, told.stderr
        assert all(writer.poll() is None for writer in writers)
    finally:
        for writer in writers:
            writer.kill()
            writer.communicate()
    for number in range(2):
        with installation(tmp_path / f"copy{number}") as copy:
            told = copy.run("restore", str(tmp_path / f"{number}.zip"))
            assert (told.returncode, "未被改动" in told.stdout) == (0, True), told.stderr
            codes = {code for (code,) in copy.rows("SELECT code FROM organisations_organisation")}
            assert codes >= set(acknowledged)
            events = copy.rows("SELECT count(*) FROM audit_event WHERE verb = 'organisations.save'")
            assert events == [(len(codes) - 1,)]  # the top was made by setup
            assert copy.rows("SELECT number FROM audit_head") == copy.rows(
                "SELECT max(number) FROM audit_event"
            )


def test_the_key_comes_along_only_when_asked(installed: Installation, tmp_path: Path) -> None:
    told = installed.run("backup", "--with-key", "-o", str(tmp_path / "kept.zip"))
    assert (told.returncode, "含密钥" in told.stdout) == (0, True)
    with installation(tmp_path / "copy") as copy:
        assert copy.run("restore", str(tmp_path / "kept.zip")).returncode == 0
        for made in (copy, installed):
            assert (made.folder / "secret-key.txt").stat().st_mode & 0o777 == 0o600
        assert (copy.folder / "secret-key.txt").read_text(encoding="utf-8") == (
            installed.folder / "secret-key.txt"
        ).read_text(encoding="utf-8")


def test_second_factors_of_another_key_are_told_and_come_back_with_it(
    installed: Installation, tmp_path: Path
) -> None:
    with installed.start(FACTOR) as giving:
        assert giving.wait() == 0
    kept, key = tmp_path / "kept.zip", (installed.folder / "secret-key.txt").read_text(encoding="utf-8")
    assert "请把密钥另行保管" in installed.run("backup", "-o", str(kept)).stdout
    data = "SELECT data FROM mfa_authenticator"
    assert "JBSWY3DPEHPK3PXP" not in str(installed.rows(data))
    with installation(tmp_path / "copy") as copy:
        told = copy.run("restore", str(kept))
        assert (told.returncode, told.stderr) == (0, "")
        assert "1 个账号的动态口令是用原来的签名密钥加密的，现在读不出来：secadmin。" in told.stdout
        assert copy.rows(data) == installed.rows(data)
        with copy.start(READ, key) as reading:
            assert reading.communicate() == ("JBSWY3DPEHPK3PXP\n", None)
        assert copy.rows(data) != installed.rows(data)
        with copy.start(READ) as reading:  # the old key is needed no more
            assert reading.communicate() == ("JBSWY3DPEHPK3PXP\n", None)
    assert installed.run("backup", "--with-key", "-o", str(tmp_path / "with.zip")).returncode == 0
    with installation(tmp_path / "same") as same:
        assert "读不出来" not in same.run("restore", str(tmp_path / "with.zip")).stdout


def test_a_backup_overwrites_nothing_and_is_closed_to_others(installed: Installation, tmp_path: Path) -> None:
    path = tmp_path / "kept.zip"
    assert installed.run("backup", "-o", str(path)).returncode == 0
    assert path.stat().st_mode & 0o777 == 0o600
    content = path.read_bytes()
    told = installed.run("backup", "-o", str(path))
    assert (told.returncode, "已存在" in told.stderr) == (2, True)
    assert path.read_bytes() == content
    told = installed.run("backup", "-o", str(tmp_path / "nowhere" / "kept.zip"))
    assert told.returncode == 2
    assert "nowhere" in told.stderr


def test_a_demo_stays_a_demo(set_up: Installation, tmp_path: Path) -> None:
    with copied(set_up, tmp_path / "own") as made, installation(tmp_path / "copy") as copy:
        (made.folder / "this-is-a-demo.txt").touch()
        assert made.run("backup", "-o", str(tmp_path / "kept.zip")).returncode == 0
        assert copy.run("restore", str(tmp_path / "kept.zip")).returncode == 0
        assert (copy.folder / "this-is-a-demo.txt").is_file()


def _line(writer: subprocess.Popen[str]) -> str:
    assert writer.stdout is not None
    return writer.stdout.readline().strip()
