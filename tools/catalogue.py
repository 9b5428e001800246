"""Writes docs/checks.md, the catalogue of all checks; a test compares the two."""

from pathlib import Path

from jixiao.checks.catalogue import Check, load

PAGE = Path(__file__).resolve().parent.parent / "docs" / "checks.md"

FAMILIES = {
    1: "Arithmetic",
    2: "Same fact",
    3: "Text and numbering",
    4: "Final accounts",
    5: "Performance",
    6: "Sets of documents",
    9: "The program itself",
}
HEAD = """\
# Checks

Every rule that `jixiao check` applies. An `error` is proven by the document, a `warning` is suspicious,
`info` is a matter of style. A check that proves some findings and only suspects others is listed as `error`.

This page is written by `python tools/catalogue.py` from the files in `src/jixiao/checks`; do not edit it.
"""


def page() -> str:
    """The whole page."""
    checks = load()
    parts = [HEAD, _overview(checks)]
    family = 0
    for check in checks:
        if check.family != family:
            family = check.family
            parts.append(f"## {family}xx {FAMILIES[family]}\n")
        parts.append(_entry(check))
    return "\n".join(parts)


def _overview(checks: tuple[Check, ...]) -> str:
    rows = "".join(
        f"| [{check.code}](#{check.code.lower()}) | {check.severity} | {check.title} | {check.title_en} |\n"
        for check in checks
    )
    return f"| code | severity | | |\n| --- | --- | --- | --- |\n{rows}"


def _entry(check: Check) -> str:
    return (
        f'### <a id="{check.code.lower()}"></a>{check.code} {check.title}\n\n'
        f"**{check.title_en}** · {check.severity} · {', '.join(check.kinds)}\n\n"
        f"{check.explanation}\n\n{check.explanation_en}\n\n"
        f"Basis: {check.basis}\n{_examples(check)}"
    )


def _examples(check: Check) -> str:
    """None where a text alone does not decide."""
    if not check.failing:
        return ""
    return f"\nFails:\n\n{_quoted(check.failing)}\n\nPasses:\n\n{_quoted(check.passing)}\n"


def _quoted(text: str) -> str:
    return f"```text\n{text}\n```"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    print(f"{PAGE}: {len(load())} checks")
