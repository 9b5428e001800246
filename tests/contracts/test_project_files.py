"""Conventions of the project's own files: versions pinned, fragments named, pages in step and true."""

import ast
import re
import runpy
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from tests.support import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
KINDS = ("added", "changed", "fixed", "removed", "rulebook")
FRAGMENTS = sorted(path for path in (ROOT / "changelog.d").glob("*.md") if path.name != "README.md")
READMES = ("README.md", "README.zh-CN.md")
PAGES = sorted(
    page
    for pattern in ("*.md", "docs/**/*.md", "src/**/*.md", "bench/*.md", "examples/*.md", "changelog.d/*.md")
    for page in ROOT.glob(pattern)
)


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


def names(requirements: list[str]) -> set[str]:
    """The packages that are asked for, without versions and extras."""
    return {normal(re.split(r"[\[<>=!~; ]", one)[0]) for one in requirements}


def test_the_program_imports_nothing_that_only_developers_install() -> None:
    extras = PROJECT["optional-dependencies"]
    users = names(PROJECT["dependencies"] + [one for name in extras if name != "dev" for one in extras[name]])
    developers = names(extras["dev"]) - users
    modules = {
        module
        for module, packages in packages_distributions().items()
        if packages and {normal(package) for package in packages} <= developers
    }
    wrong = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "src").rglob("*.py")
        for name in imported(ast.parse(path.read_text(encoding="utf-8")))
        if name.split(".")[0] in modules
    }
    assert not wrong, f"installed with the extra `dev` only: {', '.join(sorted(wrong))}"


def imported(module: ast.Module) -> set[str]:
    """The names of modules that a module imports, wherever it does."""
    found = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


def test_changelog_fragments_are_named_by_kind() -> None:
    kinds = "|".join(KINDS)
    wrong = [path.name for path in FRAGMENTS if not re.fullmatch(rf"[a-z0-9-]+\.({kinds})\.md", path.name)]
    assert not wrong, f"{', '.join(wrong)}: <slug>.<{kinds}>.md"


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = (commands(name) for name in READMES)
    assert english == chinese


def commands(name: str) -> list[str]:
    """The lines of code in a page, without their comments."""
    lines = "\n".join(blocks(name, "sh|python")).splitlines()
    return [stripped for line in lines if (stripped := line.split("#")[0].strip())]


@pytest.mark.parametrize("name", READMES)
def test_the_output_shown_is_what_the_program_prints(name: str) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    assert blocks(name, "console"), f"{name} shows no output of the program"
    readme = runpy.run_path(str(ROOT / "tools" / "readme.py"))
    assert readme["refreshed"](page) == page, "run: python tools/readme.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    broken = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert not broken, f"{page.relative_to(ROOT).as_posix()}: no such page: {', '.join(broken)}"


def blocks(name: str, languages: str) -> list[str]:
    """The fenced blocks of a page in one of these languages."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(rf"```(?:{languages})\n(.*?)```", text, flags=re.DOTALL)
