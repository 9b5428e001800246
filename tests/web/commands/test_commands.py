"""The commands of an installation, run as programs: what they do, and what they say when they cannot."""

import os
import re
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from tests.web.served import Served

pytestmark = pytest.mark.sqlite


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Of a program that works in this folder, with SQLite."""
    return {**os.environ, "JIXIAO_DATA": str(folder), "DATABASE_URL": "", "PYTHONUTF8": "1", **more}


def jixiao(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "jixiao.cli", *arguments],
        env=environment(folder, **more), capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder after ``jixiao setup``, and what that printed."""
    folder = tmp_path_factory.mktemp("installed")
    told = jixiao(folder, "setup", "--code", "430406", "--name", "雁峰区", "--rulebook", "430406-yanfeng")
    assert told.returncode == 0, told.stderr
    return folder, told.stdout


def test_setup_prints_three_accounts_once(installed: tuple[Path, str]) -> None:
    folder, told = installed
    accounts = re.findall(r"(\w+管理员)：账号 (\w+)，口令 (\S+)", told)
    assert [role for role, *_ in accounts] == ["系统管理员", "安全管理员", "审计管理员"]
    assert len({password for *_, password in accounts}) == 3
    with sqlite3.connect(folder / "jixiao.sqlite3") as database:
        rows = database.execute("SELECT password, must_change_password FROM people_user").fetchall()
    assert all(must and not any(password in kept for *_, password in accounts) for kept, must in rows)


def test_setup_does_nothing_twice(installed: tuple[Path, str]) -> None:
    told = jixiao(installed[0], "setup", "--code", "1", "--name", "x")
    assert (told.returncode, "已经有账号" in told.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--code", "1", "--name", "x", "--rulebook", "nowhere"], "没有规则“nowhere”"),
        (["--code", "1"], "缺少参数"),
    ],
)
def test_setup_says_what_is_wrong(tmp_path: Path, arguments: list[str], words: str) -> None:
    told = jixiao(tmp_path, "setup", *arguments)
    assert told.returncode == 2
    assert words in told.stderr or "--name" in told.stderr
    assert not list(tmp_path.iterdir())


def test_setup_takes_no_rulebook_with_faults(tmp_path: Path) -> None:
    folder = tmp_path / "rules" / "broken"
    folder.mkdir(parents=True)
    (folder / "rulebook.toml").write_text("=\n", encoding="utf-8")
    words = ["setup", "--code", "1", "--name", "x", "--rulebook", "broken"]
    told = jixiao(tmp_path / "data", *words, JIXIAO_RULEBOOKS=str(folder.parent))
    assert (told.returncode, "规则“broken”有错误" in told.stderr) == (2, True), told.stderr
    assert "Traceback" not in told.stderr
    assert not (tmp_path / "data").exists()


def test_verify_holds_and_finds_harm(installed: tuple[Path, str], tmp_path: Path) -> None:
    told = jixiao(installed[0], "audit", "verify")
    assert (told.returncode, "共 3 条" in told.stdout) == (0, True)
    told = jixiao(installed[0], "audit", "verify", "--lang", "en")
    assert (told.returncode, "3 entries" in told.stdout) == (0, True)
    harmed = tmp_path / "jixiao.sqlite3"
    with sqlite3.connect(installed[0] / "jixiao.sqlite3") as whole, sqlite3.connect(harmed) as copy:
        whole.backup(copy)
        copy.execute("DROP TRIGGER audit_event_no_update")
        copy.execute("UPDATE audit_event SET verb = 'x' WHERE number = 2")
    told = jixiao(tmp_path, "audit", "verify")
    assert (told.returncode, "第 2 条：内容被改动" in told.stdout) == (1, True)


def test_a_newer_database_is_left_alone(installed: tuple[Path, str], tmp_path: Path) -> None:
    copied = tmp_path / "jixiao.sqlite3"
    with sqlite3.connect(installed[0] / "jixiao.sqlite3") as whole, sqlite3.connect(copied) as copy:
        whole.backup(copy)
        copy.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('people', '9999_later', '2099-01-01')"
        )
    told = jixiao(tmp_path, "serve", "--port", "0")
    assert (told.returncode, "更新版本" in told.stderr) == (2, True)


@pytest.mark.parametrize("command", [["serve"], ["audit", "verify"], ["setup", "--code", "1", "--name", "x"]])
def test_a_database_that_does_not_answer_is_told(tmp_path: Path, command: list[str]) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))  # nobody listens there, and nobody else can
        address = f"postgresql://nobody@127.0.0.1:{silent.getsockname()[1]}/none"
        told = jixiao(tmp_path, *command, DATABASE_URL=address)
    assert told.returncode == 2, told.stderr
    assert "数据库连接不上" in told.stderr
    assert "Traceback" not in told.stderr


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    told = jixiao(tmp_path, "audit", "verify")
    assert (told.returncode, "请先运行 jixiao setup" in told.stderr) == (2, True)


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    told = jixiao(tmp_path / "file", "serve")
    assert (told.returncode, "JIXIAO_DATA" in told.stderr) == (2, True)


def test_a_port_that_is_taken_is_told(installed: tuple[Path, str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        told = jixiao(installed[0], "serve", "--port", str(other.getsockname()[1]))
    assert (told.returncode, "请用 --port 换一个端口" in told.stderr) == (2, True)


def test_serve_answers_with_pages_and_files(installed: tuple[Path, str]) -> None:
    server = Served(environment(installed[0], JIXIAO_HTTPS="0"), "--workers", "1")
    try:
        page = opened(f"{server.address}/account/login/").decode()
        assert "本系统不得录入" in page
        styles = re.findall(r'(?:href|src)="(/static/built/assets/[^"]+)"', page)
        assert styles
        for path in styles:
            assert opened(server.address + path)
    finally:
        server.end()


def opened(address: str) -> bytes:
    """The answer: the server says that it listens once it does."""
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310  # our own address
        return bytes(answer.read())
