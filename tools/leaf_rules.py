"""Writes the list of leaf rules that rulebooks are checked against; a test compares the two.

Rulebooks lie below scoring and cannot ask it, so what scoring knows stands beside the schema as data.
"""

import json
from pathlib import Path

from jixiao.scoring.catalogue import LeafRule, load

FILE = Path(__file__).resolve().parent.parent / "src" / "jixiao" / "rulebooks" / "schema" / "leaf_rules.toml"
HEAD = """\
# Leaf rules with the parameters that a rulebook may give them.
# Written by `python tools/leaf_rules.py` from src/jixiao/scoring/rules; do not edit.
"""


def text() -> str:
    """The whole file."""
    return "\n".join([HEAD, *(_rule(rule) for _, rule in sorted(load().items()))])


def _rule(rule: LeafRule) -> str:
    lines = [f"[{rule.name}]", f"title = {_text([rule.title, rule.title_en])}"]
    for parameter in rule.parameters:
        lines += [f"[{rule.name}.parameters.{parameter.name}]", f"kind = {_text(parameter.kind.value)}"]
        lines.append(f"about = {_text([parameter.zh, parameter.en])}")
        if parameter.required:
            lines.append("required = true")
        if parameter.choices:
            lines.append(f"choices = {_text(list(parameter.choices))}")
        if parameter.columns:
            lines.append(f"columns = {_text(list(parameter.columns))}")
    return "\n".join(lines) + "\n"


def _text(value: str | list[str]) -> str:
    """As TOML, which writes strings and arrays of them as JSON does."""
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8", newline="\n")
    print(f"{FILE.name}: {len(load())} rules")
