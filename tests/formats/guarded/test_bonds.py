"""A worker with its bonds on can neither reach the network nor start programs nor write."""

import subprocess
import sys
from pathlib import Path

import pytest

START = "import sys\nfrom jixiao.formats.guarded import bonds\nbonds.put_on(2**31)\n"


def run(code: str) -> str:
    made = subprocess.run(
        [sys.executable, "-c", START + code], capture_output=True, check=False, timeout=60, encoding="utf-8"
    )
    return made.stdout + made.stderr


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess; subprocess.run([sys.executable, '-c', ''])",
        "import os; os.system('true')",
        "import os; os.mkdir('x')",
        "import os; os.remove('x')",
        "import pathlib; pathlib.Path({path!r}).write_text('x')",
        "open({path!r}, 'ab')",
        "import os; os.open({path!r}, os.O_RDWR)",
    ],
)
def test_forbidden(code: str, tmp_path: Path) -> None:
    target = tmp_path / "own.txt"
    target.write_text("as it was", encoding="utf-8")
    assert "PermissionError" in run(code.format(path=str(target)))
    assert target.read_text(encoding="utf-8") == "as it was"


def test_reading_is_allowed(tmp_path: Path) -> None:
    target = tmp_path / "own.txt"
    target.write_text("as it was", encoding="utf-8")
    assert run(f"print(open({str(target)!r}, encoding='utf-8').read())") == "as it was\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps the limit of the address space")
def test_memory_has_an_end() -> None:
    assert "MemoryError" in run("b = bytearray(2**31)")
