"""Conventions of the project's own files: versions pinned, fragments named, pages in step."""

import re
import tomllib

from tests.support import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
KINDS = ("added", "changed", "fixed", "removed", "rulebook")
FRAGMENTS = sorted(path for path in (ROOT / "changelog.d").glob("*.md") if path.name != "README.md")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_dependency_is_pinned() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {normal(line.split("==")[0]) for line in lines if "==" in line and not line.startswith("#")}
    wanted = PROJECT["dependencies"] + [
        one
        for extra in PROJECT["optional-dependencies"].values()
        for one in extra
        if not one.startswith("jixiao[")
    ]
    missing = {normal(re.split(r"[\[<>=!~; ]", one)[0]) for one in wanted} - pinned
    assert not missing, f"add to constraints.txt: {', '.join(sorted(missing))}"


def test_changelog_fragments_are_named_by_kind() -> None:
    kinds = "|".join(KINDS)
    wrong = [path.name for path in FRAGMENTS if not re.fullmatch(rf"[a-z0-9-]+\.({kinds})\.md", path.name)]
    assert not wrong, f"{', '.join(wrong)}: <slug>.<{kinds}>.md"


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = (commands(name) for name in ("README.md", "README.zh-CN.md"))
    assert english == chinese


def commands(name: str) -> list[str]:
    """The lines of code in a page, without their comments."""
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = "\n".join(re.findall(r"```\w*\n(.*?)```", text, flags=re.DOTALL)).splitlines()
    return [stripped for line in lines if (stripped := line.split("#")[0].strip())]
