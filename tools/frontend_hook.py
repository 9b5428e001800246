"""Builds the front end and the English words before a wheel is made: they are not committed."""

import os
import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontendHook(BuildHookInterface):  # type: ignore[misc]  # hatchling is there only while building
    """Called by hatchling. An editable install is left alone: ``make`` builds for it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build, unless the files came with the sources or ``JIXIAO_WITHOUT_SITE=1`` does without them."""
        del build_data
        if version == "editable" or os.environ.get("JIXIAO_WITHOUT_SITE") == "1":
            return
        for tool in ("frontend.py", "english_words.py"):
            runpy.run_path(str(Path(self.root) / "tools" / tool))["build"]()
