"""The front end is built when it must be and left alone when it need not, with a Node that can."""

import json
import runpy

import pytest
from tests.support import ROOT

TOOL = runpy.run_path(str(ROOT / "tools" / "frontend.py"))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("v20.19.0\n", True), ("v20.18.3\n", False), ("v18.20.0\n", False), ("v21.7.0\n", False),
        ("v22.12.0\n", False), ("v22.13.0\n", True), ("v24.0.1\n", True), ("", False), ("node: not found", False),
    ],
)  # fmt: skip
def test_which_node_can_build(answer: str, expected: bool) -> None:  # noqa: FBT001  # a case
    assert TOOL["new_enough"](answer) is expected


def test_the_fingerprint_is_that_of_the_sources_alone() -> None:
    names = {path.relative_to(TOOL["SOURCES"]).as_posix() for path in TOOL["_sources"]()}
    assert {"package-lock.json", "vite.config.ts", "src/main.ts"} <= names
    assert not any(name.startswith("node_modules") for name in names)
    assert TOOL["fingerprint"]() == TOOL["fingerprint"]()
    assert not TOOL["is_fresh"]("of other sources")


def test_a_word_that_it_does_not_know_builds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert TOOL["main"](["chek"]) == 2
    assert "`check`" in capsys.readouterr().err


def test_types_are_checked_by_the_program_that_the_lockfile_pins() -> None:
    packages = json.loads((TOOL["SOURCES"] / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    package, _, program = TOOL["CHECKER"].partition("/")
    assert program in packages[f"node_modules/{package}"]["bin"].values()
