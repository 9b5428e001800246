"""Conventions of the layout: every package explains itself, nothing is listed centrally."""

import ast
import re
from pathlib import Path

import pytest
from tests.support import PACKAGE, ROOT

PACKAGES = sorted(path.parent for path in PACKAGE.rglob("__init__.py") if path.parent != PACKAGE)
# Their members are found by walking the folder, so a new member is one new file or folder.
DISCOVERED = (
    "checks",
    "claims/extractors",
    "core/formulas",
    "formats",
    "renderers",
    "reports/functions",
    "rulebooks",
    "scoring/rules",
    "cli",
    "web",
    "web/commands",
)
CHECKS = sorted((PACKAGE / "checks").glob("jx*.py"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("folder", PACKAGES, ids=named)
def test_package_has_a_readme(folder: Path) -> None:
    readme = folder / "README.md"
    assert readme.is_file(), f"write {named(readme)}: purpose, flow, weak spots"
    assert len(readme.read_text(encoding="utf-8").strip()) > 80, f"{named(readme)} says too little"


@pytest.mark.parametrize("name", DISCOVERED)
def test_members_are_discovered_not_listed(name: str) -> None:
    """No file may name three members of a discovered package: that would be a list to edit."""
    members = {
        path.stem
        for path in (PACKAGE / name).glob("*")
        if not path.stem.startswith("_") and (path.suffix == ".py" or (path / "__init__.py").is_file())
    }
    for path in sorted((PACKAGE / name).glob("__init__.py")):
        listed = sorted(members & imported(path))
        assert len(listed) < 3, f"{named(path)} lists {', '.join(listed)}: find them by walking the folder"


def test_check_file_is_named_by_code_and_slug() -> None:
    wrong = [named(path) for path in CHECKS if not re.fullmatch(r"jx[1-69]\d\d_[a-z][a-z0-9_]*", path.stem)]
    assert not wrong, f"{', '.join(wrong)}: jx<code>_<slug>.py"


def test_a_code_belongs_to_one_check() -> None:
    codes = [path.stem[:5] for path in CHECKS]
    assert len(codes) == len(set(codes)), "two checks have the same code"


def imported(path: Path) -> set[str]:
    """The last part of every name that a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.rsplit(".", 1)[-1] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update(alias.name for alias in node.names)
            found.add((node.module or "").rsplit(".", 1)[-1])
    return found
