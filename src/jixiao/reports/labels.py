"""What a fact is called where it is missing: Chinese words for the fields of a dossier.

The words are data (``labels.toml``), by field name; a longer name, such as ``expenditure.outturn``, wins.
"""

import tomllib
from functools import cache
from pathlib import Path


def label(path: str) -> str:
    """The words for a path: 支出执行数 for ``accounts.expenditure.outturn``; else its last name."""
    steps = path.split(".")
    words = _words()
    found = [words[name] for name in (".".join(steps[-2:]), steps[-1]) if name in words]
    if not found:
        return steps[-1]
    if ".".join(steps[-2:]) in words or len(steps) == 1:
        return found[0]
    above = words.get(steps[-2], "")
    return found[0] if above == found[0] else f"{above}{found[0]}"


def named(path: str) -> str:
    """The words for the last name of a path, or nothing where there are none."""
    *_, above, last = ("", *path.split("."))
    return _words().get(f"{above}.{last}") or _words().get(last, "")


@cache
def _words() -> dict[str, str]:
    with (Path(__file__).parent / "labels.toml").open("rb") as file:
        found: dict[str, str] = tomllib.load(file)["fields"]
    return found
