"""The files of a test lie in a folder of its own."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def _own_folder(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "uploads"
