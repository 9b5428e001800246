"""The data folder, its key, and what an installation is like as it comes."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jixiao.core.errors import UserError
from jixiao.web.data_folder import DataFolder
from jixiao.web.given import given

pytestmark = pytest.mark.sqlite

POSIX = sys.platform != "win32"


def test_the_key_is_made_once_and_is_nobody_elses(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    key = folder.secret_key()
    assert len(key) >= 64
    assert DataFolder(tmp_path / "data").secret_key() == key
    assert [path.name for path in folder.path.iterdir() if path.is_file()] == ["secret-key.txt"]
    if POSIX:
        assert stat.S_IMODE((folder.path / "secret-key.txt").stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700


def test_processes_that_start_at_once_agree_on_the_key(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: folder.secret_key(), range(32)))
    assert len(keys) == 1


def test_the_key_may_come_from_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "key"
    file.write_text("from-a-file\n", encoding="utf-8")
    monkeypatch.setenv("JIXIAO_SECRET_KEY_FILE", str(file))
    assert DataFolder(tmp_path / "data").secret_key() == "from-a-file"
    monkeypatch.setenv("JIXIAO_SECRET_KEY", "from-the-environment")
    assert DataFolder(tmp_path / "data").secret_key() == "from-the-environment"
    assert not (tmp_path / "data").exists()


def test_earlier_keys_stand_one_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert DataFolder.earlier_secret_keys() == []
    file = tmp_path / "keys"
    file.write_text("the first one\n\n  second\r\n", encoding="utf-8")
    monkeypatch.setenv("JIXIAO_SECRET_KEY_FALLBACKS_FILE", str(file))
    assert DataFolder.earlier_secret_keys() == ["the first one", "second"]


@pytest.mark.parametrize(
    "content", [None, b"", b"  \n", b"\xff\xfe"], ids=["missing", "empty", "blank", "no text"]
)
def test_a_file_without_a_secret_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    file = tmp_path / "secret"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("DATABASE_URL_FILE", str(file))
    with pytest.raises(UserError, match="DATABASE_URL_FILE") as told:
        given("DATABASE_URL")
    assert str(file) in told.value.message


def test_a_secret_that_cannot_be_read_stops_the_program_with_a_sentence(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "jixiao.cli", "audit", "verify"],
        env={**os.environ, "JIXIAO_DATA": str(tmp_path), "DATABASE_URL": "", "PYTHONUTF8": "1",
             "DATABASE_URL_FILE": str(tmp_path / "nowhere")},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert told.returncode == 2, told.stderr
    assert "DATABASE_URL_FILE" in told.stderr
    assert "Traceback" not in told.stderr


def test_the_database_may_be_named_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "address"
    file.write_text("postgresql://somebody:s3cret@db.example/jixiao\n", encoding="utf-8")
    told = settled(
        tmp_path, "settings.DATABASES['default']['PASSWORD']", DATABASE_URL="", DATABASE_URL_FILE=str(file)
    )
    assert told == "s3cret"


def settled(folder: Path, expression: str, **environment: str) -> str:
    """What the settings of an installation say."""
    code = f"import django; django.setup()\nfrom django.conf import settings\nprint({expression})"
    given_here = {**os.environ, "JIXIAO_DATA": str(folder), **environment}
    return subprocess.run(
        [sys.executable, "-c", code], env=given_here, capture_output=True, encoding="utf-8", check=True
    ).stdout.strip()


def test_a_demo_keeps_out_of_real_data(tmp_path: Path) -> None:
    real, demo = DataFolder(tmp_path / "real"), DataFolder(tmp_path / "demo")
    real.prepare()
    real.database.write_bytes(b"")
    with pytest.raises(UserError, match="正式数据"):
        real.mark_demo()
    assert not real.is_demo
    demo.mark_demo()
    demo.database.write_bytes(b"")
    demo.mark_demo()  # again
    assert demo.is_demo


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="JIXIAO_DATA"):
        DataFolder(tmp_path / "file").prepare()


def manage(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    apart = {"JIXIAO_DATA": str(folder), "PYTHONUTF8": "1", "DJANGO_ALLOW_ASYNC_UNSAFE": ""}
    return subprocess.run(
        [sys.executable, "-m", "django", *arguments],
        env={**os.environ, **apart, **environment}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_an_installation_is_fit_for_use_as_it_comes(tmp_path: Path) -> None:
    told = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING", JIXIAO_HTTPS="")
    assert told.returncode == 0, told.stderr


def test_the_outer_login_is_there_where_it_is_named(tmp_path: Path) -> None:
    app = "settings.SOCIALACCOUNT_PROVIDERS['openid_connect']['APPS'][0]"
    told = settled(
        tmp_path, f"{app}['settings']['server_url'], {app}['client_id']",
        JIXIAO_OIDC_SERVER="https://id.example/", JIXIAO_OIDC_CLIENT="jixiao",
    )  # fmt: skip
    assert told == "https://id.example jixiao"
