"""The page of rulebooks says what the rulebooks say."""

import runpy

from tests.support import ROOT


def test_the_page_is_in_step_with_the_rulebooks() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "rulebook_pages.py"))
    assert tool["PAGE"].read_text(encoding="utf-8") == tool["page"](), "run: python tools/rulebook_pages.py"
