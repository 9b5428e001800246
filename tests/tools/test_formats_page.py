"""The page of formats says what the formats say."""

import runpy

from tests.support import ROOT


def test_the_page_is_up_to_date() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "formats_page.py"))
    assert tool["PAGE"].read_text(encoding="utf-8") == tool["page"](), "run: python tools/formats_page.py"
