"""What a command of the site brings along when it starts."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.web.installations import Installation

pytestmark = pytest.mark.sqlite


def test_a_command_that_checks_nothing_starts_without_what_checks(tmp_path: Path) -> None:
    loaded = (
        "import sys\nfrom jixiao.web.starting import start\nstart()\n"
        "sys.exit(any(name.startswith(('jixiao.claims', 'jixiao.formats')) for name in sys.modules))"
    )
    environment = Installation(tmp_path / "data").environment()
    assert subprocess.run([sys.executable, "-c", loaded], env=environment, check=False).returncode == 0
