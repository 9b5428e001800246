"""The catalogue page says what the checks say."""

import importlib.util
from types import ModuleType

from tests.support import ROOT

from jixiao.checks.catalogue import load


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogue_tool", ROOT / "tools" / "catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_up_to_date() -> None:
    written = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert written == tool().page(), "run: python tools/catalogue.py"


def test_the_page_tells_every_check() -> None:
    page = tool().page()
    for check in load():
        assert f"{check.code} {check.title}" in page
        assert check.passing in page
