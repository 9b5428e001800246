"""The list of leaf rules that rulebooks are checked against says what scoring knows."""

import runpy

from tests.support import ROOT


def test_the_list_is_up_to_date() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "leaf_rules.py"))
    assert tool["FILE"].read_text(encoding="utf-8") == tool["text"](), "run: python tools/leaf_rules.py"
